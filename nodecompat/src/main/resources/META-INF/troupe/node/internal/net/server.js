// nodejs.org/api/net.html#class-netserver, v22.
// Missing: IPC (path, fd, handle), ipv6Only, reusePort; `exclusive` has nothing to exclude, as there is no cluster.
'use strict';

const EventEmitter = require('events');
const tcp = require('internal/net/handle');
const { run, snapshot } = require('internal/async_context');
const { heard } = require('internal/diagnostics');
const { nextTick } = require('internal/ticks');
const { normalizeArguments, toNumber } = require('internal/net/arguments');

const kClosing = Symbol('kClosing');
const kFactory = Symbol('kFactory');
const DEFAULT_BACKLOG = 511;

const lazyErrors = () => require('internal/errors');

function Server(options, connectionListener) {
  if (!(this instanceof Server)) return new Server(options, connectionListener);
  EventEmitter.call(this);
  if (typeof options === 'function') {
    connectionListener = options;
    options = {};
  } else if (options == null) {
    options = {};
  } else if (typeof options !== 'object') {
    throw new (lazyErrors().codes.ERR_INVALID_ARG_TYPE)('options', 'Object', options);
  }
  if (connectionListener != null) this.on('connection', connectionListener);
  this._connections = 0;
  this._handle = null;
  this._unref = false;
  this._listeningId = 1;
  this.allowHalfOpen = options.allowHalfOpen || false;
  this.pauseOnConnect = !!options.pauseOnConnect;
  this.noDelay = Boolean(options.noDelay);
  this.keepAlive = Boolean(options.keepAlive);
  this.keepAliveInitialDelay = Math.trunc((options.keepAliveInitialDelay || 0) / 1000);
  this.highWaterMark = options.highWaterMark;
}
Object.setPrototypeOf(Server.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Server, EventEmitter);

Server.prototype.listen = function listen(...args) {
  const [options, callback] = normalizeArguments(args);
  if (this._handle !== null) throw new (lazyErrors().codes.ERR_SERVER_ALREADY_LISTEN)();
  if (callback !== null) this.once('listening', callback);
  const { port, host } = portAndHost(options, args);
  const backlog = options.backlog || toNumber(args.length > 1 && args[1]) || toNumber(args.length > 2 && args[2]);
  if (options.signal !== undefined) closeOnAbort(this, options.signal);
  heard('tracing:net.server.listen:asyncStart')?.publish({ server: this, options });
  open(this, host, port, backlog || DEFAULT_BACKLOG);
  return this;
};

/** The checks' module is loaded for what is not plainly a port. */
function portNumber(port) {
  const number = port | 0;
  if (`${number}` === `${port}` && number > 0 && number <= 0xffff) return number;
  return require('internal/validators').validatePort(port, 'options.port') | 0;
}

function portAndHost(options, args) {
  let port = options.port;
  if (args.length === 0 || typeof args[0] === 'function' || (port === undefined && 'port' in options) || port === null) {
    port = 0;
  }
  if (typeof port === 'number' || typeof port === 'string') {
    return { port: portNumber(port), host: options.host || '' };
  }
  const { codes } = lazyErrors();
  if (options.path !== undefined || options.fd !== undefined || options._handle !== undefined) {
    throw new codes.ERR_METHOD_NOT_IMPLEMENTED('server.listen(path or handle)');
  }
  if (!('port' in options) && !('path' in options)) {
    throw new codes.ERR_INVALID_ARG_VALUE('options', options, 'must have the property "port" or "path"');
  }
  throw new codes.ERR_INVALID_ARG_VALUE('options', options);
}

function closeOnAbort(server, signal) {
  require('internal/validators').validateAbortSignal(signal, 'options.signal');
  if (signal.aborted) {
    nextTick(() => server.close());
    return;
  }
  const onAborted = () => server.close();
  signal.addEventListener('abort', onAborted);
  server.once('close', () => signal.removeEventListener('abort', onAborted));
}

function open(server, host, port, backlog) {
  server._listeningId++;
  const context = snapshot();
  if (context !== undefined) server[tcp.kContext] = context;
  const handle = tcp.listen(server, host, port, backlog);
  if (typeof handle === 'string') {
    const [code, address] = handle.split(' ');
    const asked = address === undefined || (host === '' && address === '0.0.0.0') ? host || '::' : address;
    const error = listenError(code, asked, port);
    heard('tracing:net.server.listen:error')?.publish({ server, error });
    nextTick(emitError, server, error);
    return;
  }
  server._handle = handle;
  server._connectionKey = `4:${host}:${port}`;
  if (server._unref) tcp.unref(handle);
  nextTick(emitListening, server);
}

function listenError(code, address, port) {
  if (code === 'ENOTFOUND') return require('internal/dns/lookup').failure(code, 'getaddrinfo', address);
  const { codeAndNumber, textOf } = require('internal/errors/system');
  const where = port > 0 ? `${address}:${port}` : address;
  const error = new Error(`listen ${code}: ${textOf(code) ?? 'unknown error'} ${where}`);
  return Object.assign(error, { code, errno: codeAndNumber(code).errno, syscall: 'listen', address, port });
}

function emitError(server, error) {
  server.emit('error', error);
}

function emitListening(server) {
  if (server._handle === null) return;
  heard('tracing:net.server.listen:asyncEnd')?.publish({ server });
  server.emit('listening');
}

Object.defineProperty(Server.prototype, 'listening', {
  __proto__: null, configurable: true, enumerable: true, get() { return this._handle !== null; },
});

Server.prototype.address = function address() {
  if (this._handle === null) return null;
  return require('internal/net/address').parseEndpoint(tcp.local(this._handle));
};

Server.prototype.getConnections = function getConnections(callback) {
  nextTick(callback, null, this._connections);
  return this;
};

Server.prototype.close = function close(callback) {
  if (typeof callback === 'function') {
    if (this._handle === null) {
      this.once('close', () => callback(new (lazyErrors().codes.ERR_SERVER_NOT_RUNNING)()));
    } else {
      this.once('close', callback);
    }
  }
  if (this._handle !== null) {
    this[kClosing] = true;
    tcp.close(this._handle);
    this._handle = null;
  }
  this._emitCloseIfDrained();
  return this;
};

Server.prototype._emitCloseIfDrained = function _emitCloseIfDrained() {
  if (this._handle !== null || this[kClosing] || this._connections > 0) return;
  nextTick(emitClose, this);
};

function emitClose(server) {
  server.emit('close');
}

Server.prototype[Symbol.for('nodejs.asyncDispose')] = function asyncDispose() {
  if (this._handle === null) return Promise.resolve();
  return new Promise((resolve, reject) => this.close((error) => (error ? reject(error) : resolve())));
};
if (Symbol.asyncDispose !== undefined) {
  Server.prototype[Symbol.asyncDispose] = Server.prototype[Symbol.for('nodejs.asyncDispose')];
}

Server.prototype[EventEmitter.captureRejectionSymbol ?? Symbol.for('nodejs.rejection')] = function rejected(error, event, socket) {
  if (event === 'connection') socket.destroy(error);
  else this.emit('error', error);
};

Server.prototype.ref = function ref() {
  this._unref = false;
  if (this._handle !== null) tcp.ref(this._handle);
  return this;
};

Server.prototype.unref = function unref() {
  this._unref = true;
  if (this._handle !== null) tcp.unref(this._handle);
  return this;
};

// on the prototype and last: in each realm an object has shapes of its own from its first symbol of the realm on
Server.prototype[kClosing] = false;

// ---- what the binding tells; `server` is the owner that listen() named

function onConnection(server, handle) {
  const { accept } = require('internal/net/accept');
  const context = server[tcp.kContext];
  if (context === undefined) accept(server, handle);
  else run(context, accept, undefined, server, handle);
}

function onListenerClosed(server) {
  // The actor's destruction closes listeners too: the program did not ask, so it is told only that no more come.
  server[kClosing] = false;
  server._handle = null;
  server._emitCloseIfDrained();
}

tcp.onServers(onConnection, onListenerClosed);

module.exports = { Server, kFactory };
