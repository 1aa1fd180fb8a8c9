// nodejs.org/api/net.html#socketconnect, v22. Java resolves names and asks the permissions about each address that it connects.
// Missing: IPC paths, which throw; hints and autoSelectFamily are accepted: addresses are tried one after the other.
'use strict';

const { kContext } = require('internal/net/handle');
const tcp = require('internal/net/stream_handle');
const { heard } = require('internal/diagnostics');
const { codes, AbortError } = require('internal/errors');
const { nextTick } = require('internal/ticks');
const { snapshot } = require('internal/async_context');
const { Socket } = require('internal/net/socket');
const { isIP } = require('internal/net/address');
const { normalizeArguments } = require('internal/net/arguments');
const {
  validateAbortSignal, validateBoolean, validateFunction, validateInt32, validateNumber, validatePort, validateString,
} = require('internal/validators');

const SHORTEST_ATTEMPT = 10;

const families = {
  autoSelect: true,
  attemptTimeout: 250,
  setAutoSelect(value) {
    validateBoolean(value, 'value');
    families.autoSelect = value;
  },
  setAttemptTimeout(value) {
    validateInt32(value, 'value', 1);
    families.attemptTimeout = Math.max(value, SHORTEST_ATTEMPT);
  },
};

function connect(args) {
  const normalized = normalizeArguments(args);
  const [options] = normalized;
  const socket = new Socket(options);
  if (options.timeout) socket.setTimeout(options.timeout);
  // by the method, which programs replace
  return socket.connect(normalized);
}

function connectSocket(socket, args) {
  const [options, callback] = normalizeArguments(Array.isArray(args[0]) ? args[0] : args);
  heard('net.client.socket')?.publish({ socket });
  return start(socket, options, callback);
}

function start(socket, options, callback) {
  if (socket.write !== Socket.prototype.write && Object.hasOwn(socket, 'write')) delete socket.write;
  if (socket.destroyed) renew(socket);
  const target = checked(options);
  if (callback !== null) socket.once('connect', callback);
  socket._unrefTimer();
  socket.connecting = true;
  socket._host = target.host;
  if (target.lookup !== undefined && isIP(target.host) === 0) lookUp(socket, target);
  else open(socket, target, target.host);
  return socket;
}

function renew(socket) {
  socket._handle = null;
  socket._undestroy();
}

function checked(options) {
  const { port, host = 'localhost', lookup, localAddress, localPort, family = 0 } = options;
  if (options.path !== undefined && options.path !== null) {
    validateString(options.path, 'options.path');
    throw new codes.ERR_METHOD_NOT_IMPLEMENTED('socket.connect(path)');
  }
  if (port === undefined) throw new codes.ERR_MISSING_ARGS(['options', 'port', 'path']);
  if (typeof port !== 'number' && typeof port !== 'string') {
    throw new codes.ERR_INVALID_ARG_TYPE('options.port', ['number', 'string'], port);
  }
  validatePort(port);
  if (localAddress && isIP(localAddress) === 0) throw new codes.ERR_INVALID_IP_ADDRESS(localAddress);
  if (localPort) {
    validateNumber(localPort, 'options.localPort');
    validatePort(localPort, 'options.localPort');
  }
  if (lookup != null) validateFunction(lookup, 'options.lookup');
  if (options.autoSelectFamily != null) validateBoolean(options.autoSelectFamily, 'options.autoSelectFamily');
  if (options.autoSelectFamilyAttemptTimeout != null) {
    validateInt32(options.autoSelectFamilyAttemptTimeout, 'options.autoSelectFamilyAttemptTimeout', 1);
  }
  const version = family === 'IPv6' ? 6 : family === 'IPv4' ? 4 : family;
  return {
    port: port | 0, host: String(host), lookup: lookup ?? undefined, family: version | 0,
    localAddress: localAddress || '', localPort: localPort | 0, hints: options.hints,
  };
}

function lookUp(socket, target) {
  const query = { family: target.family, hints: target.hints || 0, all: families.autoSelect };
  if (!families.autoSelect) delete query.all;
  target.lookup.call(socket, target.host, query, (error, address, family) => {
    const first = Array.isArray(address) ? address[0] : { address, family };
    socket.emit('lookup', error, first?.address, first?.family, target.host);
    if (!socket.connecting) return;
    if (error) nextTick(() => socket.destroy(error));
    else if (isIP(first?.address) === 0) nextTick(() => socket.destroy(new codes.ERR_INVALID_IP_ADDRESS(first?.address)));
    else if (first.family !== 4 && first.family !== 6 && first.family !== 'IPv4' && first.family !== 'IPv6') {
      nextTick(() => socket.destroy(new codes.ERR_INVALID_ADDRESS_FAMILY(first.family, target.host, target.port)));
    } else {
      open(socket, target, first.address);
    }
  });
}

function open(socket, target, host) {
  socket[kContext] = snapshot();
  socket._handle = tcp.connect(socket, host, target.port, target.family, target.localAddress, target.localPort);
}

// nodejs.org/api/net.html#new-netsocketoptions: `signal` destroys the socket.
function destroyOnAbort(socket, signal) {
  validateAbortSignal(signal, 'options.signal');
  const abort = () => socket.destroy(new AbortError(undefined, { cause: signal.reason }));
  if (signal.aborted) {
    nextTick(abort);
    return;
  }
  signal.addEventListener('abort', abort);
  socket.once('close', () => signal.removeEventListener('abort', abort));
}

module.exports = { connect, connectSocket, destroyOnAbort, families };
