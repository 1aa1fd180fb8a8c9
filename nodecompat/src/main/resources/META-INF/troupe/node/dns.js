// nodejs.org/api/dns.html, v22. Different: of a name's addresses a program sees those that its permissions let it connect to.
// Missing: everything that asks a DNS server (resolve*, reverse, Resolver, setServers), which throws.
'use strict';

const { defineLazy } = require('internal/lazy');
const { addMissing } = require('internal/not_implemented');
const { errorCodes, order } = require('internal/dns/names');

exports.lookup = function lookup(hostname, options, callback) {
  return require('internal/dns/lookup').lookup(hostname, options, callback);
};
exports.lookupService = function lookupService(address, port, callback) {
  return require('internal/dns/lookup').lookupService(address, port, callback, arguments.length);
};
exports.getDefaultResultOrder = order.current;
exports.setDefaultResultOrder = order.set;
exports.ADDRCONFIG = 32;
exports.ALL = 16;
exports.V4MAPPED = 8;
Object.assign(exports, errorCodes);
addMissing(exports, 'dns', [
  'Resolver setServers getServers resolve resolve4 resolve6 resolveAny resolveCaa resolveCname resolveMx resolveNaptr resolveNs resolvePtr',
  'resolveSoa resolveSrv resolveTxt reverse',
].join(' '));

const { kCustomPromisifyArgs } = require('internal/util');

Object.defineProperty(exports.lookup, kCustomPromisifyArgs, { __proto__: null, value: ['address', 'family'] });
Object.defineProperty(exports.lookupService, kCustomPromisifyArgs, { __proto__: null, value: ['hostname', 'service'] });
defineLazy(exports, 'promises', () => require('dns/promises'));
