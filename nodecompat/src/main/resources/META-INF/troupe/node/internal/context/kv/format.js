// Values of ctx.kv: "value", anything that the structured clone algorithm takes, or "arrayBuffer", the program's own bytes. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { isAnyArrayBuffer } = require('internal/util/types');

// the numbers are the host's: KvFormat.code()
const FORMATS = { __proto__: null, value: { name: 'value', code: 0 }, arrayBuffer: { name: 'arrayBuffer', code: 1 } };

function formatOf(options) {
  const { format = 'value' } = options;
  const known = FORMATS[format];
  if (known === undefined) throw new codes.ERR_INVALID_ARG_VALUE('options.format', format, "must be 'value' or 'arrayBuffer'");
  return known;
}

function encode(key, value, format) {
  if (format === FORMATS.value) return require('v8').serialize(value);
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
  return require('v8').deserialize(bytes);
}

module.exports = { formatOf, encode, decode };
