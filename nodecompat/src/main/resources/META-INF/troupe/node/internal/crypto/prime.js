// nodejs.org/api/crypto.html#cryptogenerateprimesize-options-callback, v22. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { validateBoolean, validateFunction, validateInt32, validateObject } = require('internal/validators');
const { arrayBuffer, isBytes, later, viewOf } = require('internal/crypto/bytes');

const binding = internalBinding('sign');

const BYTES = ['ArrayBuffer', 'TypedArray', 'Buffer', 'DataView', 'bigint'];

/** A number as bytes, big-endian. */
function bytesOf(value, name) {
  if (typeof value === 'bigint') {
    if (value < 0n) throw new codes.ERR_OUT_OF_RANGE(name, '>= 0', value);
    const hex = value.toString(16);
    return viewOf(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  }
  if (!isBytes(value)) throw new codes.ERR_INVALID_ARG_TYPE(name, BYTES, value);
  return viewOf(value);
}

function bigintOf(buffer) {
  return BigInt(`0x${Buffer.from(buffer).toString('hex')}`);
}

function primeArguments(size, options) {
  validateInt32(size, 'size', 1);
  validateObject(options, 'options');
  const { safe = false, bigint = false, add, rem } = options;
  validateBoolean(safe, 'options.safe');
  validateBoolean(bigint, 'options.bigint');
  const step = add === undefined ? null : bytesOf(add, 'options.add');
  const remainder = rem === undefined ? null : bytesOf(rem, 'options.rem');
  return [size, safe, step, step === null ? null : remainder];
}

function shape(bytes, options) {
  const buffer = arrayBuffer(bytes);
  return options.bigint ? bigintOf(buffer) : buffer;
}

function generatePrime(size, options, callback) {
  validateInt32(size, 'size', 1);
  if (typeof options === 'function') {
    callback = options;
    options = {};
  }
  validateFunction(callback, 'callback');
  const args = primeArguments(size, options);
  later(binding.primeLater, args, (error, bytes) => (error ? callback(error) : callback(null, shape(bytes, options))));
}

function generatePrimeSync(size, options = {}) {
  return shape(binding.prime(...primeArguments(size, options)), options);
}

function checkArguments(candidate, options) {
  const bytes = bytesOf(candidate, 'candidate');
  validateObject(options, 'options');
  const { checks = 0 } = options;
  validateInt32(checks, 'options.checks', 0);
  return [bytes, checks];
}

function checkPrime(candidate, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = {};
  }
  validateFunction(callback, 'callback');
  later(binding.isPrimeLater, checkArguments(candidate, options), callback);
}

function checkPrimeSync(candidate, options = {}) {
  return binding.isPrime(...checkArguments(candidate, options));
}

module.exports = { generatePrime, generatePrimeSync, checkPrime, checkPrimeSync };
