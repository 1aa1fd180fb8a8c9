// nodejs.org/api/crypto.html, v22: how bytes and text reach Java, and what comes back. For built-ins only.
'use strict';

const { codes } = require('internal/errors');
const { run, snapshot } = require('internal/async_context');
const { binding: codec, encodingNumber, heapBytes } = require('internal/buffer');
const { FastBuffer, isAnyArrayBuffer } = require('internal/buffer/fast');

require('buffer'); // gives FastBuffer its methods

const isBytes = (value) => ArrayBuffer.isView(value) || isAnyArrayBuffer(value);

const BYTES = ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'];

/** The three arguments that Java's functions take for bytes: text and its encoding, or a buffer, an offset and a length. */
function argumentsOf(value, encoding) {
  if (typeof value === 'string') return [value, textEncoding(encoding), 0];
  if (ArrayBuffer.isView(value)) return [value.buffer, value.byteOffset, value.byteLength];
  return [value, 0, value.byteLength];
}

/** Unknown encodings are read as UTF-8, and 'buffer' too. */
function textEncoding(encoding) {
  return typeof encoding === 'string' ? encodingNumber(encoding) ?? 0 : 0;
}

/** Text or bytes as Java's arguments; anything else is the program's mistake. */
function textOrBytes(value, name, encoding, expected = ['string', ...BYTES]) {
  if (typeof value !== 'string' && !isBytes(value)) throw new codes.ERR_INVALID_ARG_TYPE(name, expected, value);
  return argumentsOf(value, encoding);
}

function onlyBytes(value, name, expected = BYTES) {
  if (!isBytes(value)) throw new codes.ERR_INVALID_ARG_TYPE(name, expected, value);
  return argumentsOf(value);
}

/** What `digest(encoding)` and its like ask for: the number of a text encoding, or false for a Buffer. */
function outputEncoding(encoding) {
  if (encoding === undefined || encoding === null || encoding === 'buffer') return false;
  return encodingNumber(`${encoding}`) ?? false;
}

/** Text stays text; bytes of Java become a Buffer. */
function output(value) {
  return typeof value === 'string' ? value : heapBytes(value, FastBuffer);
}

/** Bytes of Java as an ArrayBuffer of the realm, as WebCrypto and hkdf give them. */
function arrayBuffer(value) {
  return heapBytes(value).buffer;
}

/** Text or bytes as one Uint8Array, which is what most of Java's functions take; it is the program's memory if that is bytes. */
function viewOf(value, encoding) {
  if (typeof value === 'string') return heapBytes(codec.encode(value, textEncoding(encoding)));
  return new Uint8Array(...argumentsOf(value));
}

/** As viewOf, of what may be text or bytes only. */
function checkedView(value, name, encoding, expected = ['string', ...BYTES]) {
  if (typeof value !== 'string' && !isBytes(value)) throw new codes.ERR_INVALID_ARG_TYPE(name, expected, value);
  return viewOf(value, encoding);
}

/**
 * Calls a function of Java that does its work elsewhere and then calls back with an error, or false and a result, in the async context
 * of this moment.
 */
function later(fn, args, callback) {
  const context = snapshot();
  fn(...args, (error, result) => run(context, callback, undefined, error || null, result));
}

module.exports = { BYTES, isBytes, argumentsOf, textOrBytes, onlyBytes, outputEncoding, output, arrayBuffer, viewOf, checkedView, later };
