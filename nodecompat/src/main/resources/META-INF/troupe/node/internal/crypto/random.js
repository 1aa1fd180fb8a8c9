// nodejs.org/api/crypto.html, v22: randomBytes, randomFill, randomFillSync, randomInt, randomUUID, timingSafeEqual.
// Different: `disableEntropyCache` has no effect, because no random bytes are kept.
'use strict';

const { codes } = require('internal/errors');
const { validateBoolean, validateFunction, validateNumber, validateObject } = require('internal/validators');
const { heapBytes } = require('internal/buffer');
const { FastBuffer } = require('internal/buffer/fast');
const { isBytes, later, onlyBytes } = require('internal/crypto/bytes');
const { kMaxLength } = require('buffer');

const binding = internalBinding('hash');

const MOST = Math.min(kMaxLength, 2 ** 31 - 1);
const LARGEST_RANGE = 0xffff_ffff_ffff;

function checkSize(size, elementSize, offset, length) {
  validateNumber(size, 'size');
  size *= elementSize;
  if (Number.isNaN(size) || size > MOST || size < 0) throw new codes.ERR_OUT_OF_RANGE('size', `>= 0 && <= ${MOST}`, size);
  if (size + offset > length) throw new codes.ERR_OUT_OF_RANGE('size + offset', `<= ${length}`, size + offset);
  return size >>> 0;
}

function checkOffset(offset, elementSize, length) {
  validateNumber(offset, 'offset');
  offset *= elementSize;
  const most = Math.min(length, MOST);
  if (Number.isNaN(offset) || offset > most || offset < 0) throw new codes.ERR_OUT_OF_RANGE('offset', `>= 0 && <= ${most}`, offset);
  return offset >>> 0;
}

function randomBytes(size, callback) {
  size = checkSize(size, 1, 0, Infinity);
  if (callback === undefined) return heapBytes(binding.random(size), FastBuffer);
  validateFunction(callback, 'callback');
  later(binding.randomLater, [size], (error, bytes) => (error ? callback(error) : callback(null, heapBytes(bytes, FastBuffer))));
  return undefined;
}

function place(buffer, bytes, offset) {
  const target = ArrayBuffer.isView(buffer) ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength) : new Uint8Array(buffer);
  target.set(new Uint8Array(new ArrayBuffer(bytes)), offset);
}

function checkTarget(buffer) {
  if (!isBytes(buffer)) throw new codes.ERR_INVALID_ARG_TYPE('buf', ['ArrayBuffer', 'ArrayBufferView'], buffer);
  return buffer.BYTES_PER_ELEMENT || 1;
}

function randomFillSync(buffer, offset = 0, size) {
  const elementSize = checkTarget(buffer);
  offset = checkOffset(offset, elementSize, buffer.byteLength);
  size = size === undefined ? buffer.byteLength - offset : checkSize(size, elementSize, offset, buffer.byteLength);
  if (size > 0) place(buffer, binding.random(size), offset);
  return buffer;
}

function randomFill(buffer, offset, size, callback) {
  const elementSize = checkTarget(buffer);
  if (typeof offset === 'function') {
    callback = offset;
    offset = 0;
    size = undefined;
  } else if (typeof size === 'function') {
    callback = size;
    size = undefined;
  }
  validateFunction(callback, 'callback');
  offset = checkOffset(offset, elementSize, buffer.byteLength);
  size = size === undefined ? buffer.byteLength - offset : checkSize(size, elementSize, offset, buffer.byteLength);
  later(binding.randomLater, [size], (error, bytes) => {
    if (error) return callback(error);
    // the buffer may have been transferred meanwhile
    if (size > 0 && buffer.byteLength >= offset + size) place(buffer, bytes, offset);
    return callback(null, buffer);
  });
}

function checkSafe(value, name) {
  if (!Number.isSafeInteger(value)) throw new codes.ERR_INVALID_ARG_TYPE(name, 'a safe integer', value);
}

function randomInt(min, max, callback) {
  const onlyMax = max === undefined || typeof max === 'function';
  if (onlyMax) {
    callback = max;
    max = min;
    min = 0;
  }
  if (callback !== undefined) validateFunction(callback, 'callback');
  checkSafe(min, 'min');
  checkSafe(max, 'max');
  if (max <= min) throw new codes.ERR_OUT_OF_RANGE('max', `greater than the value of "min" (${min})`, max);
  const range = max - min;
  if (range > LARGEST_RANGE) throw new codes.ERR_OUT_OF_RANGE(onlyMax ? 'max' : 'max - min', `<= ${LARGEST_RANGE}`, range);
  const number = binding.randomBelow(range) + min;
  if (callback === undefined) return number;
  require('internal/process/object').process.nextTick(callback, undefined, number);
  return undefined;
}

function randomUUID(options) {
  if (options !== undefined) {
    validateObject(options, 'options');
    if (options.disableEntropyCache !== undefined) validateBoolean(options.disableEntropyCache, 'options.disableEntropyCache');
  }
  return binding.uuid();
}

function timingSafeEqual(first, second) {
  const left = onlyBytes(first, 'buf1');
  const right = onlyBytes(second, 'buf2');
  if (left[2] !== right[2]) throw new codes.ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH();
  return binding.equal(...left, ...right);
}

module.exports = { randomBytes, randomFill, randomFillSync, randomInt, randomUUID, timingSafeEqual };
