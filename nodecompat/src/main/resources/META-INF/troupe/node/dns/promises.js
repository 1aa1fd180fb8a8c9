// nodejs.org/api/dns.html#dns-promises-api, v22. Missing: everything that asks a DNS server (resolve*, reverse, Resolver, setServers), which throws.
'use strict';

const { addMissing } = require('internal/not_implemented');
const { errorCodes, order } = require('internal/dns/names');

exports.lookup = function lookup(hostname, options) {
  return require('internal/dns/lookup').lookupPromise(hostname, options);
};
exports.lookupService = function lookupService(address, port) {
  return require('internal/dns/lookup').lookupServicePromise(address, port, arguments.length);
};
exports.getDefaultResultOrder = order.current;
exports.setDefaultResultOrder = order.set;
Object.assign(exports, errorCodes);
addMissing(exports, 'dns.promises', [
  'Resolver setServers getServers resolve resolve4 resolve6 resolveAny resolveCaa resolveCname resolveMx resolveNaptr resolveNs resolvePtr',
  'resolveSoa resolveSrv resolveTxt reverse',
].join(' '));
