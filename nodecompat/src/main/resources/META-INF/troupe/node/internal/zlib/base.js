// nodejs.org/api/zlib.html#class-zlibzlibbase, v22: the stream that all classes of zlib are. Missing: nothing.
'use strict';

const Transform = require('internal/streams/transform');
const { codes } = require('internal/errors');
const { nextTick } = require('internal/ticks');
const { deprecate } = require('internal/util');
const { allocate } = require('internal/buffer/fast');
const { constants, kMaxLength } = require('internal/zlib/constants');
const { Handle, kStepped } = require('internal/zlib/handle');
const { number } = require('internal/zlib/options');

const { defineProperty, setPrototypeOf } = Object;
const { Z_NO_FLUSH, Z_BLOCK, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH } = constants;

const kFlush = Symbol('kFlush');
const kWork = Symbol('kWork');
// deflate's flushes from the weakest to the strongest; those of brotli and zstd are in order themselves
const STRENGTH = [Z_NO_FLUSH, Z_BLOCK, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH];

function stronger(a, b) {
  return STRENGTH.indexOf(a) > STRENGTH.indexOf(b) ? a : b;
}

/** `flushes` names what is written at each chunk, at the end and by flush(), and the largest number allowed. */
function ZlibBase(options, handle, { flush, finishFlush, fullFlush, most }) {
  let chunkSize = constants.Z_DEFAULT_CHUNK;
  let maxOutputLength = kMaxLength;
  if (options) {
    chunkSize = number(options.chunkSize, 'options.chunkSize', constants.Z_MIN_CHUNK, Infinity, chunkSize);
    flush = number(options.flush, 'options.flush', 0, most, flush);
    finishFlush = number(options.finishFlush, 'options.finishFlush', 0, most, finishFlush);
    maxOutputLength = number(options.maxOutputLength, 'options.maxOutputLength', 1, maxOutputLength, maxOutputLength);
    if (options.encoding || options.objectMode || options.writableObjectMode) {
      options = { ...options, encoding: null, objectMode: false, writableObjectMode: false };
    }
  }
  Transform.call(this, { autoDestroy: true, ...options });
  this.bytesWritten = 0;
  this._handle = handle;
  this._chunkSize = chunkSize;
  this._defaultFlushFlag = flush;
  this._finishFlushFlag = finishFlush;
  this._defaultFullFlushFlag = fullFlush;
  this._info = options?.info;
  this._maxOutputLength = maxOutputLength;
  this._rejectGarbageAfterEnd = options?.rejectGarbageAfterEnd === true;
  this[kWork] = null;
}
setPrototypeOf(ZlibBase.prototype, Transform.prototype);
setPrototypeOf(ZlibBase, Transform);
const proto = ZlibBase.prototype;

defineProperty(proto, '_closed', { __proto__: null, configurable: true, enumerable: true, get() { return this._handle === null; } });

defineProperty(proto, 'bytesRead', {
  __proto__: null,
  configurable: true,
  enumerable: true,
  get: deprecate(function() { return this.bytesWritten; },
    'zlib.bytesRead is deprecated and will change its meaning in the future. Use zlib.bytesWritten instead.', 'DEP0108'),
  set: deprecate(function(value) { this.bytesWritten = value; },
    'Setting zlib.bytesRead is deprecated. This feature will be removed in the future.', 'DEP0108'),
});

function open(stream) {
  if (stream._handle === null) throw new codes.ERR_INTERNAL_ASSERTION('zlib binding closed');
  return stream._handle;
}

proto.reset = function() {
  return Handle.reset(open(this));
};

proto._final = function(callback) {
  callback();
};

proto._flush = function(callback) {
  this._transform(allocate(0), '', callback);
};

proto.flush = function(kind, callback) {
  if (typeof kind === 'function' || (kind === undefined && !callback)) {
    callback = kind;
    kind = this._defaultFullFlushFlag;
  }
  if (this.writableFinished) {
    if (callback) nextTick(callback);
  } else if (this.writableEnded) {
    if (callback) this.once('end', callback);
  } else {
    // an empty chunk takes its turn among those that were written before
    const marker = allocate(0);
    marker[kFlush] = kind;
    this.write(marker, '', callback);
  }
};

proto.close = function(callback) {
  if (callback) require('internal/streams/end_of_stream').finished(this, callback);
  this.destroy();
};

proto._destroy = function(error, callback) {
  release(this);
  callback(error);
};

function release(stream) {
  if (stream._handle === null) return;
  Handle.close(stream._handle);
  stream._handle = null;
}

proto._transform = function(chunk, encoding, callback) {
  let flush = this._defaultFlushFlag;
  if (typeof chunk[kFlush] === 'number') flush = chunk[kFlush];
  else if (this.writableEnded && this.writableLength === chunk.byteLength) flush = stronger(flush, this._finishFlushFlag);
  work(this, chunk, flush, callback);
};

function work(stream, chunk, flush, callback) {
  if (stream._handle === null) {
    nextTick(callback);
    return;
  }
  stream[kWork] = { left: chunk.byteLength, waits: false, callback };
  Handle.begin(stream._handle, chunk, flush);
  Handle.step(stream._handle, stream, stream._chunkSize);
}

/** One step is done: there is output, or a failure. */
proto[kStepped] = function(failure, output, left, full) {
  const working = this[kWork];
  if (this.destroyed) {
    this[kWork] = null;
    working.callback();
    return;
  }
  if (failure !== undefined) {
    this[kWork] = null;
    this.destroy(failure);
    return;
  }
  this.bytesWritten += working.left - left;
  working.left = left;
  let wanted = true;
  if (output.byteLength > 0) wanted = this.push(output);
  if (this.destroyed) return;
  if (full) {
    if (wanted || this._readableState.length < this.readableHighWaterMark) Handle.step(this._handle, this, this._chunkSize);
    else working.waits = true;
    return;
  }
  this[kWork] = null;
  // what is left lies behind the end of the compressed stream
  if (left > 0 && this._rejectGarbageAfterEnd) {
    this.destroy(new codes.ERR_TRAILING_JUNK_AFTER_STREAM_END());
    return;
  }
  if (left > 0) this.push(null);
  working.callback();
};

proto._read = function(size) {
  const working = this[kWork];
  if (working?.waits) {
    working.waits = false;
    if (this._handle !== null) Handle.step(this._handle, this, this._chunkSize);
    return;
  }
  Reflect.apply(Transform.prototype._read, this, [size]);
};

/** Works through `chunk` at once and closes the stream. */
function processNow(stream, chunk, flush) {
  const handle = open(stream);
  const parts = [];
  let length = 0;
  try {
    Handle.begin(handle, chunk, flush);
    let step;
    let size = stream._chunkSize;
    do {
      step = Handle.stepNow(handle, size);
      size = Math.min(size * 2, 1 << 20);
      length += step.output.byteLength;
      if (length > stream._maxOutputLength) throw new codes.ERR_BUFFER_TOO_LARGE(stream._maxOutputLength);
      if (step.output.byteLength > 0) parts.push(step.output);
    } while (step.full);
    stream.bytesWritten = chunk.byteLength - step.left;
  } finally {
    release(stream);
  }
  return parts.length === 1 ? parts[0] : require('buffer').Buffer.concat(parts, length);
}

proto._processChunk = function(chunk, flush, callback) {
  if (typeof callback === 'function') work(this, chunk, flush, callback);
  else return processNow(this, chunk, flush);
};

module.exports = { ZlibBase, Handle, open, processNow };
