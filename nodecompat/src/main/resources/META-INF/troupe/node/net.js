// nodejs.org/api/net.html, v22.
// Missing: IPC (paths and file descriptors), which throws; BlockList rules in a server's options.
'use strict';

const { defineLazy } = require('internal/lazy');

exports.createServer = function createServer(options, connectionListener) {
  const { Server } = require('internal/net/server');
  return new Server(options, connectionListener);
};

function connect(...args) {
  return require('internal/net/connect').connect(args);
}

exports.connect = connect;
exports.createConnection = connect;
exports._normalizeArgs = (args) => require('internal/net/arguments').normalizeArguments(args);
exports.isIP = (input) => require('internal/net/address').isIP(input);
exports.isIPv4 = (input) => require('internal/net/address').isIPv4(input);
exports.isIPv6 = (input) => require('internal/net/address').isIPv6(input);
exports.getDefaultAutoSelectFamily = () => require('internal/net/connect').families.autoSelect;
exports.setDefaultAutoSelectFamily = (value) => require('internal/net/connect').families.setAutoSelect(value);
exports.getDefaultAutoSelectFamilyAttemptTimeout = () => require('internal/net/connect').families.attemptTimeout;
exports.setDefaultAutoSelectFamilyAttemptTimeout = (value) => require('internal/net/connect').families.setAttemptTimeout(value);
defineLazy(exports, 'Server', 'internal/net/server');
defineLazy(exports, 'Socket', 'internal/net/socket');
defineLazy(exports, 'Stream', () => require('internal/net/socket').Socket);
defineLazy(exports, 'BlockList', 'internal/net/blocklist');
defineLazy(exports, 'SocketAddress', 'internal/net/blocklist');
