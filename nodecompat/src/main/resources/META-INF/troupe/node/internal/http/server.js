// nodejs.org/api/http.html#class-httpserver, v22. What serves connections loads with the first one.
// Missing: `insecureHTTPParser` and `highWaterMark` change nothing; the parser is always strict.
'use strict';

const { Server: NetServer } = require('internal/net/server');

const kConnections = Symbol('kConnections');
const kChecking = Symbol('kChecking');

const DEFAULT_REQUEST_TIMEOUT = 300_000;
const DEFAULT_HEADERS_TIMEOUT = 60_000;
const DEFAULT_CHECKING_INTERVAL = 30_000;

function Server(options, requestListener) {
  if (!(this instanceof Server)) return new Server(options, requestListener);
  if (typeof options === 'function') {
    requestListener = options;
    options = undefined;
  }
  if (options != null) {
    require('internal/http/server_options').check(options);
  }
  NetServer.call(this, {
    allowHalfOpen: true, noDelay: options?.noDelay ?? true, keepAlive: options?.keepAlive,
    keepAliveInitialDelay: options?.keepAliveInitialDelay, highWaterMark: options?.highWaterMark,
  });
  if (requestListener) this.on('request', requestListener);
  // A parser gets the first byte too: sockets do not read before it is there.
  this._parses = true;
  this.httpAllowHalfOpen = false;
  this.timeout = 0;
  this.maxHeadersCount = null;
  this.maxRequestsPerSocket = 0;
  this.keepAliveTimeout = options?.keepAliveTimeout ?? 5_000;
  this.requestTimeout = options?.requestTimeout ?? DEFAULT_REQUEST_TIMEOUT;
  this.headersTimeout = options?.headersTimeout ?? Math.min(DEFAULT_HEADERS_TIMEOUT, this.requestTimeout || DEFAULT_HEADERS_TIMEOUT);
  this.connectionsCheckingInterval = options?.connectionsCheckingInterval ?? DEFAULT_CHECKING_INTERVAL;
  this.requireHostHeader = options?.requireHostHeader ?? true;
  this.joinDuplicateHeaders = options?.joinDuplicateHeaders ?? false;
  this.rejectNonStandardBodyWrites = options?.rejectNonStandardBodyWrites ?? false;
  this.maxHeaderSize = options?.maxHeaderSize;
  this._uniqueHeaders = options?.uniqueHeaders ? new Set(options.uniqueHeaders.map((name) => name.toLowerCase())) : null;
  this._options = options ?? null;
  this[kConnections] = null;
  this[kChecking] = undefined;
  this.on('connection', onConnection);
}
Object.setPrototypeOf(Server.prototype, NetServer.prototype);
Object.setPrototypeOf(Server, NetServer);

function onConnection(socket) {
  require('internal/http/connection').serve(this, socket);
}

Server.prototype.setTimeout = function setTimeout(milliseconds, callback) {
  this.timeout = milliseconds;
  if (callback) this.on('timeout', callback);
  return this;
};

Server.prototype.close = function close(...args) {
  stopChecking(this);
  this.closeIdleConnections();
  return Reflect.apply(NetServer.prototype.close, this, args);
};

Server.prototype.closeAllConnections = function closeAllConnections() {
  if (this[kConnections] === null) return;
  for (const connection of this[kConnections]) connection.socket.destroy();
};

Server.prototype.closeIdleConnections = function closeIdleConnections() {
  if (this[kConnections] === null) return;
  for (const connection of this[kConnections]) if (connection.idle()) connection.socket.destroy();
};

function stopChecking(server) {
  if (server[kChecking] !== undefined) require('timers').clearInterval(server[kChecking]);
  server[kChecking] = undefined;
}

Server.prototype[Symbol.for('nodejs.rejection')] = function rejected(error, event, ...args) {
  if (event !== 'request') {
    NetServer.prototype[Symbol.for('nodejs.rejection')].call(this, error, event, ...args);
    return;
  }
  const response = args[1];
  if (response.headersSent || response.writableEnded) {
    response.destroy();
    return;
  }
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  response.statusCode = 500;
  response.end(require('internal/http/common').STATUS_CODES[500]);
};

module.exports = { Server, kConnections, kChecking };
