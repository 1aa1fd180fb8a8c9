// nodejs.org/api/http.html#class-httpoutgoingmessage, v22: header fields and the body of a message that goes out.
'use strict';

const { Stream } = require('stream');
const { codes } = require('internal/errors');
const { nextTick } = require('internal/ticks');
const { validateHeaderName, validateHeaderValue } = require('internal/http/common');

const kFields = Symbol('kOutHeaders');
const kCorked = Symbol('kCorked');
const kErrored = Symbol('kErrored');
const kNeedDrain = Symbol('kNeedDrain');
const kHighWaterMark = Symbol('kHighWaterMark');
const kUnique = Symbol('kUniqueHeaders');
const kBytesWritten = Symbol('kBytesWritten');

const DEFAULT_HIGH_WATER_MARK = 64 * 1024;
const nothingQueued = Object.freeze([]);

function OutgoingMessage(options) {
  Stream.call(this);
  this.socket = null;
  this.outputData = nothingQueued;
  this[kFields] = null;
  if (options?.highWaterMark !== undefined) this[kHighWaterMark] = options.highWaterMark;
}
Object.setPrototypeOf(OutgoingMessage.prototype, Stream.prototype);
Object.setPrototypeOf(OutgoingMessage, Stream);

// What most messages never change lies on the prototype: a response costs what it uses.
Object.assign(OutgoingMessage.prototype, {
  outputSize: 0, writable: true, destroyed: false, _last: false, chunkedEncoding: false, shouldKeepAlive: true,
  maxRequestsOnConnectionReached: false, _defaultKeepAlive: true, useChunkedEncodingByDefault: true, sendDate: false,
  _removedConnection: false, _removedContLen: false, _removedTE: false, strictContentLength: false, _contentLength: null,
  _hasBody: true, _trailer: '', finished: false, _headerSent: false, _closed: false, _header: null, _keepAliveTimeout: 0,
  _maxRequestsPerSocket: 0, _rejectBody: false, _bare: false, [kNeedDrain]: false, [kCorked]: 0, [kErrored]: null, [kUnique]: null,
  [kBytesWritten]: 0, [kHighWaterMark]: DEFAULT_HIGH_WATER_MARK,
});

const getters = {
  errored: (message) => message[kErrored],
  closed: (message) => message._closed,
  writableFinished: (message) => message.finished && message.outputSize === 0 && (!message.socket || message.socket.writableLength === 0),
  writableObjectMode: () => false,
  writableLength: (message) => message.outputSize + (message.socket ? message.socket.writableLength : 0),
  writableHighWaterMark: (message) => (message.socket ? message.socket.writableHighWaterMark : message[kHighWaterMark]),
  writableCorked: (message) => message[kCorked],
  writableEnded: (message) => message.finished,
  writableNeedDrain: (message) => !message.destroyed && !message.finished && message[kNeedDrain],
  headersSent: (message) => message._header !== null,
};
for (const name of Object.keys(getters)) {
  const read = getters[name];
  Object.defineProperty(OutgoingMessage.prototype, name, { __proto__: null, configurable: true, get() { return read(this); } });
}
Object.defineProperty(OutgoingMessage.prototype, 'connection', {
  __proto__: null, configurable: true, get() { return this.socket; }, set(value) { this.socket = value; },
});

// ---- header fields: lower-case name → [name as given, value]

function checkUnsent(message, action) {
  if (message._header !== null) throw new codes.ERR_HTTP_HEADERS_SENT(action);
}

OutgoingMessage.prototype.setHeader = function setHeader(name, value) {
  checkUnsent(this, 'set');
  validateHeaderName(name);
  validateHeaderValue(name, value);
  (this[kFields] ??= { __proto__: null })[name.toLowerCase()] = [name, value];
  return this;
};

OutgoingMessage.prototype.setHeaders = function setHeaders(headers) {
  checkUnsent(this, 'set');
  if (!headers || Array.isArray(headers) || typeof headers.keys !== 'function' || typeof headers.get !== 'function') {
    throw new codes.ERR_INVALID_ARG_TYPE('headers', ['Headers', 'Map'], headers);
  }
  const cookies = [];
  for (const [name, value] of headers) {
    if (name === 'set-cookie') cookies.push(...(Array.isArray(value) ? value : [value]));
    else this.setHeader(name, value);
  }
  if (cookies.length > 0) this.setHeader('set-cookie', cookies);
  return this;
};

OutgoingMessage.prototype.appendHeader = function appendHeader(name, value) {
  checkUnsent(this, 'append');
  validateHeaderName(name);
  validateHeaderValue(name, value);
  const fields = (this[kFields] ??= { __proto__: null });
  const key = name.toLowerCase();
  const before = fields[key];
  if (before === undefined) {
    fields[key] = [name, value];
    return this;
  }
  const values = Array.isArray(before[1]) ? before[1].slice() : [before[1]];
  if (Array.isArray(value)) values.push(...value);
  else values.push(value);
  fields[key] = [before[0], values];
  return this;
};

OutgoingMessage.prototype.getHeader = function getHeader(name) {
  checkName(name);
  return this[kFields]?.[name.toLowerCase()]?.[1];
};

OutgoingMessage.prototype.hasHeader = function hasHeader(name) {
  checkName(name);
  return this[kFields] !== null && this[kFields][name.toLowerCase()] !== undefined;
};

OutgoingMessage.prototype.getHeaderNames = function getHeaderNames() {
  return this[kFields] === null ? [] : Object.keys(this[kFields]);
};

OutgoingMessage.prototype.getRawHeaderNames = function getRawHeaderNames() {
  return this[kFields] === null ? [] : Object.values(this[kFields]).map((field) => field[0]);
};

OutgoingMessage.prototype.getHeaders = function getHeaders() {
  const copy = { __proto__: null };
  for (const name of this.getHeaderNames()) copy[name] = this[kFields][name][1];
  return copy;
};

OutgoingMessage.prototype.removeHeader = function removeHeader(name) {
  checkName(name);
  checkUnsent(this, 'remove');
  const key = name.toLowerCase();
  if (key === 'connection') this._removedConnection = true;
  else if (key === 'content-length') this._removedContLen = true;
  else if (key === 'transfer-encoding') this._removedTE = true;
  else if (key === 'date') this.sendDate = false;
  if (this[kFields] !== null) delete this[kFields][key];
};

function checkName(name) {
  if (typeof name !== 'string') throw new codes.ERR_INVALID_ARG_TYPE('name', 'string', name);
}

OutgoingMessage.prototype.addTrailers = function addTrailers(headers) {
  this._trailer = '';
  for (const key of Object.keys(headers)) {
    const [name, value] = Array.isArray(headers) ? headers[key] : [key, headers[key]];
    validateHeaderName(name, 'Trailer name');
    const joined = Array.isArray(value) && value.length > 1 && this[kUnique]?.has(name.toLowerCase());
    for (const each of joined ? [value.join('; ')] : Array.isArray(value) ? value : [value]) {
      if (require('internal/http/common').notInValue.test(each)) throw new codes.ERR_INVALID_CHAR('trailer content', name);
      this._trailer += `${name}: ${each}\r\n`;
    }
  }
};

OutgoingMessage.prototype._implicitHeader = function _implicitHeader() {
  throw new codes.ERR_METHOD_NOT_IMPLEMENTED('_implicitHeader()');
};

OutgoingMessage.prototype.flushHeaders = function flushHeaders() {
  if (this._header === null) this._implicitHeader();
  this._send('');
};

// ---- state

OutgoingMessage.prototype.setTimeout = function setTimeout(milliseconds, callback) {
  if (callback) this.on('timeout', callback);
  if (this.socket) this.socket.setTimeout(milliseconds);
  else this.once('socket', (socket) => socket.setTimeout(milliseconds));
  return this;
};

OutgoingMessage.prototype.cork = function cork() {
  this[kCorked]++;
  this.socket?.cork();
};

OutgoingMessage.prototype.uncork = function uncork() {
  if (this[kCorked] > 0) this[kCorked]--;
  this.socket?.uncork();
};

OutgoingMessage.prototype.destroy = function destroy(error) {
  if (this.destroyed) return this;
  this.destroyed = true;
  this[kErrored] = error ?? null;
  if (this.socket) this.socket.destroy(error);
  else this.once('socket', (socket) => socket.destroy(error));
  return this;
};

OutgoingMessage.prototype.pipe = function pipe() {
  this.emit('error', new codes.ERR_STREAM_CANNOT_PIPE());
};

OutgoingMessage.prototype[Symbol.for('nodejs.rejection')] = function rejected(error) {
  this.destroy(error);
};

OutgoingMessage.prototype._finish = function _finish() {
  this.emit('prefinish');
};


module.exports = {
  OutgoingMessage, kFields, kCorked, kErrored, kNeedDrain, kHighWaterMark, kUnique, kBytesWritten, checkUnsent,
};
require('internal/http/head');
require('internal/http/body');
