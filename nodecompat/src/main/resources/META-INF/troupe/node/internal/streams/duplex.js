// https://nodejs.org/docs/latest-v22.x/api/stream.html#class-streamduplex (v22): a Readable that has a Writable's methods too.
'use strict';

const Readable = require('internal/streams/readable');

module.exports = Duplex;

const Writable = require('internal/streams/writable');
const { Stream, inherit, setUpOptions } = require('internal/streams/legacy');
const { ReadableState } = require('internal/streams/readable_state');
const { WritableState } = require('internal/streams/writable_state');
const { construct } = require('internal/streams/destroy');
const { goOnWriting } = require('internal/streams/writing');

inherit(Duplex, Readable);
for (const name of Object.keys(Writable.prototype)) Duplex.prototype[name] ??= Writable.prototype[name];
Duplex.prototype.write = Writable.prototype.write;
Duplex.prototype.end = Writable.prototype.end;
Duplex.prototype.destroy = Writable.prototype.destroy;

// both constructors in one: events, options and _construct are set up once
function Duplex(options) {
  if (!(this instanceof Duplex)) return new Duplex(options);
  Stream.call(this, options);
  this._readableState = new ReadableState(options, true);
  this._writableState = new WritableState(options, this, true);
  setUpOptions(this, options, ['read', 'write', 'writev', 'destroy', 'final', 'construct']);
  this.allowHalfOpen = options?.allowHalfOpen !== false;
  if (options?.readable === false) {
    this._readableState.readable = false;
    this._readableState.ended = true;
    this._readableState.endEmitted = true;
  }
  if (options?.writable === false) {
    this._writableState.writable = false;
    this._writableState.ending = true;
    this._writableState.ended = true;
    this._writableState.finished = true;
  }
  if (this._construct != null) construct(this, () => onConstructed(this));
}

function onConstructed(stream) {
  stream.read(0);
  goOnWriting(stream);
}

for (const name of [
  'writable', 'writableHighWaterMark', 'writableObjectMode', 'writableBuffer', 'writableLength', 'writableFinished', 'writableCorked',
  'writableEnded', 'writableNeedDrain', 'writableAborted',
]) {
  Object.defineProperty(Duplex.prototype, name, Object.getOwnPropertyDescriptor(Writable.prototype, name));
}

Object.defineProperty(Duplex.prototype, 'destroyed', {
  __proto__: null,
  configurable: true,
  enumerable: false,
  get() {
    return Boolean(this._readableState?.destroyed && this._writableState?.destroyed);
  },
  set(value) {
    if (this._readableState && this._writableState) this._readableState.destroyed = this._writableState.destroyed = value;
  },
});

Duplex.fromWeb = (pair, options) => require('internal/webstreams/adapters').duplexFromWeb(pair, options);
Duplex.toWeb = (duplex, options) => require('internal/webstreams/adapters').duplexToWeb(duplex, options);
Duplex.from = (body) => require('internal/streams/duplexify').duplexFrom(body);
