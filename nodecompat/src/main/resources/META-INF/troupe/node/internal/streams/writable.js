// https://nodejs.org/docs/latest-v22.x/api/stream.html#writable-streams (v22). The way of a chunk is in internal/streams/writing, the end in
// internal/streams/finishing. Missing: nothing.
'use strict';

const { nextTick } = require('internal/ticks');
const { Stream, setUpOptions, inherit } = require('internal/streams/legacy');
const destroying = require('internal/streams/destroy');
const { WritableState } = require('internal/streams/writable_state');
const { write, submit, clearBuffer, failBuffer, goOnWriting, nop } = require('internal/streams/writing');
const { end } = require('internal/streams/finishing');
const { codes } = require('internal/errors');

let Buffer; // as soon as a stream has bytes

const isInstance = Function.prototype[Symbol.hasInstance];

function Writable(options) {
  const isDuplex = this instanceof require('internal/streams/duplex');
  if (!isDuplex && !isInstance.call(Writable, this)) return new Writable(options);
  Stream.call(this, options);
  this._writableState = new WritableState(options, this, isDuplex);
  setUpOptions(this, options, ['write', 'writev', 'destroy', 'final', 'construct']);
  if (this._construct != null) destroying.construct(this, () => goOnWriting(this));
}
inherit(Writable, Stream);
const proto = Writable.prototype;

// a Duplex is a Writable too, though it does not inherit from it
Object.defineProperty(Writable, Symbol.hasInstance, {
  __proto__: null,
  value(object) {
    if (isInstance.call(this, object)) return true;
    return this === Writable && object?._writableState instanceof WritableState;
  },
});

proto.pipe = function () {
  destroying.errorOrDestroy(this, new codes.ERR_STREAM_CANNOT_PIPE());
};

// the way of nearly all chunks, without further calls: an interpreter pays for each
proto.write = function (chunk, encoding, callback) {
  const state = this._writableState;
  if (encoding === undefined && callback === undefined && chunk !== null && !state.ending && !state.destroyed) {
    if (state.objectMode) return submit(this, state, chunk, undefined, nop, 1);
    if (Buffer === undefined) ({ Buffer } = require('internal/streams/bytes'));
    if (chunk instanceof Buffer) return submit(this, state, chunk, 'buffer', nop, chunk.length);
  }
  if (typeof encoding === 'function') return write(this, chunk, undefined, encoding) === true;
  return write(this, chunk, encoding, callback) === true;
};

proto._write = function (chunk, encoding, callback) {
  if (!this._writev) throw new codes.ERR_METHOD_NOT_IMPLEMENTED('_write()');
  this._writev([{ chunk, encoding }], callback);
};
proto._writev = null;

proto.cork = function () {
  this._writableState.corked++;
};

proto.uncork = function () {
  const state = this._writableState;
  if (state.corked) {
    state.corked--;
    if (!state.writing) clearBuffer(this, state);
  }
};

proto.setDefaultEncoding = function (encoding) {
  const name = typeof encoding === 'string' ? encoding.toLowerCase() : encoding;
  if (!require('buffer').Buffer.isEncoding(name)) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  this._writableState.defaultEncoding = name;
  return this;
};

proto.end = function (chunk, encoding, callback) {
  const state = this._writableState;
  if (typeof chunk === 'function') {
    callback = chunk;
    chunk = null;
    encoding = null;
  } else if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  }
  let error;
  if (chunk !== null && chunk !== undefined) {
    const result = write(this, chunk, encoding);
    if (result instanceof Error) error = result;
  }
  if (state.corked) {
    state.corked = 1;
    this.uncork();
  }
  end(this, state, error, callback);
  return this;
};

proto._undestroy = destroying.undestroy;
proto._destroy = destroying.defaultDestroy;

proto.destroy = function (error, callback) {
  const state = this._writableState;
  if (!state.destroyed && (state.bufferedIndex < state.buffered.length || state.onFinish.length)) nextTick(failBuffer, state);
  destroying.destroy.call(this, error, callback);
  return this;
};

proto[require('events').captureRejectionSymbol] = function (error) {
  this.destroy(error);
};

Writable.fromWeb = (stream, options) => require('internal/webstreams/adapters').writableFromWeb(stream, options);
Writable.toWeb = (stream) => require('internal/webstreams/adapters').writableToWeb(stream);

require('internal/streams/writable_properties').define(Writable);

module.exports = Writable;
