// nodejs.org/api/http.html#class-httpincomingmessage, v22.
'use strict';

const { Readable } = require('stream');
const tcp = require('internal/net/stream_handle');
const { nextTick } = require('internal/ticks');

const kFields = Symbol('kFields');
const kHeaders = Symbol('kHeaders');
const kRawHeaders = Symbol('kRawHeaders');
const kDistinct = Symbol('kDistinct');
const kTrailerFields = Symbol('kTrailerFields');
const kTrailers = Symbol('kTrailers');
const kRawTrailers = Symbol('kRawTrailers');
const kTrailersDistinct = Symbol('kTrailersDistinct');
const kPaused = Symbol('kPaused');
const kState = Symbol('kState');
const kEnded = Symbol('kEnded');

function IncomingMessage(socket) {
  this.socket = socket;
  this[kFields] = '';
}
Object.setPrototypeOf(IncomingMessage.prototype, Readable.prototype);
Object.setPrototypeOf(IncomingMessage, Readable);

Object.assign(IncomingMessage.prototype, {
  httpVersionMajor: null, httpVersionMinor: null, httpVersion: null, complete: false, aborted: false, upgrade: null, url: '',
  method: null, statusCode: null, statusMessage: null, joinDuplicateHeaders: false, _consuming: false, _dumped: false,
  [kRawHeaders]: null, [kHeaders]: null, [kDistinct]: null, [kTrailerFields]: '', [kRawTrailers]: null, [kTrailers]: null,
  [kTrailersDistinct]: null, [kPaused]: false, [kState]: undefined, [kEnded]: false,
});

// Most requests have no body and nobody listens to them: the stream comes into being when something of it is touched.
Object.defineProperty(IncomingMessage.prototype, '_readableState', {
  __proto__: null,
  configurable: true,
  get() {
    if (this[kState] === undefined && this !== IncomingMessage.prototype && Object.hasOwn(this, kFields)) becomeStream(this);
    return this[kState];
  },
  set(value) { this[kState] = value; },
});

function becomeStream(message) {
  const { socket } = message;
  const events = message._events;
  Readable.call(message, socket ? { autoDestroy: true, highWaterMark: socket.readableHighWaterMark } : undefined);
  if (events !== undefined) message._events = events;
  message[kState].readingMore = true;
  if (message[kEnded]) message.push(null);
}

// Says that nothing more comes; a message that nobody looked at learns it when somebody does.
function endMessage(message) {
  message[kEnded] = true;
  if (message[kState] !== undefined) message.push(null);
}

const isStream = (message) => message[kState] !== undefined;

function split(fields) {
  if (fields === '') return [];
  const list = fields.split('\n');
  list.pop();
  return list;
}

// nodejs.org/api/http.html#messageheaders: these keep their first value.
const single = new Set([
  'age', 'authorization', 'content-length', 'content-type', 'etag', 'expires', 'from', 'host', 'if-modified-since',
  'if-unmodified-since', 'last-modified', 'location', 'max-forwards', 'proxy-authorization', 'referer', 'retry-after', 'server',
  'user-agent',
]);

function addJoined(target, name, value, join) {
  const key = name.toLowerCase();
  const before = target[key];
  if (key === 'set-cookie') {
    if (before === undefined) target[key] = [value];
    else before.push(value);
  } else if (before === undefined) {
    target[key] = value;
  } else if (key === 'cookie') {
    target[key] = `${before}; ${value}`;
  } else if (join || !single.has(key)) {
    target[key] = `${before}, ${value}`;
  }
}

function addDistinct(target, name, value) {
  const key = name.toLowerCase();
  if (target[key] === undefined) target[key] = [value];
  else target[key].push(value);
}

function collect(target, raw, count, add, join) {
  for (let i = 0; i < count; i += 2) add(target, raw[i], raw[i + 1], join);
  return target;
}

function bounded(message, raw) {
  const max = message.socket?.server?.maxHeadersCount ?? message._maxHeadersCount;
  return typeof max === 'number' && max > 0 ? Math.min(raw.length, 2 * max) : raw.length;
}

// Each is made when it is first looked at, from the text that the parser left, and can be replaced by the program.
const views = {
  rawHeaders: [kRawHeaders, (message) => {
    const raw = split(message[kFields]);
    raw.length = bounded(message, raw);
    return raw;
  }],
  headers: [kHeaders, (message) => {
    const raw = message.rawHeaders;
    return collect({}, raw, raw.length, addJoined, message.joinDuplicateHeaders);
  }],
  headersDistinct: [kDistinct, (message) => collect({ __proto__: null }, message.rawHeaders, message.rawHeaders.length, addDistinct)],
  rawTrailers: [kRawTrailers, (message) => split(message[kTrailerFields])],
  trailers: [kTrailers, (message) => {
    const raw = message.rawTrailers;
    return collect({}, raw, raw.length, addJoined, message.joinDuplicateHeaders);
  }],
  trailersDistinct: [kTrailersDistinct, (message) => collect({ __proto__: null }, message.rawTrailers, message.rawTrailers.length, addDistinct)],
};
for (const name of Object.keys(views)) {
  const [slot, make] = views[name];
  Object.defineProperty(IncomingMessage.prototype, name, {
    __proto__: null, configurable: true, get() { return (this[slot] ??= make(this)); }, set(value) { this[slot] = value; },
  });
}

Object.defineProperty(IncomingMessage.prototype, 'connection', {
  __proto__: null, configurable: true, get() { return this.socket; }, set(value) { this.socket = value; },
});

IncomingMessage.prototype.setTimeout = function setTimeout(milliseconds, callback) {
  if (callback) this.on('timeout', callback);
  this.socket.setTimeout(milliseconds);
  return this;
};

IncomingMessage.prototype._read = function _read() {
  if (!this._consuming) {
    this._readableState.readingMore = false;
    this._consuming = true;
  }
  if (this[kPaused]) resumeReading(this);
};

// The program is slow: the peer waits.
function pauseReading(message) {
  message[kPaused] = true;
  const handle = message.socket?._handle;
  if (handle != null) tcp.readStop(handle);
}

function resumeReading(message) {
  message[kPaused] = false;
  const handle = message.socket?._handle;
  if (handle != null) tcp.readStart(handle);
}

IncomingMessage.prototype._destroy = function _destroy(error, callback) {
  if (!this.readableEnded || !this.complete) {
    this.aborted = true;
    this.emit('aborted');
  }
  const socket = this.socket;
  if (socket && !socket.destroyed && this.aborted) {
    socket.destroy(error);
    const onDone = (failure) => settle(this, failure ?? error, callback);
    if (socket.closed) onDone(error);
    else socket.once('close', () => onDone(error));
    return;
  }
  if (!error && socket?.errored && !this.complete) error = socket.errored;
  settle(this, error, callback);
};

// A peer that goes away must not end a program that did not ask to be told: without a listener there is no 'error'.
function settle(message, error, callback) {
  nextTick(() => callback(message.listenerCount('error') === 0 ? null : error));
}

// nodejs.org/api/http.html#class-httpincomingmessage: what nobody reads is thrown away, so that the next message comes.
IncomingMessage.prototype._dump = function _dump() {
  if (this._dumped) return;
  this._dumped = true;
  this._consuming = true;
  this.resume();
};

module.exports = { IncomingMessage, kFields, kTrailerFields, kPaused, pauseReading, resumeReading, endMessage, isStream };
