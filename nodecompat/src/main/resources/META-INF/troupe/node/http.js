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

defineLazy(exports, 'Server', 'internal/http/server');
defineLazy(exports, 'IncomingMessage', 'internal/http/incoming');
defineLazy(exports, 'OutgoingMessage', 'internal/http/outgoing');
defineLazy(exports, 'ServerResponse', 'internal/http/response');
defineLazy(exports, 'ClientRequest', 'internal/http/client');
defineLazy(exports, 'Agent', 'internal/http/agent');
defineLazy(exports, 'globalAgent', 'internal/http/agent');
defineLazy(exports, 'maxHeaderSize', () => require('internal/http/common').maxHeaderSize());
defineLazy(exports, 'METHODS', 'internal/http/common');
defineLazy(exports, 'STATUS_CODES', 'internal/http/common');
defineLazy(exports, '_connectionListener', () => require('internal/http/connection').onConnection);
