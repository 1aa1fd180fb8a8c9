// nodejs.org/api/v8.html#class-v8deserializer, v22: bytes to values, of the wire formats 13 to 15. Whatever the bytes say, nothing beyond them is
// read and nothing larger than them is allocated. Missing: nothing.
'use strict';

const { Buffer } = require('buffer');
const types = require('internal/util/types');
const { codes } = require('internal/errors');
const T = require('internal/v8/tags');

const OLDEST = 13;
const ERROR_CLASSES = new Map(Object.entries(T.ERROR_CLASSES).map(([name, tag]) => [tag, globalThis[name]]));

function broken() {
  throw new Error('Unable to deserialize cloned data.');
}

class Deserializer {
  #bytes;
  #at = 0;
  #version = 0;
  #objects = [];
  #transferred = new Map();

  constructor(buffer) {
    if (!ArrayBuffer.isView(buffer)) throw new codes.ERR_INVALID_ARG_TYPE('buffer', ['Buffer', 'TypedArray', 'DataView'], buffer);
    this.buffer = buffer;
    this.#bytes = Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  }

  readHeader() {
    if (this.#bytes[this.#at] !== T.HEADER) throw new Error('Unable to deserialize cloned data due to invalid or unsupported version.');
    this.#at++;
    this.#version = this.#varint();
    if (this.#version < OLDEST || this.#version > T.VERSION) {
      throw new Error('Unable to deserialize cloned data due to invalid or unsupported version.');
    }
    return true;
  }

  readValue() {
    return this.#read();
  }

  transferArrayBuffer(id, arrayBuffer) {
    if (!types.isAnyArrayBuffer(arrayBuffer)) {
      throw new codes.ERR_INVALID_ARG_TYPE('arrayBuffer', ['ArrayBuffer', 'SharedArrayBuffer'], arrayBuffer);
    }
    this.#transferred.set(id >>> 0, arrayBuffer);
  }

  getWireFormatVersion() {
    return this.#version;
  }

  readUint32() {
    try {
      return this.#varint();
    } catch {
      throw new Error('ReadUint32() failed');
    }
  }

  readUint64() {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      if (this.#at >= this.#bytes.length || shift > 63n) throw new Error('ReadUint64() failed');
      const byte = this.#bytes[this.#at++];
      value |= BigInt(byte & 0x7F) << shift;
      if (byte < 0x80) break;
    }
    return [Number((value >> 32n) & 0xFFFFFFFFn), Number(value & 0xFFFFFFFFn)];
  }

  readDouble() {
    if (this.#at + 8 > this.#bytes.length) throw new Error('ReadDouble() failed');
    const value = this.#bytes.readDoubleLE(this.#at);
    this.#at += 8;
    return value;
  }

  readRawBytes(length) {
    const offset = this._readRawBytes(length);
    return Buffer.from(this.buffer.buffer, this.buffer.byteOffset + offset, length);
  }

  /** Moves past the bytes; gives where they begin. */
  _readRawBytes(length) {
    if (!(length >= 0) || this.#at + length > this.#bytes.length) throw new Error('ReadRawBytes() failed');
    const offset = this.#at;
    this.#at += length;
    return offset;
  }

  #byte() {
    if (this.#at >= this.#bytes.length) broken();
    return this.#bytes[this.#at++];
  }

  #varint() {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.#byte();
      if (factor > 2 ** 28) {
        value += (byte & 0x0F) * factor;
        if (byte >= 0x80) broken();
        break;
      }
      value += (byte & 0x7F) * factor;
      if (byte < 0x80) break;
    }
    return value;
  }

  #tag() {
    let tag;
    do tag = this.#byte(); while (tag === T.PADDING);
    return tag;
  }

  #peek() {
    while (this.#bytes[this.#at] === T.PADDING) this.#at++;
    return this.#bytes[this.#at];
  }

  #slice(count) {
    if (this.#at + count > this.#bytes.length) broken();
    const bytes = this.#bytes.subarray(this.#at, this.#at + count);
    this.#at += count;
    return bytes;
  }

  #remember(object) {
    this.#objects.push(object);
    return object;
  }

  #double() {
    return this.#slice(8).readDoubleLE(0);
  }

  #read() {
    const tag = this.#tag();
    switch (tag) {
      case T.UNDEFINED: return undefined;
      case T.NULL: return null;
      case T.TRUE: return true;
      case T.FALSE: return false;
      case T.INT32: {
        const zigzag = this.#varint();
        return (zigzag >>> 1) ^ -(zigzag & 1);
      }
      case T.UINT32: return this.#varint();
      case T.DOUBLE: return this.#double();
      case T.BIGINT: return this.#bigint();
      case T.ONE_BYTE_STRING: return this.#slice(this.#varint()).latin1Slice();
      case T.TWO_BYTE_STRING: return this.#slice(this.#varint()).ucs2Slice();
      case T.UTF8_STRING: return this.#slice(this.#varint()).utf8Slice();
      case T.REFERENCE: return this.#reference();
      default: return this.#object(tag);
    }
  }

  #reference() {
    const id = this.#varint();
    if (id >= this.#objects.length) broken();
    return this.#withView(this.#objects[id]);
  }

  #object(tag) {
    switch (tag) {
      case T.OBJECT: return this.#plain();
      case T.DENSE_ARRAY: return this.#dense();
      case T.SPARSE_ARRAY: return this.#sparse();
      case T.DATE: return this.#remember(new Date(this.#double()));
      case T.TRUE_OBJECT: return this.#remember(Object(true));
      case T.FALSE_OBJECT: return this.#remember(Object(false));
      case T.NUMBER_OBJECT: return this.#remember(Object(this.#double()));
      case T.BIGINT_OBJECT: return this.#remember(Object(this.#bigint()));
      case T.STRING_OBJECT: return this.#later(() => Object(this.#text()));
      case T.REGEXP: return this.#later(() => this.#regexp());
      case T.MAP: return this.#map();
      case T.SET: return this.#set();
      case T.ARRAY_BUFFER: return this.#arrayBuffer(false);
      case T.RESIZABLE_ARRAY_BUFFER: return this.#arrayBuffer(true);
      case T.ARRAY_BUFFER_TRANSFER: return this.#transfer(this.#varint());
      case T.SHARED_ARRAY_BUFFER: return this.#transfer(this.#varint());
      case T.ERROR: return this.#error();
      case T.HOST_OBJECT: return this.#later(() => this.#hostObject());
      default: return broken();
    }
  }

  /** An object that can be made only after its parts were read has the number of its beginning. */
  #later(make) {
    const id = this.#objects.push(undefined) - 1;
    return (this.#objects[id] = make());
  }

  #hostObject() {
    if (typeof this._readHostObject !== 'function') broken();
    const object = this._readHostObject();
    if (object === null || typeof object !== 'object') throw new TypeError('readHostObject must return an object');
    return object;
  }

  #bigint() {
    const field = this.#varint();
    const bytes = this.#slice(field >>> 1);
    let value = 0n;
    for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i]);
    return field & 1 ? -value : value;
  }

  #text() {
    const text = this.#read();
    if (typeof text !== 'string') broken();
    return text;
  }

  #regexp() {
    const source = this.#text();
    const bits = this.#varint();
    let flags = '';
    for (const flag of Object.keys(T.REGEXP_FLAGS)) if (bits & T.REGEXP_FLAGS[flag]) flags += flag;
    return new RegExp(source, flags);
  }

  /** Keys and values up to `end`; gives how many pairs there were. */
  #properties(object, end) {
    let count = 0;
    for (; this.#peek() !== end; count++) {
      const key = this.#read();
      if (typeof key !== 'string' && typeof key !== 'number') broken();
      Object.defineProperty(object, key, { __proto__: null, value: this.#read(), writable: true, enumerable: true, configurable: true });
    }
    this.#tag();
    if (this.#varint() !== count) broken();
  }

  #plain() {
    const object = this.#remember({});
    this.#properties(object, T.OBJECT_END);
    return object;
  }

  #dense() {
    const length = this.#varint();
    if (length > this.#bytes.length - this.#at) broken();
    const array = this.#remember(new Array(length));
    for (let i = 0; i < length; i++) {
      if (this.#peek() === T.HOLE) this.#tag();
      else array[i] = this.#read();
    }
    this.#properties(array, T.DENSE_ARRAY_END);
    if (this.#varint() !== length) broken();
    return array;
  }

  #sparse() {
    const length = this.#varint();
    const array = this.#remember([]);
    array.length = length;
    this.#properties(array, T.SPARSE_ARRAY_END);
    if (this.#varint() !== length) broken();
    return array;
  }

  #map() {
    const map = this.#remember(new Map());
    let count = 0;
    for (; this.#peek() !== T.MAP_END; count += 2) {
      const key = this.#read();
      map.set(key, this.#read());
    }
    this.#tag();
    if (this.#varint() !== count) broken();
    return map;
  }

  #set() {
    const set = this.#remember(new Set());
    let count = 0;
    for (; this.#peek() !== T.SET_END; count++) set.add(this.#read());
    this.#tag();
    if (this.#varint() !== count) broken();
    return set;
  }

  #arrayBuffer(resizable) {
    const length = this.#varint();
    const most = resizable ? this.#varint() : length;
    const bytes = this.#slice(length);
    if (most < length) broken();
    const buffer = this.#remember(resizable ? new ArrayBuffer(length, { maxByteLength: most }) : new ArrayBuffer(length));
    new Uint8Array(buffer).set(bytes);
    return this.#withView(buffer);
  }

  #transfer(id) {
    const buffer = this.#transferred.get(id);
    if (buffer === undefined) broken();
    return this.#withView(this.#remember(buffer));
  }

  /** A view follows its memory. */
  #withView(buffer) {
    if (!types.isAnyArrayBuffer(buffer) || this.#peek() !== T.ARRAY_BUFFER_VIEW) return buffer;
    this.#tag();
    const name = T.VIEWS[String.fromCharCode(this.#byte())];
    const offset = this.#varint();
    const length = this.#varint();
    if (this.#version >= 14) this.#varint();
    const Kind = globalThis[name];
    if (Kind === undefined || offset + length > buffer.byteLength) broken();
    const size = Kind.BYTES_PER_ELEMENT ?? 1;
    if (offset % size !== 0 || length % size !== 0) broken();
    return this.#remember(new Kind(buffer, offset, length / size));
  }

  #error() {
    return this.#later(() => {
      let Kind = Error;
      let message;
      let stack;
      const options = {};
      for (;;) {
        const part = this.#tag();
        if (part === T.ERROR_PARTS.end) break;
        else if (part === T.ERROR_PARTS.message) message = this.#text();
        else if (part === T.ERROR_PARTS.stack) stack = this.#text();
        else if (part === T.ERROR_PARTS.cause) options.cause = this.#read();
        else Kind = ERROR_CLASSES.get(part) ?? broken();
      }
      const error = message === undefined ? new Kind(undefined, options) : new Kind(message, options);
      Object.defineProperty(error, 'stack', { __proto__: null, value: stack, writable: true, configurable: true });
      return error;
    });
  }
}

module.exports = { Deserializer };
