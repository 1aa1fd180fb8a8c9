// nodejs.org/api/zlib.html#convenience-methods, v22, and crc32. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { validateFunction, validateUint32 } = require('internal/validators');
const { isAnyArrayBuffer } = require('internal/buffer/fast');
const { binding } = require('internal/zlib/handle');
const { processNow } = require('internal/zlib/base');
const { KINDS } = require('internal/zlib/options');

const buffers = () => require('buffer').Buffer;

function bytesOf(input) {
  if (typeof input === 'string') return buffers().from(input);
  if (ArrayBuffer.isView(input)) return input;
  if (isAnyArrayBuffer(input)) return new Uint8Array(input);
  throw new codes.ERR_INVALID_ARG_TYPE('buffer', ['string', ...KINDS], input);
}

function result(stream, buffer) {
  return stream._info ? { buffer, engine: stream } : buffer;
}

/** Collects all that `stream` gives for `input`. */
function collect(stream, input, callback) {
  const chunks = [];
  let length = 0;
  stream.on('data', (chunk) => {
    chunks.push(chunk);
    length += chunk.byteLength;
    if (length > stream._maxOutputLength) {
      stream.removeAllListeners('data').removeAllListeners('end');
      stream.close();
      callback(new codes.ERR_BUFFER_TOO_LARGE(stream._maxOutputLength));
    }
  });
  stream.on('error', callback);
  stream.on('end', () => {
    const all = chunks.length === 1 ? chunks[0] : buffers().concat(chunks, length);
    stream.close();
    callback(null, result(stream, all));
  });
  stream.end(bytesOf(input));
}

function convenience(Class, sync) {
  if (sync) {
    return function(buffer, options) {
      const input = bytesOf(buffer);
      const stream = new Class(options);
      return result(stream, processNow(stream, input, stream._finishFlushFlag));
    };
  }
  return function(buffer, options, callback) {
    if (typeof options === 'function') {
      callback = options;
      options = {};
    }
    validateFunction(callback, 'callback');
    const input = bytesOf(buffer);
    collect(new Class(options), input, callback);
  };
}

function crc32(data, value = 0) {
  if (typeof data !== 'string' && !ArrayBuffer.isView(data)) {
    throw new codes.ERR_INVALID_ARG_TYPE('data', ['string', 'Buffer', 'TypedArray', 'DataView'], data);
  }
  validateUint32(value, 'value');
  const view = typeof data === 'string' ? buffers().from(data) : data;
  return binding.crc32(view.buffer, view.byteOffset, view.byteLength, value);
}

module.exports = { convenience, crc32 };
