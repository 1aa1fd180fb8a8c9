// nodejs.org/api/buffer.html, v22: the read* and write* methods of Buffer. Nothing is missing.
'use strict';

const { codes } = require('internal/errors');
const { validateNumber } = require('internal/validators');

const { apply } = Reflect;

function outOfBounds(value, limit, name) {
  if (Math.floor(value) !== value) {
    validateNumber(value, name ?? 'offset');
    throw new codes.ERR_OUT_OF_RANGE(name ?? 'offset', 'an integer', value);
  }
  if (limit < 0) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS();
  throw new codes.ERR_OUT_OF_RANGE(name ?? 'offset', `>= ${name ? 1 : 0} and <= ${limit}`, value);
}

// Element reads past the end give undefined: two of them check type, sign, fraction and range at once.
function check(buffer, offset, bytes) {
  validateNumber(offset, 'offset');
  if (buffer[offset] === undefined || buffer[offset + bytes - 1] === undefined) {
    outOfBounds(offset, buffer.length - bytes);
  }
}

function checkValue(value, min, max, bytes) {
  if (!(value > max || value < min)) return; // so NaN passes and is written as 0
  const n = typeof min === 'bigint' ? 'n' : '';
  const bits = bytes * 8;
  let range;
  if (bytes <= 4) range = `>= ${min} and <= ${max}`;
  else if (min == 0) range = `>= 0${n} and < 2${n} ** ${bits}${n}`;
  else range = `>= -(2${n} ** ${bits - 1}${n}) and < 2${n} ** ${bits - 1}${n}`;
  throw new codes.ERR_OUT_OF_RANGE('value', range, value);
}

function readUnsigned(buffer, offset, bytes, little) {
  check(buffer, offset, bytes);
  let value = 0;
  if (little) {
    for (let i = bytes - 1; i >= 0; i--) value = value * 256 + buffer[offset + i];
  } else {
    for (let i = 0; i < bytes; i++) value = value * 256 + buffer[offset + i];
  }
  return value;
}

function readSigned(buffer, offset, bytes, little) {
  const value = readUnsigned(buffer, offset, bytes, little);
  const half = 2 ** (8 * bytes - 1);
  return value >= half ? value - 2 * half : value;
}

function writeInteger(buffer, value, offset, bytes, little, min, max) {
  value = +value;
  checkValue(value, min, max, bytes);
  check(buffer, offset, bytes);
  // Only >>> and & are exact up to 32 bits: the high part goes by division.
  let low = value >>> 0;
  let high = bytes > 4 ? Math.floor(value / 2 ** 32) : 0;
  if (bytes > 4) low = value - high * 2 ** 32;
  for (let i = 0; i < bytes; i++) {
    const part = i < 4 ? low >>> (8 * i) : high >> (8 * (i - 4));
    buffer[little ? offset + i : offset + bytes - 1 - i] = part & 255;
  }
  return offset + bytes;
}

function checkByteLength(byteLength) {
  if (byteLength === undefined) throw new codes.ERR_INVALID_ARG_TYPE('byteLength', 'number', byteLength);
  validateNumber(byteLength, 'byteLength');
  if (Math.floor(byteLength) !== byteLength) throw new codes.ERR_OUT_OF_RANGE('byteLength', 'an integer', byteLength);
  if (byteLength < 1 || byteLength > 6) throw new codes.ERR_OUT_OF_RANGE('byteLength', '>= 1 and <= 6', byteLength);
}

function requireOffset(offset) {
  if (offset === undefined) throw new codes.ERR_INVALID_ARG_TYPE('offset', 'number', offset);
}

// One, two or four bytes, without a loop: most calls are these, and each step costs when the engine interprets.
function readerOf(bytes, little, signed) {
  switch (bytes) {
    case 1: return function(offset = 0) {
      const value = this[offset];
      if (value === undefined || typeof offset !== 'number') check(this, offset, 1);
      return signed ? value << 24 >> 24 : value;
    };
    case 2: return function(offset = 0) {
      const first = this[offset];
      const second = this[offset + 1];
      if (first === undefined || second === undefined || typeof offset !== 'number') check(this, offset, 2);
      const value = little ? first | second << 8 : first << 8 | second;
      return signed ? value << 16 >> 16 : value;
    };
    default: return function(offset = 0) {
      const first = this[offset];
      const last = this[offset + 3];
      if (first === undefined || last === undefined || typeof offset !== 'number') check(this, offset, 4);
      const value = little ?
        first | this[offset + 1] << 8 | this[offset + 2] << 16 | last << 24 :
        first << 24 | this[offset + 1] << 16 | this[offset + 2] << 8 | last;
      return signed ? value : value >>> 0;
    };
  }
}

// An element keeps the lowest eight bits of what is assigned to it.
function writerOf(bytes, little, min, max) {
  const before = (buffer, value, offset) => {
    checkValue(value, min, max, bytes);
    if (buffer[offset] === undefined || buffer[offset + bytes - 1] === undefined || typeof offset !== 'number') check(buffer, offset, bytes);
  };
  switch (bytes) {
    case 1: return function(value, offset = 0) {
      value = +value;
      before(this, value, offset);
      this[offset] = value;
      return offset + 1;
    };
    case 2: return function(value, offset = 0) {
      value = +value;
      before(this, value, offset);
      this[offset] = little ? value : value >>> 8;
      this[offset + 1] = little ? value >>> 8 : value;
      return offset + 2;
    };
    default: return function(value, offset = 0) {
      value = +value;
      before(this, value, offset);
      this[offset] = little ? value : value >>> 24;
      this[offset + 1] = value >>> (little ? 8 : 16);
      this[offset + 2] = value >>> (little ? 16 : 8);
      this[offset + 3] = little ? value >>> 24 : value;
      return offset + 4;
    };
  }
}

function defineFixed(proto, name, bytes, little, signed) {
  const span = 2 ** (8 * bytes);
  method(proto, `read${name}`, readerOf(bytes, little, signed));
  method(proto, `write${name}`, writerOf(bytes, little, signed ? -span / 2 : 0, signed ? span / 2 - 1 : span - 1));
}

function defineVariable(proto, name, little, signed) {
  const read = signed ? readSigned : readUnsigned;
  method(proto, `read${name}`, function(offset, byteLength) {
    requireOffset(offset);
    checkByteLength(byteLength);
    return read(this, offset, byteLength, little);
  });
  method(proto, `write${name}`, function(value, offset, byteLength) {
    checkByteLength(byteLength);
    const span = 2 ** (8 * byteLength);
    return writeInteger(this, value, offset, byteLength, little, signed ? -span / 2 : 0, signed ? span / 2 - 1 : span - 1);
  });
}

function defineViewed(proto, name, bytes, little, kind, prepare) {
  const get = DataView.prototype[`get${kind}`];
  const set = DataView.prototype[`set${kind}`];
  method(proto, `read${name}`, function(offset = 0) {
    check(this, offset, bytes);
    return apply(get, new DataView(this.buffer, this.byteOffset + offset, bytes), [0, little]);
  });
  method(proto, `write${name}`, function(value, offset = 0) {
    value = prepare(value);
    check(this, offset, bytes);
    apply(set, new DataView(this.buffer, this.byteOffset + offset, bytes), [0, value, little]);
    return offset + bytes;
  });
}

function method(proto, name, value) {
  Object.defineProperty(value, 'name', { __proto__: null, value: name, configurable: true });
  Object.defineProperty(proto, name, { __proto__: null, value, writable: true, configurable: true, enumerable: true });
}

function alias(proto, name) {
  const value = proto[name];
  const other = name.replace('UInt', 'Uint');
  Object.defineProperty(proto, other, { __proto__: null, value, writable: true, configurable: true, enumerable: true });
}

function bigRange(min, max) {
  return (value) => {
    if (typeof value !== 'bigint') throw new codes.ERR_INVALID_ARG_TYPE('value', 'bigint', value);
    checkValue(value, min, max, 8);
    return value;
  };
}

function install(proto) {
  for (const little of [true, false]) {
    const end = little ? 'LE' : 'BE';
    for (const bits of [16, 32]) {
      defineFixed(proto, `UInt${bits}${end}`, bits / 8, little, false);
      defineFixed(proto, `Int${bits}${end}`, bits / 8, little, true);
    }
    defineVariable(proto, `UInt${end}`, little, false);
    defineVariable(proto, `Int${end}`, little, true);
    defineViewed(proto, `BigUInt64${end}`, 8, little, 'BigUint64', bigRange(0n, 2n ** 64n - 1n));
    defineViewed(proto, `BigInt64${end}`, 8, little, 'BigInt64', bigRange(-(2n ** 63n), 2n ** 63n - 1n));
    defineViewed(proto, `Float${end}`, 4, little, 'Float32', Number);
    defineViewed(proto, `Double${end}`, 8, little, 'Float64', Number);
  }
  defineFixed(proto, 'UInt8', 1, true, false);
  defineFixed(proto, 'Int8', 1, true, true);
  for (const name of ['UInt8', 'UInt16LE', 'UInt16BE', 'UInt32LE', 'UInt32BE', 'UIntLE', 'UIntBE', 'BigUInt64LE', 'BigUInt64BE']) {
    alias(proto, `read${name}`);
    alias(proto, `write${name}`);
  }
}

module.exports = { install };
