// https://nodejs.org/docs/latest-v22.x/api/stream.html#class-streamtransform (v22).
'use strict';

const Duplex = require('internal/streams/duplex');
const { inherit } = require('internal/streams/legacy');
const { codes } = require('internal/errors');

const kCallback = Symbol('kCallback');

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
  const reading = this._readableState;
  const writing = this._writableState;
  const before = reading.length;
  this._transform(chunk, encoding, (error, value) => {
    if (error) {
      callback(error);
      return;
    }
    if (value !== null && value !== undefined) this.push(value);
    if (writing.ended || before === reading.length || reading.length < reading.highWaterMark) callback();
    else this[kCallback] = callback;
  });
};

Transform.prototype._read = function () {
  const callback = this[kCallback];
  if (callback) {
    this[kCallback] = null;
    callback();
  }
};

module.exports = Transform;
