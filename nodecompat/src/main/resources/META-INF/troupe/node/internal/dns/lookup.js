// nodejs.org/api/dns.html#dnslookuphostname-options-callback, v22, and lookupService. Missing: `hints` are checked and change nothing.
'use strict';

const binding = internalBinding('dns');
const { codes } = require('internal/errors');
const { nextTick } = require('internal/ticks');
const { isIP } = require('internal/net/address');
const { order: defaultOrder, ORDERS } = require('internal/dns/names');
const { validateBoolean, validateFunction, validateNumber, validateOneOf, validatePort, validateString } = require('internal/validators');

const FAMILIES = [0, 4, 6];
const HINTS = 8 | 16 | 32;

function checked(options) {
  let family = 0;
  let all = false;
  let order = defaultOrder.current();
  if (typeof options === 'number') {
    validateOneOf(options, 'family', FAMILIES);
    family = options;
  } else if (options !== undefined && typeof options !== 'object') {
    throw new codes.ERR_INVALID_ARG_TYPE('options', ['integer', 'object'], options);
  } else if (options) {
    if (options.hints != null) {
      validateNumber(options.hints, 'options.hints');
      const hints = options.hints >>> 0;
      if ((hints & ~HINTS) !== 0) throw new codes.ERR_INVALID_ARG_VALUE('hints', hints);
    }
    if (options.family != null) {
      family = { IPv4: 4, IPv6: 6 }[options.family] ?? options.family;
      validateOneOf(family, 'options.family', FAMILIES);
    }
    if (options.all != null) {
      validateBoolean(options.all, 'options.all');
      all = options.all;
    }
    if (options.verbatim != null) {
      validateBoolean(options.verbatim, 'options.verbatim');
      order = options.verbatim ? 'verbatim' : 'ipv4first';
    }
    if (options.order != null) {
      validateOneOf(options.order, 'options.order', ORDERS);
      order = options.order;
    }
  }
  return { family, all, order };
}

function failure(code, syscall, hostname) {
  const { codeAndNumber } = require('internal/errors/system');
  const { errno } = codeAndNumber(code === 'ENOTFOUND' ? 'EAI_NONAME' : code);
  return Object.assign(new Error(`${syscall} ${code}${hostname ? ` ${hostname}` : ''}`), { errno, code, syscall, hostname });
}

function sorted(addresses, order) {
  if (order === 'verbatim') return addresses;
  const first = order === 'ipv4first' ? 4 : 6;
  return [...addresses.filter((each) => each.family === first), ...addresses.filter((each) => each.family !== first)];
}

/** Asks, and tells `callback` all addresses; the checks were made. */
function ask(hostname, { family, order }, callback) {
  if (!hostname) {
    nextTick(callback, null, []);
    return;
  }
  const literal = isIP(hostname);
  if (literal !== 0) {
    nextTick(callback, null, [{ address: hostname, family: literal }]);
    return;
  }
  binding.lookup(`${hostname}`, family, (code, text) => {
    if (code !== '') callback(failure(code, 'getaddrinfo', hostname));
    else callback(null, sorted(text.split(' ').map((address) => ({ address, family: isIP(address) })), order));
  });
}

function checkName(hostname) {
  if (hostname) validateString(hostname, 'hostname');
}

function lookup(hostname, options, callback) {
  checkName(hostname);
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  } else {
    validateFunction(callback, 'callback');
  }
  const asked = checked(options);
  if (!hostname) warnEmpty(hostname);
  ask(hostname, asked, (error, addresses) => {
    if (error) callback(error);
    else if (asked.all) callback(null, addresses);
    else callback(null, addresses[0]?.address ?? null, addresses[0]?.family ?? (asked.family === 6 ? 6 : 4));
  });
  return {};
}

function lookupPromise(hostname, options) {
  checkName(hostname);
  const asked = checked(options);
  if (!hostname) warnEmpty(hostname);
  return new Promise((resolve, reject) => {
    ask(hostname, asked, (error, addresses) => {
      if (error) reject(error);
      else resolve(asked.all ? addresses : addresses[0] ?? { address: null, family: asked.family === 6 ? 6 : 4 });
    });
  });
}

let warned = false;

function warnEmpty(hostname) {
  if (warned) return;
  warned = true;
  const { process } = require('internal/process/object');
  process.emitWarning(
    `The provided hostname "${hostname}" is not a valid hostname, and is supported in the dns module solely for compatibility.`,
    'DeprecationWarning', 'DEP0118');
}

// IANA's registry, the ports that programs ask about; others keep their number
const SERVICES = { __proto__: null, 21: 'ftp', 22: 'ssh', 23: 'telnet', 25: 'smtp', 53: 'domain', 80: 'http', 110: 'pop3', 143: 'imap2', 443: 'https' };

function checkService(address, port, count) {
  if (count < 2) throw new codes.ERR_MISSING_ARGS('address', 'port');
  if (isIP(address) === 0) throw new codes.ERR_INVALID_ARG_VALUE('address', address);
  validatePort(port);
}

function askService(address, port, callback) {
  binding.name(address, (code, name) => {
    if (code !== '') callback(failure(code, 'getnameinfo', address));
    else callback(null, name, SERVICES[+port] ?? `${+port}`);
  });
}

function lookupService(address, port, callback, count) {
  if (count !== 3) throw new codes.ERR_MISSING_ARGS('address', 'port', 'callback');
  checkService(address, port, count);
  validateFunction(callback, 'callback');
  askService(address, port, callback);
  return {};
}

function lookupServicePromise(address, port, count) {
  checkService(address, port, count);
  return new Promise((resolve, reject) => {
    askService(address, port, (error, hostname, service) => (error ? reject(error) : resolve({ hostname, service })));
  });
}

module.exports = { failure, lookup, lookupPromise, lookupService, lookupServicePromise };
