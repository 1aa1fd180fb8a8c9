// nodejs.org/api/buffer.html, v22: the methods of Buffer that are not reads and writes of numbers.
// Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { validateNumber } = require('internal/validators');
const { binding, decode, encode, encodingNumber, heapBytes, write } = require('internal/buffer');
const { FastBuffer } = require('internal/buffer/fast');

function integer(value, fallback) {
  value = +value;
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Math.floor(value) : fallback;
}

function checkOffset(value, name, max) {
  validateNumber(value, name);
  if (!Number.isInteger(value)) throw new codes.ERR_OUT_OF_RANGE(name, 'an integer', value);
  if (value < 0 || value > max) throw new codes.ERR_OUT_OF_RANGE(name, `>= 0 && <= ${max}`, value);
}

function checkBytes(value, name) {
  if (!(value instanceof Uint8Array)) throw new codes.ERR_INVALID_ARG_TYPE(name, ['Buffer', 'Uint8Array'], value);
}

function knownEncoding(encoding) {
  const number = encodingNumber(encoding);
  if (number === undefined) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  return number;
}

function writeText(text, offset, length, encoding) {
  if (offset === undefined) return write(this, checkText(text), 0, this.length, 0);
  if (length === undefined && typeof offset === 'string') {
    return write(this, checkText(text), 0, this.length, knownEncoding(offset));
  }
  checkOffset(offset, 'offset', this.length);
  const rest = this.length - offset;
  if (length === undefined) {
    length = rest;
  } else if (typeof length === 'string') {
    encoding = length;
    length = rest;
  } else {
    checkOffset(length, 'length', this.length);
    if (length > rest) length = rest;
  }
  return write(this, checkText(text), offset, length, encoding ? knownEncoding(encoding) : 0);
}

function checkText(text) {
  if (typeof text !== 'string') throw new codes.ERR_INVALID_ARG_TYPE('argument', 'string', text);
  return text;
}

function search(buffer, value, byteOffset, encoding, forwards) {
  if (!ArrayBuffer.isView(buffer)) {
    throw new codes.ERR_INVALID_ARG_TYPE('buffer', ['Buffer', 'TypedArray', 'DataView'], buffer);
  }
  if (typeof byteOffset === 'string') {
    encoding = byteOffset;
    byteOffset = undefined;
  }
  byteOffset = Math.trunc(Math.max(-0x80000000, Math.min(0x7fffffff, +byteOffset)));
  if (Number.isNaN(byteOffset)) byteOffset = forwards ? 0 : buffer.length;
  if (typeof value === 'number') return searchByte(buffer, value & 255, byteOffset, forwards);
  const number = encoding === undefined || encoding === null ? 0 : encodingNumber(encoding);
  if (typeof value === 'string') {
    if (number === undefined) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
    value = encode(value, number);
  } else if (!(value instanceof Uint8Array)) {
    throw new codes.ERR_INVALID_ARG_TYPE('value', ['number', 'string', 'Buffer', 'Uint8Array'], value);
  }
  if (byteOffset < 0) byteOffset += buffer.length;
  if (byteOffset < 0) {
    if (!forwards) return -1;
    byteOffset = 0;
  }
  if (value.length === 0) return Math.min(byteOffset, buffer.length);
  if (value.length > buffer.length) return -1;
  return binding.indexOf(buffer.buffer, buffer.byteOffset, buffer.length,
    value.buffer, value.byteOffset, value.length, byteOffset, forwards, number === 1 ? 2 : 1);
}

// Elements that the engine visits one by one cost more than a call to Java from about here on; measured.
const FEW = 48;

function searchByte(buffer, byte, byteOffset, forwards) {
  if (buffer.length > FEW) {
    const from = byteOffset < 0 ? byteOffset + buffer.length : byteOffset;
    if (from < 0 && !forwards) return -1;
    return binding.indexOfByte(buffer.buffer, buffer.byteOffset, buffer.byteLength, byte, Math.max(from, 0), forwards);
  }
  if (forwards) return Uint8Array.prototype.indexOf.call(buffer, byte, byteOffset);
  return buffer.length === 0 ? -1 : Uint8Array.prototype.lastIndexOf.call(buffer, byte, byteOffset);
}

function fillRange(buffer, value, offset, end, encoding) {
  if (typeof value === 'string') {
    if (offset === undefined || typeof offset === 'string') {
      encoding = offset;
      offset = undefined;
      end = undefined;
    } else if (typeof end === 'string') {
      encoding = end;
      end = undefined;
    }
    value = fillPattern(value, encoding);
  }
  if (offset === undefined) {
    offset = 0;
    end = buffer.length;
  } else {
    validateNumber(offset, 'offset', 0);
    if (end === undefined) end = buffer.length;
    else validateNumber(end, 'end', 0, buffer.length);
    if (offset >= end) return buffer;
  }
  if (typeof value === 'object' && value !== null && ArrayBuffer.isView(value)) return repeat(buffer, value, offset, end);
  if (end - offset <= FEW || end > buffer.length) return Uint8Array.prototype.fill.call(buffer, value & 255, offset, end);
  return put(buffer, binding.filled(end - offset, value & 255), offset);
}

function fillPattern(text, encoding) {
  if (encoding !== undefined && typeof encoding !== 'string') {
    throw new codes.ERR_INVALID_ARG_TYPE('encoding', 'string', encoding);
  }
  const number = encoding === '' ? 0 : knownEncoding(encoding);
  if (text.length === 0) return 0;
  const pattern = encode(text, number);
  if (pattern.length === 0) throw new codes.ERR_INVALID_ARG_VALUE('value', text);
  return pattern;
}

function put(buffer, hostBytes, offset) {
  Uint8Array.prototype.set.call(buffer, new Uint8Array(new ArrayBuffer(hostBytes)), offset);
  return buffer;
}

function repeat(buffer, pattern, start, end) {
  if (pattern.length === 0) throw new codes.ERR_INVALID_ARG_VALUE('value', pattern);
  return put(buffer, binding.repeated(Math.min(end, buffer.length) - start, pattern.buffer, pattern.byteOffset, pattern.byteLength), start);
}

function copyBytes(source, target, targetStart, sourceStart, sourceEnd) {
  checkBytes(source, 'source');
  if (!ArrayBuffer.isView(target)) throw new codes.ERR_INVALID_ARG_TYPE('target', ['Buffer', 'Uint8Array'], target);
  targetStart = targetStart === undefined ? 0 : integer(targetStart, 0);
  if (targetStart < 0) throw new codes.ERR_OUT_OF_RANGE('targetStart', '>= 0', targetStart);
  sourceStart = sourceStart === undefined ? 0 : integer(sourceStart, 0);
  if (sourceStart < 0 || sourceStart > source.length) {
    throw new codes.ERR_OUT_OF_RANGE('sourceStart', `>= 0 && <= ${source.length}`, sourceStart);
  }
  sourceEnd = sourceEnd === undefined ? source.length : integer(sourceEnd, 0);
  if (sourceEnd < 0) throw new codes.ERR_OUT_OF_RANGE('sourceEnd', '>= 0', sourceEnd);
  const count = Math.min(sourceEnd - sourceStart, source.length - sourceStart, target.byteLength - targetStart);
  if (!(count > 0)) return 0;
  const bytes = target instanceof Uint8Array ? target : new Uint8Array(target.buffer, target.byteOffset, target.byteLength);
  Uint8Array.prototype.set.call(bytes, new Uint8Array(source.buffer, source.byteOffset + sourceStart, count), targetStart);
  return count;
}

function compareRange(buffer, target, targetStart, targetEnd, sourceStart, sourceEnd) {
  checkBytes(target, 'target');
  const at = (value, name, max, fallback) => {
    if (value === undefined) return fallback;
    checkOffset(value, name, max);
    return value;
  };
  targetStart = at(targetStart, 'targetStart', Number.MAX_SAFE_INTEGER, 0);
  targetEnd = at(targetEnd, 'targetEnd', target.length, target.length);
  sourceStart = at(sourceStart, 'sourceStart', Number.MAX_SAFE_INTEGER, 0);
  sourceEnd = at(sourceEnd, 'sourceEnd', buffer.length, buffer.length);
  if (sourceStart >= sourceEnd) return targetStart >= targetEnd ? 0 : -1;
  if (targetStart >= targetEnd) return 1;
  return binding.compare(buffer.buffer, buffer.byteOffset + sourceStart, sourceEnd - sourceStart,
    target.buffer, target.byteOffset + targetStart, targetEnd - targetStart);
}

function swap(buffer, width) {
  if (buffer.length % width !== 0) throw new codes.ERR_INVALID_BUFFER_SIZE(`${width * 8}-bits`);
  Uint8Array.prototype.set.call(buffer, heapBytes(binding.swap(buffer.buffer, buffer.byteOffset, buffer.length, width)));
  return buffer;
}

function clamp(value, length) {
  value = Math.trunc(+value) || 0;
  return value < 0 ? Math.max(0, value + length) : Math.min(value, length);
}

function inspect(depth, context) {
  const max = require('buffer').INSPECT_MAX_BYTES;
  const shown = decode(this, 6, 0, Math.min(max, this.length)).replace(/(..)(?=.)/g, '$1 ');
  const rest = this.length - max;
  let text = shown + (rest > 0 ? `${shown ? ' ' : ''}... ${rest} more byte${rest > 1 ? 's' : ''}` : '');
  if (context) text += inspectExtras(this, context, text);
  return `<${this.constructor.name} ${text}>`;
}

function inspectExtras(buffer, context, before) {
  const extras = { __proto__: null };
  let found = false;
  for (const key of Reflect.ownKeys(buffer)) {
    if (typeof key === 'string' && /^\d+$/.test(key)) continue;
    const property = Object.getOwnPropertyDescriptor(buffer, key);
    if (!property.enumerable && !context.showHidden) continue;
    extras[key] = buffer[key];
    found = true;
  }
  if (!found) return '';
  const shown = require('util').inspect(extras, { ...context, breakLength: Infinity, compact: true });
  return (before ? ', ' : '') + shown.slice('[Object: null prototype] { '.length, -2);
}

// Plain functions, not shorthand methods: Node's are constructors, too.
const methods = {
  toString: function(encoding, start, end) {
    if (arguments.length === 0) return decode(this);
    const length = this.length;
    if (start <= 0) start = 0;
    else if (start >= length) return '';
    else start = Math.trunc(start) || 0;
    if (end === undefined || end > length) end = length;
    else end = Math.trunc(end) || 0;
    if (end <= start) return '';
    return decode(this, encoding === undefined ? 0 : knownEncoding(encoding), start, end);
  },
  write: writeText,
  equals: function(other) {
    checkBytes(other, 'otherBuffer');
    if (this === other) return true;
    if (this.byteLength !== other.byteLength) return false;
    return binding.equals(this.buffer, this.byteOffset, this.length, other.buffer, other.byteOffset, other.length);
  },
  compare: function(target, targetStart, targetEnd, sourceStart, sourceEnd) {
    return compareRange(this, target, targetStart, targetEnd, sourceStart, sourceEnd);
  },
  copy: function(target, targetStart, sourceStart, sourceEnd) {
    return copyBytes(this, target, targetStart, sourceStart, sourceEnd);
  },
  indexOf: function(value, byteOffset, encoding) { return search(this, value, byteOffset, encoding, true); },
  lastIndexOf: function(value, byteOffset, encoding) { return search(this, value, byteOffset, encoding, false); },
  includes: function(value, byteOffset, encoding) { return search(this, value, byteOffset, encoding, true) !== -1; },
  fill: function(value, offset, end, encoding) { return fillRange(this, value, offset, end, encoding); },
  slice: function(start, end) { return this.subarray(start, end); },
  subarray: function(start, end) {
    const from = clamp(start, this.length);
    const to = end === undefined ? this.length : clamp(end, this.length);
    return new FastBuffer(this.buffer, this.byteOffset + from, to > from ? to - from : 0);
  },
  swap16: function() { return swap(this, 2); },
  swap32: function() { return swap(this, 4); },
  swap64: function() { return swap(this, 8); },
  toJSON: function() { return { type: 'Buffer', data: Array.prototype.slice.call(this) }; },
  [Symbol.for('nodejs.util.inspect.custom')]: inspect,
};

function defineSliceAndWrite(proto, name, number) {
  hidden(proto, `${name}Slice`, function(start = 0, end = this.length) {
    checkSlice(this, start, end);
    return start >= end ? '' : decode(this, number, start, Math.min(end, this.length));
  });
  hidden(proto, `${name}Write`, function(text, offset = 0, length = this.length - offset) {
    checkText(text);
    if (offset < 0 || offset > this.length) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS('offset');
    if (length < 0) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS('length');
    return write(this, text, offset, Math.min(length, this.length - offset), number);
  });
}

function checkSlice(buffer, start, end) {
  if (start < 0 || end < 0 || start > buffer.length) {
    throw Object.assign(new RangeError('Index out of range'), { code: 'ERR_OUT_OF_RANGE' });
  }
}

function hidden(proto, key, value, enumerable = true) {
  Object.defineProperty(proto, key, { __proto__: null, value, writable: true, configurable: true, enumerable });
}

function install(proto) {
  for (const key of Reflect.ownKeys(methods)) hidden(proto, key, methods[key]);
  hidden(proto, 'inspect', inspect);
  hidden(proto, 'toLocaleString', methods.toString);
  const names = ['utf8', 'ucs2', 'latin1', 'ascii', 'base64', 'base64url', 'hex'];
  names.forEach((name, number) => defineSliceAndWrite(proto, name, number));
  for (const [name, target] of [['parent', 'buffer'], ['offset', 'byteOffset']]) {
    Object.defineProperty(proto, name, {
      __proto__: null,
      enumerable: true,
      get() { return this instanceof FastBuffer ? this[target] : undefined; },
    });
  }
}

module.exports = { install, checkBytes, copyBytes, fillRange };
