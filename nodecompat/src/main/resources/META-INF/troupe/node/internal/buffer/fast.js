// nodejs.org/api/buffer.html, v22: the class below Buffer, and ways to make one. For built-ins only.
'use strict';

const { codes } = require('internal/errors');
const { validateNumber } = require('internal/validators');
const { binding, encode, encodingNumber } = require('internal/buffer');

// `Buffer` itself is a function, callable without `new`: its prototype is this class's.
class FastBuffer extends Uint8Array {
  constructor(source, byteOffset, length) { // spelled out: the implicit one collects its arguments
    super(source, byteOffset, length);
  }
}

function isAnyArrayBuffer(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && binding.isArrayBuffer(value);
}

function allocate(size) {
  validateNumber(size, 'size', 0, binding.maxLength);
  return new FastBuffer(size);
}

function fromString(text, encoding) {
  let number = 0;
  if (typeof encoding === 'string' && encoding.length !== 0) {
    number = encodingNumber(encoding);
    if (number === undefined) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  }
  return text.length === 0 ? new FastBuffer() : encode(text, number, FastBuffer);
}

function fromArrayBuffer(buffer, byteOffset, length) {
  if (byteOffset === undefined) {
    byteOffset = 0;
  } else {
    byteOffset = +byteOffset;
    if (Number.isNaN(byteOffset)) byteOffset = 0;
  }
  const most = buffer.byteLength - byteOffset;
  if (most < 0) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS('offset');
  if (length === undefined) return new FastBuffer(buffer, byteOffset);
  length = +length;
  if (length > most) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS('length');
  return new FastBuffer(buffer, byteOffset, length > 0 ? length : 0);
}

function fromArrayLike(list) {
  if (!(list.length > 0)) return new FastBuffer();
  if (Array.isArray(list) || ArrayBuffer.isView(list)) return new FastBuffer(list);
  const bytes = allocate(list.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = list[i];
  return bytes;
}

function fromObject(value) {
  if (value.length !== undefined || isAnyArrayBuffer(value.buffer)) {
    return typeof value.length === 'number' ? fromArrayLike(value) : new FastBuffer();
  }
  if (value.type === 'Buffer' && Array.isArray(value.data)) return fromArrayLike(value.data);
  return undefined;
}

function from(value, encodingOrOffset, length) {
  if (typeof value === 'string') return fromString(value, encodingOrOffset);
  if (typeof value === 'object' && value !== null) {
    if (isAnyArrayBuffer(value)) return fromArrayBuffer(value, encodingOrOffset, length);
    const primitive = value.valueOf && value.valueOf();
    if (primitive != null && primitive !== value && (typeof primitive === 'string' || typeof primitive === 'object')) {
      return from(primitive, encodingOrOffset, length);
    }
    const made = fromObject(value);
    if (made) return made;
    if (typeof value[Symbol.toPrimitive] === 'function') {
      const text = value[Symbol.toPrimitive]('string');
      if (typeof text === 'string') return fromString(text, encodingOrOffset);
    }
  }
  throw new codes.ERR_INVALID_ARG_TYPE('first argument',
    ['string', 'Buffer', 'ArrayBuffer', 'Array', 'Array-like Object'], value);
}

module.exports = { FastBuffer, allocate, from, isAnyArrayBuffer };
