// nodejs.org/api/v8.html#class-v8defaultserializer, v22: Serializer and Deserializer that write Buffers and typed arrays as Node does. Missing:
// nothing.
'use strict';

const { Buffer } = require('buffer');
const { Serializer, kindOf } = require('internal/v8/serializer');
const { Deserializer } = require('internal/v8/deserializer');

/** In the order of their numbers; Buffer has the name of its class in Node. */
const KINDS = ['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float32Array',
  'Float64Array', 'DataView', 'Buffer', 'BigInt64Array', 'BigUint64Array', 'Float16Array'];

class DefaultSerializer extends Serializer {
  constructor() {
    super();
    this._setTreatArrayBufferViewsAsHostObjects(true);
  }

  _writeHostObject(view) {
    const name = Buffer.isBuffer(view) ? 'Buffer' : kindOf(view) ?? 'DataView';
    this.writeUint32(KINDS.indexOf(name));
    this.writeUint32(view.byteLength);
    this.writeRawBytes(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  }
}

class DefaultDeserializer extends Deserializer {
  _readHostObject() {
    const name = KINDS[this.readUint32()];
    const length = this.readUint32();
    const Kind = name === 'Buffer' ? Buffer : globalThis[name];
    if (Kind === undefined) throw new Error('Unable to deserialize cloned data.');
    const offset = this._readRawBytes(length);
    const { buffer, byteOffset } = this.buffer;
    if (name === 'Buffer') return Buffer.from(buffer, byteOffset + offset, length);
    const size = Kind.BYTES_PER_ELEMENT ?? 1;
    if ((byteOffset + offset) % size === 0) return new Kind(buffer, byteOffset + offset, length / size);
    // not where such elements may lie: a copy
    return new Kind(buffer.slice(byteOffset + offset, byteOffset + offset + length), 0, length / size);
  }
}

function serialize(value) {
  const serializer = new DefaultSerializer();
  serializer.writeHeader();
  serializer.writeValue(value);
  return serializer.releaseBuffer();
}

function deserialize(buffer) {
  if (!ArrayBuffer.isView(buffer)) {
    throw new (require('internal/errors').codes.ERR_INVALID_ARG_TYPE)('buffer', ['Buffer', 'TypedArray', 'DataView'], buffer);
  }
  const deserializer = new DefaultDeserializer(buffer);
  deserializer.readHeader();
  return deserializer.readValue();
}

module.exports = { DefaultDeserializer, DefaultSerializer, deserialize, serialize };
