// nodejs.org/api/dns.html#error-codes, v22, and the order of addresses. Missing: nothing.
'use strict';

const { validateOneOf } = require('internal/validators');

const errorCodes = {};
for (const name of [
  'NODATA', 'FORMERR', 'SERVFAIL', 'NOTFOUND', 'NOTIMP', 'REFUSED', 'BADQUERY', 'BADNAME', 'BADFAMILY', 'BADRESP', 'CONNREFUSED', 'TIMEOUT',
  'EOF', 'FILE', 'NOMEM', 'DESTRUCTION', 'BADSTR', 'BADFLAGS', 'NONAME', 'BADHINTS', 'NOTINITIALIZED', 'LOADIPHLPAPI',
  'ADDRGETNETWORKPARAMS', 'CANCELLED',
]) errorCodes[name] = `E${name}`;

const ORDERS = ['verbatim', 'ipv4first', 'ipv6first'];
let chosen = 'verbatim';

const order = {
  current: function getDefaultResultOrder() {
    return chosen;
  },
  set: function setDefaultResultOrder(value) {
    validateOneOf(value, 'dnsOrder', ORDERS);
    chosen = value;
  },
};

module.exports = { errorCodes, order, ORDERS };
