// nodejs.org/api/http.html, v22.
// Missing: setMaxIdleHTTPParsers has nothing to bound, as parsers are not pooled; WebSocket, CloseEvent, MessageEvent.
'use strict';

const { defineLazy } = require('internal/lazy');

exports.createServer = function createServer(options, requestListener) {
  const { Server } = require('internal/http/server');
  return new Server(options, requestListener);
};

exports.request = function request(url, options, callback) {
  return new (require('internal/http/client').ClientRequest)(url, options, callback);
};

exports.get = function get(url, options, callback) {
  const request = exports.request(url, options, callback);
  request.end();
  return request;
};

exports.validateHeaderName = (name, label) => require('internal/http/common').validateHeaderName(name, label);
exports.validateHeaderValue = (name, value) => require('internal/http/common').validateHeaderValue(name, value);
exports.setMaxIdleHTTPParsers = (max) => require('internal/validators').validateInteger(max, 'max', 1);
exports.maxHeaderSize = 16 * 1024;

const lazily = {
  Server: () => require('internal/http/server').Server,
  IncomingMessage: () => require('internal/http/incoming').IncomingMessage,
  OutgoingMessage: () => require('internal/http/outgoing').OutgoingMessage,
  ServerResponse: () => require('internal/http/response').ServerResponse,
  ClientRequest: () => require('internal/http/client').ClientRequest,
  Agent: () => require('internal/http/agent').Agent,
  globalAgent: () => require('internal/http/agent').globalAgent,
  METHODS: () => require('internal/http/common').METHODS,
  STATUS_CODES: () => require('internal/http/common').STATUS_CODES,
  _connectionListener: () => require('internal/http/connection').onConnection,
};
for (const name of Object.keys(lazily)) defineLazy(exports, name, lazily[name]);
