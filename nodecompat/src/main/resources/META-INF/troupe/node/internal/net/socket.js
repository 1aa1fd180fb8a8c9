// nodejs.org/api/net.html#class-netsocket, v22.
// Missing: file descriptors and IPC, which throw. An `onread` buffer is filled, but the bytes come through one copy more than in Node.
'use strict';

const { Duplex } = require('stream');
const { nextTick } = require('internal/ticks');
const { parseEndpoint } = require('internal/net/address');
const { setIdleTimeout, rearm, forget } = require('internal/net/timeout');
const { kContext } = require('internal/net/handle');
const tcp = require('internal/net/stream_handle');

const kHandle = Symbol('kHandle');
const kLocal = Symbol('kLocal');
const kRemote = Symbol('kRemote');
const kBytesRead = Symbol('kBytesRead');
const kBytesWritten = Symbol('kBytesWritten');
const kReading = Symbol('kReading');
const kOnRead = Symbol('kOnRead');
const kNoDelay = Symbol('kNoDelay');
const kKeepAlive = Symbol('kKeepAlive');
const kShutDown = Symbol('kShutDown');
const kWaiting = Symbol('kWaiting');
const kParsed = Symbol('kParsed');

const lazyErrors = () => require('internal/errors');

function Socket(options) {
  if (!(this instanceof Socket)) return new Socket(options);
  if (options?.objectMode) {
    throw new (lazyErrors().codes.ERR_INVALID_ARG_VALUE)('options.objectMode', options.objectMode, 'is not supported');
  }
  if (options?.readableObjectMode || options?.writableObjectMode) {
    const name = options.readableObjectMode ? 'readableObjectMode' : 'writableObjectMode';
    throw new (lazyErrors().codes.ERR_INVALID_ARG_VALUE)(`options.${name}`, options[name], 'is not supported');
  }
  if (typeof options === 'number' || options?.fd !== undefined || (options?.handle != null)) {
    throw new (lazyErrors().codes.ERR_METHOD_NOT_IMPLEMENTED)('net.Socket({ fd or handle })');
  }
  this.connecting = false;
  this._hadError = false;
  this._parent = null;
  this._host = null;
  this._pendingData = null;
  this._pendingEncoding = '';
  this.server = null;
  this._server = null;
  this.timeout = 0;
  this[kLocal] = undefined;
  this[kRemote] = undefined;
  this[kBytesRead] = 0;
  this[kBytesWritten] = 0;
  this[kReading] = false;
  this[kParsed] = false;
  this[kContext] = undefined;
  this[kShutDown] = null;
  this[kWaiting] = null;
  this._handle = options?.[kHandle] ?? null;
  Duplex.call(this, {
    ...options, allowHalfOpen: Boolean(options?.allowHalfOpen), emitClose: false, autoDestroy: true, decodeStrings: false,
  });
  this.allowHalfOpen = Boolean(options?.allowHalfOpen);
  if (options?.onread) this[kOnRead] = checkedOnRead(options.onread);
  if (options?.signal) require('internal/net/connect').destroyOnAbort(this, options.signal);
  this.on('end', onEnd);
  if (this._handle !== null) {
    tcp.adopt(this._handle, this);
    if (options.pauseOnCreate) {
      this.readableFlowing = false;
    } else if (!options.manualStart) {
      this.read(0);
    }
  }
}
Object.setPrototypeOf(Socket.prototype, Duplex.prototype);
Object.setPrototypeOf(Socket, Duplex);

function checkedOnRead(onread) {
  const { buffer, callback } = onread;
  if (typeof callback !== 'function' || (typeof buffer !== 'function' && !ArrayBuffer.isView(buffer))) return undefined;
  return { buffer, callback };
}

function onEnd() {
  if (!this.allowHalfOpen) this.write = writeAfterEnd;
}

function writeAfterEnd(chunk, encoding, callback) {
  if (!this.writableEnded) return Duplex.prototype.write.call(this, chunk, encoding, callback);
  if (typeof encoding === 'function') callback = encoding;
  const error = Object.assign(new Error('This socket has been ended by the other party'), { code: 'EPIPE' });
  if (typeof callback === 'function') nextTick(callback, error);
  this.destroy(error);
  return false;
}

Socket.prototype._unrefTimer = function _unrefTimer() {
  if (this.timeout) rearm(this);
};

Socket.prototype._onTimeout = function _onTimeout() {
  this.emit('timeout');
};

Socket.prototype.setTimeout = function setTimeout(milliseconds, callback) {
  return setIdleTimeout(this, milliseconds, callback);
};

// ---- reading

Socket.prototype._read = function _read(size) {
  if (this.connecting || this._handle === null) {
    if (this.connecting) this.once('connect', () => this._read(size));
  } else {
    startReading(this);
  }
};

function startReading(socket) {
  if (socket[kReading] || socket[kParsed] || socket._handle === null) return;
  socket[kReading] = true;
  tcp.readStart(socket._handle);
}

function stopReading(socket) {
  if (!socket[kReading] || socket._handle === null) return;
  socket[kReading] = false;
  tcp.readStop(socket._handle);
}

Socket.prototype.pause = function pause() {
  if (this[kOnRead] !== undefined && !this.connecting) stopReading(this);
  return Duplex.prototype.pause.call(this);
};

Socket.prototype.resume = function resume() {
  if (this[kOnRead] !== undefined && !this.connecting) startReading(this);
  return Duplex.prototype.resume.call(this);
};

// ---- writing

Socket.prototype._write = function _write(chunk, encoding, callback) {
  require('internal/net/writing').write(this, chunk, encoding, callback);
};

Socket.prototype._writev = function _writev(chunks, callback) {
  require('internal/net/writing').writeAll(this, chunks, callback);
};

Socket.prototype._final = function _final(callback) {
  if (this.connecting) {
    this.once('connect', () => this._final(callback));
    return;
  }
  if (this._handle === null) {
    callback();
    return;
  }
  this[kShutDown] = callback;
  tcp.shutdown(this._handle);
};

// ---- ending

Socket.prototype.destroySoon = function destroySoon() {
  if (this.writable) this.end();
  if (this.writableFinished) this.destroy();
  else this.once('finish', this.destroy);
};

Socket.prototype.resetAndDestroy = function resetAndDestroy() {
  if (this.connecting) {
    this.once('connect', () => reset(this));
  } else if (this._handle !== null) {
    reset(this);
  } else {
    this.destroy(new (lazyErrors().codes.ERR_SOCKET_CLOSED)());
  }
  return this;
};

function reset(socket) {
  if (socket._handle !== null) tcp.reset(socket._handle);
  socket.destroy();
}

Socket.prototype._destroy = function _destroy(error, callback) {
  this.connecting = false;
  forget(this);
  const handle = this._handle;
  if (handle !== null) {
    this[kBytesRead] = tcp.bytesRead(handle);
    this[kRemote] ??= endpoint(tcp.remote(handle));
    tcp.close(handle);
    this._handle = null;
  }
  const waiting = this[kWaiting];
  this[kWaiting] = null;
  callback(error);
  if (waiting !== null) waiting.callback(error ?? new (lazyErrors().codes.ERR_SOCKET_CLOSED)());
  nextTick(emitClose, this, Boolean(error));
  if (this._server !== null) {
    this._server._connections--;
    this._server._emitCloseIfDrained();
    this._server = null;
  }
};

function emitClose(socket, hadError) {
  socket.emit('close', hadError);
}

// ---- options and state

Socket.prototype.setNoDelay = function setNoDelay(enable) {
  const on = Boolean(enable === undefined ? true : enable);
  this[kNoDelay] = on;
  if (this._handle !== null && !this.connecting) tcp.noDelay(this._handle, on);
  return this;
};

Socket.prototype.setKeepAlive = function setKeepAlive(enable) {
  this[kKeepAlive] = Boolean(enable);
  if (this._handle !== null && !this.connecting) tcp.keepAlive(this._handle, this[kKeepAlive]);
  return this;
};

Socket.prototype.ref = function ref() {
  if (this._handle === null) this.once('connect', this.ref);
  else tcp.ref(this._handle);
  return this;
};

Socket.prototype.unref = function unref() {
  if (this._handle === null) this.once('connect', this.unref);
  else tcp.unref(this._handle);
  return this;
};

Socket.prototype.connect = function connect(...args) {
  return require('internal/net/connect').connectSocket(this, args);
};

Socket.prototype.address = function address() {
  return { ...local(this) };
};

function endpoint(text) {
  return text === '' ? undefined : parseEndpoint(text);
}

function local(socket) {
  if (socket[kLocal] === undefined && socket._handle !== null && !socket.connecting) {
    socket[kLocal] = endpoint(tcp.local(socket._handle));
  }
  return socket[kLocal] ?? {};
}

function remote(socket) {
  if (socket[kRemote] === undefined && socket._handle !== null && !socket.connecting) {
    socket[kRemote] = endpoint(tcp.remote(socket._handle));
  }
  return socket[kRemote] ?? {};
}

function readyState(socket) {
  if (socket.connecting) return 'opening';
  if (socket.readable) return socket.writable ? 'open' : 'readOnly';
  return socket.writable ? 'writeOnly' : 'closed';
}

const getters = {
  localAddress: (socket) => local(socket).address,
  localPort: (socket) => local(socket).port,
  localFamily: (socket) => local(socket).family,
  remoteAddress: (socket) => remote(socket).address,
  remotePort: (socket) => remote(socket).port,
  remoteFamily: (socket) => remote(socket).family,
  bytesRead: (socket) => (socket._handle === null ? socket[kBytesRead] : tcp.bytesRead(socket._handle)),
  _bytesDispatched: (socket) => socket[kBytesWritten],
  bytesWritten: (socket) => require('internal/net/writing').bytesWritten(socket),
  bufferSize: (socket) => (socket._handle === null ? undefined : socket.writableLength),
  pending: (socket) => socket._handle === null || socket.connecting,
  _connecting: (socket) => socket.connecting,
  readyState,
};
for (const name of Object.keys(getters)) {
  const read = getters[name];
  Object.defineProperty(Socket.prototype, name, { __proto__: null, configurable: true, get() { return read(this); } });
}

module.exports = {
  Socket, kHandle, kBytesWritten, kOnRead, kReading, kShutDown, kWaiting, kParsed, kNoDelay, kKeepAlive, startReading, stopReading,
};
require('internal/net/events');
