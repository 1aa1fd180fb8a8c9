// nodejs.org/api/crypto.html#class-sign, v22: Sign, Verify, sign, verify. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { validateEncoding, validateFunction, validateString } = require('internal/validators');
const { inherit } = require('internal/streams/legacy');
const Writable = require('internal/streams/writable');
const { argumentsOf, checkedView, later, output, viewOf } = require('internal/crypto/bytes');
const { privateHost, publicHost } = require('internal/crypto/key_input');

const hashes = internalBinding('hash');
const binding = internalBinding('sign');

const kState = Symbol('kState');
const DATA = ['string', 'Buffer', 'TypedArray', 'DataView'];

function begin(target, algorithm, options) {
  validateString(algorithm, 'algorithm');
  const name = hashes.known(algorithm);
  if (name === '') throw new codes.ERR_CRYPTO_INVALID_DIGEST(algorithm);
  Object.defineProperty(target, kState, { __proto__: null, value: { name, handle: hashes.hash(name, -1) } });
  Writable.call(target, options);
}

function Sign(algorithm, options) {
  if (!(this instanceof Sign)) return new Sign(algorithm, options);
  begin(this, algorithm, options);
  return undefined;
}
inherit(Sign, Writable);

function Verify(algorithm, options) {
  if (!(this instanceof Verify)) return new Verify(algorithm, options);
  begin(this, algorithm, options);
  return undefined;
}
inherit(Verify, Writable);

function update(data, encoding) {
  if (typeof data === 'string') validateEncoding(data, encoding);
  else if (!ArrayBuffer.isView(data)) throw new codes.ERR_INVALID_ARG_TYPE('data', DATA, data);
  hashes.update(this[kState].handle, ...argumentsOf(data, encoding));
  return this;
}

function write(chunk, encoding, callback) {
  this.update(chunk, encoding);
  callback();
}
Sign.prototype.update = update;
Sign.prototype._write = write;
Verify.prototype.update = update;
Verify.prototype._write = write;

/** Padding, salt length, and whether the two numbers of (EC)DSA stand side by side. */
function signatureOptions(options) {
  return [integer(options, 'padding') ?? 0, integer(options, 'saltLength') ?? null, sideBySide(options)];
}

function integer(options, name) {
  const value = options[name];
  if (value === undefined || (Number.isInteger(value) && value === (value | 0))) return value;
  throw new codes.ERR_INVALID_ARG_VALUE(`options.${name}`, value);
}

function sideBySide(options) {
  const { dsaEncoding } = options;
  if (dsaEncoding === undefined || dsaEncoding === 'der') return false;
  if (dsaEncoding === 'ieee-p1363') return true;
  throw new codes.ERR_INVALID_ARG_VALUE('options.dsaEncoding', dsaEncoding);
}

Sign.prototype.sign = function sign(options, encoding) {
  if (!options) throw new codes.ERR_CRYPTO_SIGN_KEY_REQUIRED();
  const host = privateHost(options);
  const { name, handle } = this[kState];
  const signature = output(binding.signDigest(host, name, handle, ...signatureOptions(options)));
  return encoding && encoding !== 'buffer' ? signature.toString(encoding) : signature;
};

Verify.prototype.verify = function verify(options, signature, encoding) {
  const host = publicHost(options);
  const parameters = signatureOptions(options);
  const bytes = checkedView(signature, 'signature', encoding);
  const { name, handle } = this[kState];
  return binding.verifyDigest(host, name, handle, ...parameters, bytes);
};

function hashName(algorithm) {
  if (algorithm === undefined || algorithm === null) return '';
  validateString(algorithm, 'algorithm');
  if (hashes.known(algorithm) === '') throw new codes.ERR_CRYPTO_INVALID_DIGEST(algorithm);
  return algorithm;
}

function sign(algorithm, data, key, callback) {
  if (callback !== undefined) validateFunction(callback, 'callback');
  const message = checkedView(data, 'data');
  if (!key) throw new codes.ERR_CRYPTO_SIGN_KEY_REQUIRED();
  const parameters = signatureOptions(key);
  const args = [privateHost(key), hashName(algorithm), message, ...parameters];
  if (callback === undefined) return output(binding.sign(...args));
  later(binding.signLater, args, (error, bytes) => (error ? callback(error) : callback(null, output(bytes))));
  return undefined;
}

function verify(algorithm, data, key, signature, callback) {
  if (callback !== undefined) validateFunction(callback, 'callback');
  const message = checkedView(data, 'data');
  // a key that is none is told so below
  const parameters = signatureOptions(key ?? {});
  if (!ArrayBuffer.isView(signature) && !(signature instanceof ArrayBuffer)) {
    throw new codes.ERR_INVALID_ARG_TYPE('signature', ['Buffer', 'TypedArray', 'DataView'], signature);
  }
  const args = [publicHost(key), hashName(algorithm), message, ...parameters, viewOf(signature)];
  if (callback === undefined) return binding.verify(...args);
  later(binding.verifyLater, args, callback);
  return undefined;
}

module.exports = {
  Sign,
  Verify,
  createSign: (algorithm, options) => new Sign(algorithm, options),
  createVerify: (algorithm, options) => new Verify(algorithm, options),
  sign,
  verify,
};
