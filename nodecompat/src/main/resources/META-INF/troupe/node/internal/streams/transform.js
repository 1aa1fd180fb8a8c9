// https://nodejs.org/docs/latest-v22.x/api/stream.html#class-streamtransform (v22).
'use strict';

const Duplex = require('internal/streams/duplex');
const { inherit } = require('internal/streams/legacy');
const { codes } = require('internal/errors');

const kCallback = Symbol('kCallback');
const kTransformed = Symbol('kTransformed');
const kBefore = Symbol('kBefore'); // what the readable side held before the chunk

function Transform(options) {
  if (!(this instanceof Transform)) return new Transform(options);
  // without a readable mark of its own the readable side passes pressure on to the writable one
  const readableMark = options ? (options.readableHighWaterMark ?? options.highWaterMark) : undefined;
  const adjusted = readableMark === 0
    ? { ...options, highWaterMark: undefined, readableHighWaterMark: readableMark, writableHighWaterMark: options.writableHighWaterMark || 0 }
    : options;
  Duplex.call(this, adjusted);
  this._readableState.sync = false;
  this[kCallback] = null;
  this[kTransformed] = undefined;
  this[kBefore] = 0;
  if (typeof options?.transform === 'function') this._transform = options.transform;
  if (typeof options?.flush === 'function') this._flush = options.flush;
  this.on('prefinish', onPrefinish);
}
inherit(Transform, Duplex);

function flush(stream, callback) {
  if (typeof stream._flush !== 'function' || stream.destroyed) {
    stream.push(null);
    callback?.();
    return;
  }
  stream._flush((error, data) => {
    if (error) {
      if (callback) callback(error);
      else stream.destroy(error);
      return;
    }
    if (data !== null && data !== undefined) stream.push(data);
    stream.push(null);
    callback?.();
  });
}

function onPrefinish() {
  if (this._final !== final) flush(this);
}

function final(callback) {
  flush(this, callback);
}
Transform.prototype._final = final;

Transform.prototype._transform = function () {
  throw new codes.ERR_METHOD_NOT_IMPLEMENTED('_transform()');
};

Transform.prototype._write = function (chunk, encoding, callback) {
  if (callback !== this._writableState.onWrite) {
    this._transform(chunk, encoding, transformed(this, callback));
    return;
  }
  // one callback for all chunks: there is never more than one under way
  this[kTransformed] ??= transformed(this, callback);
  this[kBefore] = this._readableState.length;
  this._transform(chunk, encoding, this[kTransformed]);
};

/** What `_transform` calls when it is done with a chunk. */
function transformed(stream, callback) {
  const { _readableState: reading, _writableState: writing } = stream;
  stream[kBefore] = reading.length;
  return (error, value) => {
    if (error) {
      callback(error);
      return;
    }
    if (value !== null && value !== undefined) stream.push(value);
    // a full readable side holds the next chunk back
    if (writing.ended || stream[kBefore] === reading.length || reading.length < reading.highWaterMark) callback();
    else stream[kCallback] = callback;
  };
}

Transform.prototype._read = function () {
  const callback = this[kCallback];
  if (callback) {
    this[kCallback] = null;
    callback();
  }
};

module.exports = Transform;
