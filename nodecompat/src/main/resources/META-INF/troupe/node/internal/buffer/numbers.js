// nodejs.org/api/buffer.html, v22: the read* and write* methods of Buffer. Nothing is missing.
'use strict';

const { codes } = require('internal/errors');
const { validateNumber } = require('internal/validators');

const scratch = new DataView(new ArrayBuffer(8));

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

function defineFixed(proto, name, bytes, little, signed) {
  const span = 2 ** (8 * bytes);
  const min = signed ? -span / 2 : 0;
  const max = signed ? span / 2 - 1 : span - 1;
  const read = signed ? readSigned : readUnsigned;
  method(proto, `read${name}`, function(offset = 0) {
    return read(this, offset, bytes, little);
  });
  method(proto, `write${name}`, function(value, offset = 0) {
    return writeInteger(this, value, offset, bytes, little, min, max);
  });
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

function defineScratch(proto, name, bytes, little, kind, prepare) {
  const get = `get${kind}`;
  const set = `set${kind}`;
  method(proto, `read${name}`, function(offset = 0) {
    check(this, offset, bytes);
    for (let i = 0; i < bytes; i++) scratch.setUint8(i, this[offset + i]);
    return scratch[get](0, little);
  });
  method(proto, `write${name}`, function(value, offset = 0) {
    value = prepare(value);
    check(this, offset, bytes);
    scratch[set](0, value, little);
    for (let i = 0; i < bytes; i++) this[offset + i] = scratch.getUint8(i);
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
    defineScratch(proto, `BigUInt64${end}`, 8, little, 'BigUint64', bigRange(0n, 2n ** 64n - 1n));
    defineScratch(proto, `BigInt64${end}`, 8, little, 'BigInt64', bigRange(-(2n ** 63n), 2n ** 63n - 1n));
    defineScratch(proto, `Float${end}`, 4, little, 'Float32', Number);
    defineScratch(proto, `Double${end}`, 8, little, 'Float64', Number);
  }
  defineFixed(proto, 'UInt8', 1, true, false);
  defineFixed(proto, 'Int8', 1, true, true);
  for (const name of ['UInt8', 'UInt16LE', 'UInt16BE', 'UInt32LE', 'UInt32BE', 'UIntLE', 'UIntBE', 'BigUInt64LE', 'BigUInt64BE']) {
    alias(proto, `read${name}`);
    alias(proto, `write${name}`);
  }
}

module.exports = { install };
