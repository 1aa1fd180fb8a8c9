// nodejs.org/api/zlib.html#class-options, v22: what the streams check of their options. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { isAnyArrayBuffer } = require('internal/buffer/fast');

/** A finite number; undefined and NaN give `fallback`. */
function number(value, name, low, high, fallback) {
  if (value === undefined || Number.isNaN(value)) return fallback;
  if (typeof value !== 'number') throw new codes.ERR_INVALID_ARG_TYPE(name, 'number', value);
  if (!Number.isFinite(value)) throw new codes.ERR_OUT_OF_RANGE(name, 'a finite number', value);
  if (value < low || value > high) {
    throw new codes.ERR_OUT_OF_RANGE(name, high === Infinity ? `>= ${low}` : `>= ${low} and <= ${high}`, value);
  }
  return value;
}

const KINDS = ['Buffer', 'TypedArray', 'DataView', 'ArrayBuffer'];

/** A view of the bytes, or of none. */
function dictionary(value) {
  if (value === undefined) return undefined;
  if (ArrayBuffer.isView(value)) return value;
  if (isAnyArrayBuffer(value)) return new Uint8Array(value);
  throw new codes.ERR_INVALID_ARG_TYPE('options.dictionary', KINDS, value);
}

/** `params` of brotli and zstd as a flat list of numbers and their values; `known` are the numbers up to the largest one. */
function parameters(params, known, invalid) {
  const most = Math.max(...known);
  const pairs = [];
  if (params == null) return pairs;
  const seen = new Set();
  for (const key of Object.keys(params)) {
    const id = Number(key);
    if (Number.isNaN(id) || id < 0 || id > most || seen.has(id)) throw new invalid(key);
    seen.add(id);
    const value = params[key];
    if (typeof value !== 'number' && typeof value !== 'boolean') {
      throw new codes.ERR_INVALID_ARG_TYPE('options.params[key]', 'number', value);
    }
    pairs.push(id, Number(value));
  }
  return pairs;
}

/** Buffer, offset and length of a view, as bindings take bytes. */
function bytes(view) {
  return view === undefined ? [new ArrayBuffer(0), 0, 0] : [view.buffer, view.byteOffset, view.byteLength];
}

module.exports = { number, dictionary, parameters, bytes, KINDS };
