// nodejs.org/api/fs.html#class-fsreadstream, v22. Missing: nothing.
'use strict';

const { Readable } = require('stream');
const { codes } = require('internal/errors');
const { validateInteger } = require('internal/validators');
const common = require('internal/fs/stream_common');
const { kFs, kBusy, kIdle } = common;

function ReadStream(path, options) {
  if (!(this instanceof ReadStream)) return new ReadStream(path, options);
  options = common.optionsOf(options);
  if (options.highWaterMark === undefined) options.highWaterMark = 64 * 1024;
  if (options.autoDestroy === undefined) options.autoDestroy = false;
  common.begin(this, path, options, ['open', 'read', 'close'], 'r');
  this.start = options.start;
  this.end = options.end ?? Infinity;
  this.pos = undefined;
  this.bytesRead = 0;
  checkRange(this);
  Readable.call(this, options);
  if (options.encoding) this.setEncoding(options.encoding);
}
Object.setPrototypeOf(ReadStream.prototype, Readable.prototype);
Object.setPrototypeOf(ReadStream, Readable);

function checkRange(stream) {
  if (stream.start !== undefined) {
    validateInteger(stream.start, 'start', 0);
    stream.pos = stream.start;
  }
  if (stream.end === Infinity) return;
  validateInteger(stream.end, 'end', 0);
  if (stream.start !== undefined && stream.start > stream.end) {
    throw new codes.ERR_OUT_OF_RANGE('start', `<= "end" (here: ${stream.end})`, stream.start);
  }
}

common.shape(ReadStream, 'autoDestroy');

ReadStream.prototype._construct = common.construct;
ReadStream.prototype._destroy = common.destroy;

ReadStream.prototype._read = function(size) {
  const at = this.pos !== undefined ? this.pos : this.bytesRead;
  size = Math.min(this.end - at + 1, size);
  if (size <= 0) {
    this.push(null);
    return;
  }
  const { Buffer } = require('buffer');
  const buffer = Buffer.allocUnsafeSlow(size);
  this[kBusy] = true;
  this[kFs].read(this.fd, buffer, 0, size, this.pos, (error, count, bytes) => {
    this[kBusy] = false;
    // destroyed meanwhile: closing has waited for this
    if (this.destroyed) {
      this.emit(kIdle, error);
      return;
    }
    if (error) {
      require('internal/streams/destroy').errorOrDestroy(this, error);
    } else if (count > 0) {
      if (this.pos !== undefined) this.pos += count;
      this.bytesRead += count;
      // a short read must not keep a long buffer alive
      this.push(count === bytes.length ? bytes : Buffer.from(bytes.subarray(0, count)));
    } else {
      this.push(null);
    }
  });
};

ReadStream.prototype.close = function(callback) {
  if (typeof callback === 'function') require('stream').finished(this, callback);
  this.destroy();
};

module.exports = { ReadStream };
