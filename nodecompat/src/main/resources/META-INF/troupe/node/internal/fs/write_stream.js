// nodejs.org/api/fs.html#class-fswritestream, v22. Missing: nothing.
'use strict';

const { Writable } = require('stream');
const { codes } = require('internal/errors');
const { validateBoolean, validateInteger } = require('internal/validators');
const common = require('internal/fs/stream_common');
const { kFs, kBusy, kIdle } = common;

function WriteStream(path, options) {
  if (!(this instanceof WriteStream)) return new WriteStream(path, options);
  options = common.optionsOf(options);
  options.decodeStrings = true;
  common.begin(this, path, options, ['open', 'write|writev', 'close'], 'w');
  if (options.fs && !options.fs.write) this._write = null;
  if (options.fs && !options.fs.writev) this._writev = null;
  this.start = options.start;
  this.pos = undefined;
  this.bytesWritten = 0;
  if (this.start !== undefined) {
    validateInteger(this.start, 'start', 0);
    this.pos = this.start;
  }
  setFlush(this, options);
  Writable.call(this, options);
  if (options.encoding) this.setDefaultEncoding(options.encoding);
}
Object.setPrototypeOf(WriteStream.prototype, Writable.prototype);
Object.setPrototypeOf(WriteStream, Writable);

function setFlush(stream, { flush, fs }) {
  if (flush == null) return;
  validateBoolean(flush, 'options.flush');
  if (flush && fs && typeof fs.fsync !== 'function') throw new codes.ERR_INVALID_ARG_TYPE('options.fs.fsync', 'function', fs.fsync);
  stream.flush = flush;
}

common.shape(WriteStream, 'autoDestroy');

WriteStream.prototype._construct = common.construct;

WriteStream.prototype._destroy = function(error, callback) {
  if (!this.flush || this.fd === null || this.fd === undefined) {
    common.destroy.call(this, error, callback);
    return;
  }
  const end = (failure) => common.destroy.call(this, error || failure, callback);
  if (this[kBusy]) this.once(kIdle, () => this[kFs].fsync(this.fd, end));
  else this[kFs].fsync(this.fd, end);
};

/** A write may be short: what is left goes again. */
function writeAll(stream, chunk, position, done) {
  stream[kFs].write(stream.fd, chunk, 0, chunk.length, position, (error, count, bytes) => {
    if (error?.code === 'EAGAIN') [error, count] = [null, 0];
    if (stream.destroyed || error) {
      done(error || new codes.ERR_STREAM_DESTROYED('write'));
      return;
    }
    stream.bytesWritten += count;
    if (count === chunk.length) done();
    else writeAll(stream, bytes.subarray(count), position === undefined ? position : position + count, done);
  });
}

function finishWrite(stream, callback) {
  return (error) => {
    stream[kBusy] = false;
    if (stream.destroyed) {
      callback(error);
      stream.emit(kIdle, error);
    } else {
      callback(error);
    }
  };
}

WriteStream.prototype._write = function(chunk, encoding, callback) {
  this[kBusy] = true;
  writeAll(this, chunk, this.pos, finishWrite(this, callback));
  if (this.pos !== undefined) this.pos += chunk.length;
};

function writevAll(stream, chunks, size, position, done) {
  stream[kFs].writev(stream.fd, chunks, position ?? null, (error, count, buffers) => {
    if (stream.destroyed || error) {
      done(error || new codes.ERR_STREAM_DESTROYED('writev'));
      return;
    }
    stream.bytesWritten += count;
    if (count === size) {
      done();
    } else {
      const rest = require('buffer').Buffer.concat(buffers).subarray(count);
      writevAll(stream, [rest], rest.length, position === undefined ? position : position + count, done);
    }
  });
}

WriteStream.prototype._writev = function(entries, callback) {
  const chunks = entries.map(({ chunk }) => chunk);
  const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  this[kBusy] = true;
  writevAll(this, chunks, size, this.pos, finishWrite(this, callback));
  if (this.pos !== undefined) this.pos += size;
};

WriteStream.prototype.close = function(callback) {
  if (callback) {
    if (this.closed) {
      require('internal/ticks').nextTick(callback);
      return;
    }
    this.on('close', callback);
  }
  // without autoClose nothing destroys it at its end
  if (!this.autoClose) this.on('finish', this.destroy);
  this.end();
};
WriteStream.prototype.destroySoon = WriteStream.prototype.end;

module.exports = { WriteStream };
