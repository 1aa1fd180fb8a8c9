// nodejs.org/api/string_decoder.html, v22. Nothing is missing.
'use strict';

const { codes } = require('internal/errors');
const { encodingNumber } = require('internal/buffer');

const binding = internalBinding('encoding');
const names = ['utf8', 'utf16le', 'latin1', 'ascii', 'base64', 'base64url', 'hex'];
const kHandle = Symbol('kHandle');

function StringDecoder(encoding) {
  const number = encoding === undefined || encoding === null || encoding === '' ? 0 : encodingNumber(encoding);
  if (number === undefined) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  this.encoding = names[number];
  this[kHandle] = binding.chunkDecoder(number);
}

function handleOf(decoder) {
  const handle = decoder?.[kHandle];
  if (handle === undefined) throw new codes.ERR_INVALID_THIS('StringDecoder');
  return handle;
}

function write(chunk) {
  if (typeof chunk === 'string') return chunk;
  if (!ArrayBuffer.isView(chunk)) throw new codes.ERR_INVALID_ARG_TYPE('buf', ['Buffer', 'TypedArray', 'DataView'], chunk);
  return binding.write(handleOf(this), chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

StringDecoder.prototype.write = write;

StringDecoder.prototype.end = function end(chunk) {
  const text = chunk === undefined ? '' : this.write(chunk);
  return text + binding.end(handleOf(this));
};

StringDecoder.prototype.text = function text(chunk, offset) {
  binding.end(handleOf(this));
  return this.write(chunk.slice(offset));
};

function define(name, get) {
  Object.defineProperty(StringDecoder.prototype, name, {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() {
      const [total, ...bytes] = binding.pending(handleOf(this));
      return get(total, bytes);
    },
  });
}
define('lastChar', (total, bytes) => require('buffer').Buffer.from([...bytes, 0, 0, 0, 0].slice(0, 4)));
define('lastNeed', (total, bytes) => total - bytes.length);
define('lastTotal', (total) => total);

module.exports = { StringDecoder };
