// Values of ctx.kv: "value", anything that the structured clone algorithm takes, or "arrayBuffer", the program's own bytes. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { Deserializer } = require('internal/v8/deserializer');
const { Serializer } = require('internal/v8/serializer');
const { isAnyArrayBuffer } = require('internal/util/types');

// the numbers are the host's: KvFormat.code()
const FORMATS = { __proto__: null, value: { name: 'value', code: 0 }, arrayBuffer: { name: 'arrayBuffer', code: 1 } };

function formatOf(options) {
  const { format = 'value' } = options;
  const known = FORMATS[format];
  if (known === undefined) throw new codes.ERR_INVALID_ARG_VALUE('options.format', format, "must be 'value' or 'arrayBuffer'");
  return known;
}

class ValueSerializer extends Serializer {
  _getDataCloneError(message) {
    const { DOMException } = require('internal/dom_exception');
    return new DOMException(message, 'DataCloneError');
  }
}

function serialize(value) {
  const serializer = new ValueSerializer();
  serializer.writeHeader();
  serializer.writeValue(value);
  return serializer.releaseBuffer();
}

function deserialize(bytes) {
  const deserializer = new Deserializer(bytes);
  deserializer.readHeader();
  return deserializer.readValue();
}

function encode(key, value, format) {
  if (format === FORMATS.value) return serialize(value);
  if (isAnyArrayBuffer(value) || ArrayBuffer.isView(value)) return value;
  throw new codes.ERR_INVALID_ARG_TYPE('value', ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'], value);
}

function decode(key, bytes, storedCode, format) {
  if (storedCode !== format.code) {
    const { inspect } = require('internal/util/inspect');
    const stored = Object.values(FORMATS).find(({ code }) => code === storedCode).name;
    throw Object.assign(new TypeError(`The value of key ${inspect(key)} was put with format '${stored}': read it with { format: '${stored}' }`),
      { code: 'ERR_KV_FORMAT' });
  }
  if (format === FORMATS.arrayBuffer) return bytes.buffer;
  return deserialize(bytes);
}

module.exports = { formatOf, encode, decode };
