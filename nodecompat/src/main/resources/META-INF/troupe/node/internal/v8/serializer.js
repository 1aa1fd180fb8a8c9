// nodejs.org/api/v8.html#class-v8serializer, v22: values to bytes. Missing: nothing.
'use strict';

const { Buffer } = require('buffer');
const types = require('internal/util/types');
const { codes } = require('internal/errors');
const T = require('internal/v8/tags');

const BigIntPrototype = BigInt.prototype;
const LATIN1 = /^[\u0000-\u00ff]*$/;
const INDEX = /^(?:0|[1-9]\d{0,9})$/;

class Serializer {
  #bytes = Buffer.allocUnsafeSlow(64);
  #length = 0;
  #ids = new Map();
  #transferred = new Map();
  #viewsAreHostObjects = false;

  writeHeader() {
    this.#byte(T.HEADER);
    this.#varint(T.VERSION);
  }

  writeValue(value) {
    this.#write(value);
    return true;
  }

  releaseBuffer() {
    const bytes = this.#bytes.subarray(0, this.#length);
    this.#bytes = Buffer.allocUnsafeSlow(64);
    this.#length = 0;
    return bytes;
  }

  transferArrayBuffer(id, arrayBuffer) {
    this.#transferred.set(arrayBuffer, id >>> 0);
  }

  writeUint32(value) {
    this.#varint(value >>> 0);
  }

  writeUint64(high, low) {
    this.#varint((BigInt(high >>> 0) << 32n) | BigInt(low >>> 0));
  }

  writeDouble(value) {
    this.#room(8);
    this.#bytes.writeDoubleLE(Number(value), this.#length);
    this.#length += 8;
  }

  writeRawBytes(source) {
    if (!ArrayBuffer.isView(source) && !types.isAnyArrayBuffer(source)) {
      throw new codes.ERR_INVALID_ARG_TYPE('source', ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'], source);
    }
    const bytes = ArrayBuffer.isView(source) ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength) : new Uint8Array(source);
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  _setTreatArrayBufferViewsAsHostObjects(flag) {
    this.#viewsAreHostObjects = Boolean(flag);
  }

  #room(count) {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.#length + count));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }

  #byte(value) {
    this.#room(1);
    this.#bytes[this.#length++] = value;
  }

  /** Seven bits in a byte, the lowest first; a number below 2 ** 32, or a bigint. */
  #varint(value) {
    if (typeof value === 'bigint') {
      for (; value > 0x7Fn; value >>= 7n) this.#byte(Number(value & 0x7Fn) | 0x80);
      this.#byte(Number(value));
      return;
    }
    for (; value > 0x7F; value = Math.floor(value / 128)) this.#byte((value % 128) | 0x80);
    this.#byte(value);
  }

  #refuse(value) {
    const text = typeof value === 'object' ? `#<${value.constructor?.name || 'Object'}>` : String(value);
    throw this._getDataCloneError(`${text} could not be cloned.`);
  }

  #write(value) {
    switch (typeof value) {
      case 'undefined': return this.#byte(T.UNDEFINED);
      case 'boolean': return this.#byte(value ? T.TRUE : T.FALSE);
      case 'number': return this.#number(value);
      case 'bigint':
        this.#byte(T.BIGINT);
        return this.#bigint(value);
      case 'string': return this.#string(value);
      case 'object': return value === null ? this.#byte(T.NULL) : this.#object(value);
      default: return this.#refuse(value);
    }
  }

  #number(value) {
    if (Object.is(value, value | 0)) {
      this.#byte(T.INT32);
      this.#varint(((value << 1) ^ (value >> 31)) >>> 0);
    } else {
      this.#byte(T.DOUBLE);
      this.writeDouble(value);
    }
  }

  #bigint(value) {
    const digits = [];
    for (let rest = value < 0n ? -value : value; rest > 0n; rest >>= 64n) digits.push(rest & 0xFFFFFFFFFFFFFFFFn);
    this.#varint(digits.length * 16 + (value < 0n ? 1 : 0));
    this.#room(digits.length * 8);
    for (const digit of digits) this.#length = this.#bytes.writeBigUInt64LE(digit, this.#length);
  }

  #string(text) {
    if (LATIN1.test(text)) {
      this.#byte(T.ONE_BYTE_STRING);
      this.#varint(text.length);
      this.#room(text.length);
      this.#length += this.#bytes.latin1Write(text, this.#length);
      return;
    }
    const count = text.length * 2;
    // the units begin at an even place
    const digits = count < 0x80 ? 1 : count < 0x4000 ? 2 : count < 0x200000 ? 3 : count < 0x10000000 ? 4 : 5;
    if ((this.#length + 1 + digits) % 2 === 1) this.#byte(T.PADDING);
    this.#byte(T.TWO_BYTE_STRING);
    this.#varint(count);
    this.#room(count);
    this.#length += this.#bytes.ucs2Write(text, this.#length);
  }

  #object(value) {
    const known = this.#ids.get(value);
    if (known !== undefined) {
      this.#byte(T.REFERENCE);
      return this.#varint(known);
    }
    const view = ArrayBuffer.isView(value);
    // the memory of a view comes first, then the view on it
    if (view && !this.#viewsAreHostObjects && !this.#ids.has(value.buffer)) this.#object(value.buffer);
    this.#ids.set(value, this.#ids.size);
    if (view) return this.#viewsAreHostObjects ? this.#hostObject(value) : this.#view(value);
    if (Array.isArray(value)) return this.#array(value);
    return this.#special(value) ? undefined : this.#plain(value);
  }

  #hostObject(value) {
    this.#byte(T.HOST_OBJECT);
    if (typeof this._writeHostObject !== 'function') this.#refuse(value);
    this._writeHostObject(value);
  }

  #special(value) {
    if (types.isDate(value)) this.#double(T.DATE, Date.prototype.getTime.call(value));
    else if (types.isBoxedPrimitive(value)) this.#boxed(value);
    else if (types.isRegExp(value)) this.#regexp(value);
    else if (types.isMap(value)) this.#map(value);
    else if (types.isSet(value)) this.#set(value);
    else if (types.isAnyArrayBuffer(value)) this.#arrayBuffer(value);
    else if (types.isNativeError(value)) this.#error(value);
    else if (isOpaque(value)) this.#refuse(value);
    else return false;
    return true;
  }

  #double(tag, value) {
    this.#byte(tag);
    this.writeDouble(value);
  }

  #boxed(value) {
    const primitive = value.valueOf();
    switch (typeof primitive) {
      case 'boolean': return this.#byte(primitive ? T.TRUE_OBJECT : T.FALSE_OBJECT);
      case 'number': return this.#double(T.NUMBER_OBJECT, primitive);
      case 'bigint':
        this.#byte(T.BIGINT_OBJECT);
        return this.#bigint(BigIntPrototype.valueOf.call(value));
      case 'string':
        this.#byte(T.STRING_OBJECT);
        return this.#string(primitive);
      default: return this.#refuse(value);
    }
  }

  #regexp(value) {
    this.#byte(T.REGEXP);
    this.#string(value.source);
    let bits = 0;
    for (const flag of value.flags) bits |= T.REGEXP_FLAGS[flag] ?? 0;
    this.#varint(bits);
  }

  #map(value) {
    const entries = [...Map.prototype.entries.call(value)];
    this.#byte(T.MAP);
    for (const [key, item] of entries) {
      this.#write(key);
      this.#write(item);
    }
    this.#byte(T.MAP_END);
    this.#varint(entries.length * 2);
  }

  #set(value) {
    const items = [...Set.prototype.values.call(value)];
    this.#byte(T.SET);
    for (const item of items) this.#write(item);
    this.#byte(T.SET_END);
    this.#varint(items.length);
  }

  #arrayBuffer(value) {
    const id = this.#transferred.get(value);
    if (types.isSharedArrayBuffer(value)) {
      const shared = this._getSharedArrayBufferId;
      if (typeof shared !== 'function') this.#refuse(value);
      this.#byte(T.SHARED_ARRAY_BUFFER);
      this.#varint(Reflect.apply(shared, this, [value]) >>> 0);
    } else if (id !== undefined) {
      this.#byte(T.ARRAY_BUFFER_TRANSFER);
      this.#varint(id);
    } else {
      if (value.detached) throw this._getDataCloneError('An ArrayBuffer is detached and could not be cloned.');
      this.#byte(value.resizable ? T.RESIZABLE_ARRAY_BUFFER : T.ARRAY_BUFFER);
      this.#varint(value.byteLength);
      if (value.resizable) this.#varint(value.maxByteLength);
      this.writeRawBytes(value);
    }
  }

  #view(value) {
    const name = types.isDataView(value) ? 'DataView' : kindOf(value);
    const letter = Object.keys(T.VIEWS).find((one) => T.VIEWS[one] === name);
    this.#byte(T.ARRAY_BUFFER_VIEW);
    this.#byte(letter.charCodeAt(0));
    this.#varint(value.byteOffset);
    this.#varint(value.byteLength);
    this.#varint(0);
  }

  #array(value) {
    const { length } = value;
    let dense = true;
    for (let i = 0; i < length && dense; i++) dense = Object.hasOwn(value, i);
    this.#byte(dense ? T.DENSE_ARRAY : T.SPARSE_ARRAY);
    this.#varint(length);
    if (dense) {
      for (let i = 0; i < length; i++) {
        if (i < value.length && Object.hasOwn(value, i)) this.#write(value[i]);
        else this.#byte(T.HOLE);
      }
    }
    const keys = Object.keys(value);
    const count = this.#properties(value, dense ? keys.filter((key) => !isIndex(key) || key >= length) : keys);
    this.#byte(dense ? T.DENSE_ARRAY_END : T.SPARSE_ARRAY_END);
    this.#varint(count);
    this.#varint(length);
  }

  #plain(value) {
    this.#byte(T.OBJECT);
    const count = this.#properties(value, Object.keys(value));
    this.#byte(T.OBJECT_END);
    this.#varint(count);
  }

  #properties(value, keys) {
    let count = 0;
    for (const key of keys) {
      if (!Object.hasOwn(value, key)) continue; // an earlier getter took it away
      this.#write(isIndex(key) ? Number(key) : key);
      this.#write(value[key]);
      count++;
    }
    return count;
  }

  #error(value) {
    this.#byte(T.ERROR);
    const kind = Object.hasOwn(T.ERROR_CLASSES, value.name) ? T.ERROR_CLASSES[value.name] : undefined;
    if (kind !== undefined) this.#byte(kind);
    const message = Object.getOwnPropertyDescriptor(value, 'message');
    if (message !== undefined && 'value' in message) this.#part(T.ERROR_PARTS.message, `${message.value}`);
    if (Object.hasOwn(value, 'cause')) {
      this.#byte(T.ERROR_PARTS.cause);
      this.#write(value.cause);
    }
    if (typeof value.stack === 'string') this.#part(T.ERROR_PARTS.stack, value.stack);
    this.#byte(T.ERROR_PARTS.end);
  }

  #part(tag, text) {
    this.#byte(tag);
    this.#string(text);
  }
}

const isIndex = (key) => INDEX.test(key) && Number(key) < 2 ** 32 - 1;

const typedArrayTag = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;
const kindOf = (value) => Reflect.apply(typedArrayTag, value, []);

/** Objects whose state nobody can read. */
function isOpaque(value) {
  return types.isPromise(value) || types.isWeakMap(value) || types.isWeakSet(value) || value instanceof WeakRef ||
    types.isGeneratorObject(value) || types.isMapIterator(value) || types.isSetIterator(value);
}

// called as a function, too
Serializer.prototype._getDataCloneError = Error;

module.exports = { Serializer, kindOf };
