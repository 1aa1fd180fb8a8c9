// nodejs.org/api/buffer.html, v22.
// Different: no pool, so `buf.buffer` is the buffer's own and unsafe allocation is zeroed: on a JVM small arrays cost less than shared
// ones, and a slab would stay alive for each idle actor.
'use strict';

const { codes } = require('internal/errors');
const { validateArray, validateNumber } = require('internal/validators');
const { defineLazy } = require('internal/lazy');
const { binding, decode, encodingNumber, encode } = require('internal/buffer');
const { FastBuffer, allocate, from, isAnyArrayBuffer } = require('internal/buffer/fast');
const { install, checkBytes, copyBytes, fillRange } = require('internal/buffer/methods');

function Buffer(value, encodingOrOffset, length) {
  require('internal/buffer/deprecation').warn(Buffer);
  if (typeof value === 'number') {
    if (typeof encodingOrOffset === 'string') throw new codes.ERR_INVALID_ARG_TYPE('string', 'string', value);
    return allocate(value);
  }
  return from(value, encodingOrOffset, length);
}

Object.defineProperty(Buffer, Symbol.species, { __proto__: null, configurable: true, get: () => FastBuffer });
Object.setPrototypeOf(Buffer, Uint8Array);
Buffer.prototype = FastBuffer.prototype;
Object.defineProperty(Buffer.prototype, 'constructor', {
  __proto__: null, value: Buffer, writable: true, configurable: true, enumerable: true,
});
install(Buffer.prototype);
require('internal/buffer/numbers').install(Buffer.prototype);

const { MAX_SAFE_INTEGER } = Number;

const statics = {
  poolSize: 8192,
  from(value, encodingOrOffset, length) { return from(value, encodingOrOffset, length); },
  copyBytesFrom(view, offset, length) {
    if (!ArrayBuffer.isView(view) || view instanceof DataView) {
      throw new codes.ERR_INVALID_ARG_TYPE('view', ['TypedArray'], view);
    }
    if (offset !== undefined) integerAtLeastZero(offset, 'offset');
    if (length !== undefined) integerAtLeastZero(length, 'length');
    if (offset >= view.length) return new FastBuffer();
    const start = offset ?? 0;
    const copied = Object.getPrototypeOf(Uint8Array.prototype).slice.call(view, start, length === undefined ? undefined : start + length);
    return new FastBuffer(copied.buffer, copied.byteOffset, copied.byteLength);
  },
  of(...items) {
    const bytes = new FastBuffer(items.length);
    for (let i = 0; i < items.length; i++) bytes[i] = items[i];
    return bytes;
  },
  alloc(size, fill, encoding) {
    const bytes = allocate(size);
    if (fill === undefined || fill === 0 || size === 0) return bytes;
    return typeof encoding === 'string' ? fillRange(bytes, fill, encoding) : checkedFill(bytes, fill, encoding);
  },
  allocUnsafe(size) { return allocate(size); },
  allocUnsafeSlow(size) { return allocate(size); },
  isBuffer(value) { return value instanceof Buffer; },
  isEncoding(encoding) {
    return typeof encoding === 'string' && encoding.length !== 0 && encodingNumber(encoding) !== undefined;
  },
  byteLength(value, encoding) {
    if (typeof value === 'string') return binding.byteLength(value, (encoding && encodingNumber(encoding)) || 0);
    if (ArrayBuffer.isView(value) || isAnyArrayBuffer(value)) return value.byteLength;
    throw new codes.ERR_INVALID_ARG_TYPE('string', ['string', 'Buffer', 'ArrayBuffer'], value);
  },
  compare(a, b) {
    checkBytes(a, 'buf1');
    checkBytes(b, 'buf2');
    return a === b ? 0 : binding.compare(a.buffer, a.byteOffset, a.length, b.buffer, b.byteOffset, b.length);
  },
  concat(list, length) {
    validateArray(list, 'list');
    if (length === undefined) {
      length = 0;
      for (let i = 0; i < list.length; i++) if (list[i].length) length += list[i].length;
    } else {
      integerAtLeastZero(length, 'length');
    }
    const bytes = allocate(list.length === 0 ? 0 : length);
    let end = 0;
    for (let i = 0; i < list.length; i++) {
      if (!(list[i] instanceof Uint8Array)) {
        throw new codes.ERR_INVALID_ARG_TYPE(`list[${i}]`, ['Buffer', 'Uint8Array'], list[i]);
      }
      end += copyBytes(list[i], bytes, end);
    }
    return bytes;
  },
};
// As in Node, the methods are enumerable, so that packages can copy them.
Object.assign(Buffer, statics);

function checkedFill(bytes, fill, encoding) {
  if (typeof fill === 'string' && encoding !== undefined) {
    throw new codes.ERR_INVALID_ARG_TYPE('encoding', 'string', encoding);
  }
  return fillRange(bytes, fill);
}

function integerAtLeastZero(value, name) {
  validateNumber(value, name);
  if (!Number.isInteger(value)) throw new codes.ERR_OUT_OF_RANGE(name, 'an integer', value);
  if (value < 0 || value > MAX_SAFE_INTEGER) throw new codes.ERR_OUT_OF_RANGE(name, `>= 0 && <= ${MAX_SAFE_INTEGER}`, value);
}

function SlowBuffer(length) {
  validateNumber(length, 'size', 0, binding.maxLength);
  return allocate(length);
}
Object.setPrototypeOf(SlowBuffer.prototype, Uint8Array.prototype);
Object.setPrototypeOf(SlowBuffer, Uint8Array);

function judged(name, input) {
  const whole = isAnyArrayBuffer(input);
  if (!whole && !ArrayBuffer.isView(input)) {
    throw new codes.ERR_INVALID_ARG_TYPE('input', ['ArrayBuffer', 'Buffer', 'TypedArray'], input);
  }
  if ((whole ? input : input.buffer).detached) throw new codes.ERR_INVALID_STATE('Cannot validate on a detached buffer');
  return whole ? binding[name](input, 0, input.byteLength) : binding[name](input.buffer, input.byteOffset, input.byteLength);
}

function transcode(source, fromEncoding, toEncoding) {
  checkBytes(source, 'source');
  if (source.length === 0) return Buffer.alloc(0);
  const fromNumber = encodingNumber(fromEncoding);
  const toNumber = encodingNumber(toEncoding);
  if (!(fromNumber <= 3 && toNumber <= 3)) {
    const error = new Error('Unable to transcode Buffer [U_ILLEGAL_ARGUMENT_ERROR]');
    throw Object.assign(error, { code: 'U_ILLEGAL_ARGUMENT_ERROR', errno: 1 });
  }
  const text = decode(source, fromNumber);
  const most = toNumber === 3 ? 0x7f : toNumber === 2 ? 0xff : 0x10ffff;
  return encode(most === 0x10ffff ? text : text.replace(/[^]/gu, (c) => (c.codePointAt(0) > most ? '?' : c)), toNumber, FastBuffer);
}

function needsArgument(name, count) {
  if (count === 0) throw new codes.ERR_MISSING_ARGS(name);
}

function invalidCharacter(message) {
  return new DOMException(message, 'InvalidCharacterError');
}

function btoa(input) {
  needsArgument('input', arguments.length);
  const text = binding.btoa(`${input}`);
  if (text === false) throw invalidCharacter('Invalid character');
  return text;
}

function atob(input) {
  needsArgument('input', arguments.length);
  const text = binding.atob(`${input}`);
  if (text === false) throw invalidCharacter('The string to be decoded is not correctly encoded.');
  return text;
}

let inspectMaxBytes = 50;

module.exports = {
  Buffer,
  SlowBuffer,
  transcode,
  isUtf8: (input) => judged('isUtf8', input),
  isAscii: (input) => judged('isAscii', input),
  kMaxLength: binding.maxLength,
  kStringMaxLength: binding.maxStringLength,
  btoa,
  atob,
  resolveObjectURL: (url) => require('internal/blob/registry').resolveObjectURL(url),
};
defineLazy(module.exports, 'Blob', 'internal/blob');
defineLazy(module.exports, 'File', 'internal/file');
Object.defineProperties(module.exports, {
  constants: {
    __proto__: null,
    enumerable: true,
    value: Object.defineProperties({}, {
      MAX_LENGTH: { __proto__: null, value: binding.maxLength, enumerable: true },
      MAX_STRING_LENGTH: { __proto__: null, value: binding.maxStringLength, enumerable: true },
    }),
  },
  INSPECT_MAX_BYTES: {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get: () => inspectMaxBytes,
    set(value) {
      validateNumber(value, 'INSPECT_MAX_BYTES', 0);
      inspectMaxBytes = value;
    },
  },
});
