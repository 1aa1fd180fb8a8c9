// nodejs.org/api/crypto.html#class-hash and #class-hmac, v22: createHash, createHmac, hash, getHashes.
// Missing: the hash function sm3, which is no digest then.
'use strict';

const { codes } = require('internal/errors');
const { validateEncoding, validateString, validateUint32 } = require('internal/validators');
const { deprecate } = require('internal/util');
const { inherit } = require('internal/streams/legacy');
const { LazyTransform } = require('internal/crypto/lazy_transform');
const { argumentsOf, isBytes, outputEncoding, output, textOrBytes } = require('internal/crypto/bytes');

const binding = internalBinding('hash');

const kState = Symbol('kState');
const DATA = ['string', 'Buffer', 'TypedArray', 'DataView'];

function dataArguments(data, encoding) {
  if (typeof data === 'string') validateEncoding(data, encoding);
  else if (!ArrayBuffer.isView(data)) throw new codes.ERR_INVALID_ARG_TYPE('data', DATA, data);
  return argumentsOf(data, encoding);
}

/** -1 is the function's own length. */
function lengthOf(options) {
  const length = typeof options === 'object' && options !== null ? options.outputLength : undefined;
  if (length === undefined) return -1;
  validateUint32(length, 'options.outputLength');
  return Math.min(length, 2 ** 31 - 1);
}

function warnOfShake(algorithm, length) {
  if (length !== -1 || !/^shake/i.test(algorithm)) return;
  const { process } = require('internal/process/object');
  if (!process.execArgv.includes('--pending-deprecation') && process.env.NODE_PENDING_DEPRECATION !== '1') return;
  warnOfDefaultLength();
}
const warnOfDefaultLength = deprecate(
  () => {}, 'Creating SHAKE128/256 digests without an explicit options.outputLength is deprecated.', 'DEP0198');

function Hash(algorithm, options) {
  if (new.target === undefined) return new Hash(algorithm, options);
  validateString(algorithm, 'algorithm');
  const length = lengthOf(options);
  warnOfShake(algorithm, length);
  begin(this, { handle: binding.hash(algorithm, length), finalized: false }, options);
  return undefined;
}
inherit(Hash, LazyTransform);

function begin(target, state, options) {
  Object.defineProperty(target, kState, { __proto__: null, value: state });
  LazyTransform.call(target, options);
}

Hash.prototype.copy = function copy(options) {
  const state = this[kState];
  if (state.finalized) throw new codes.ERR_CRYPTO_HASH_FINALIZED();
  const other = Object.create(Hash.prototype);
  begin(other, { handle: binding.copy(state.handle, lengthOf(options)), finalized: false }, options);
  return other;
};

Hash.prototype.update = function update(data, encoding) {
  const state = this[kState];
  if (state.finalized) throw new codes.ERR_CRYPTO_HASH_FINALIZED();
  binding.update(state.handle, ...dataArguments(data, encoding));
  return this;
};

Hash.prototype.digest = function digest(encoding) {
  const state = this[kState];
  if (state.finalized) throw new codes.ERR_CRYPTO_HASH_FINALIZED();
  const result = output(binding.digest(state.handle, outputEncoding(encoding)));
  state.finalized = true;
  return result;
};

Hash.prototype._transform = function _transform(chunk, encoding, callback) {
  binding.update(this[kState].handle, ...argumentsOf(chunk, encoding));
  callback();
};

Hash.prototype._flush = function _flush(callback) {
  this.push(output(binding.digest(this[kState].handle, false)));
  callback();
};

function Hmac(hmac, key, options) {
  if (new.target === undefined) return new Hmac(hmac, key, options);
  validateString(hmac, 'hmac');
  const encoding = options?.encoding;
  const bytes = require('internal/crypto/secret').secretView(key, 'key', encoding);
  begin(this, { handle: binding.hmac(hmac, bytes), finalized: false }, options);
  return undefined;
}
inherit(Hmac, LazyTransform);

Hmac.prototype.digest = function digest(encoding) {
  const state = this[kState];
  const chosen = outputEncoding(encoding);
  if (state.finalized) return chosen === false ? Buffer.from('') : '';
  const result = output(binding.hmacDigest(state.handle, chosen));
  state.finalized = true;
  return result;
};

Hmac.prototype.update = function update(data, encoding) {
  const state = this[kState];
  if (state.finalized) throw new codes.ERR_CRYPTO_HASH_FINALIZED();
  binding.hmacUpdate(state.handle, ...dataArguments(data, encoding));
  return this;
};

Hmac.prototype._transform = function _transform(chunk, encoding, callback) {
  binding.hmacUpdate(this[kState].handle, ...argumentsOf(chunk, encoding));
  callback();
};

Hmac.prototype._flush = function _flush(callback) {
  this.push(this.digest());
  callback();
};

/** nodejs.org/api/crypto.html#cryptohashalgorithm-data-options */
function hash(algorithm, input, encoding = 'hex') {
  validateString(algorithm, 'algorithm');
  if (typeof input !== 'string' && !isBytes(input)) throw new codes.ERR_INVALID_ARG_TYPE('input', ['Buffer', 'TypedArray', 'DataView', 'string'], input);
  validateString(encoding, 'outputEncoding');
  const chosen = outputEncoding(encoding.toLowerCase());
  if (chosen === false && encoding.toLowerCase() !== 'buffer') throw new codes.ERR_INVALID_ARG_VALUE('outputEncoding', encoding);
  return output(binding.once(algorithm, chosen, ...textOrBytes(input, 'input')));
}

module.exports = {
  Hash: deprecate(Hash, 'crypto.Hash constructor is deprecated.', 'DEP0179'),
  Hmac: deprecate(Hmac, 'crypto.Hmac constructor is deprecated.', 'DEP0181'),
  createHash: (algorithm, options) => new Hash(algorithm, options),
  createHmac: (hmac, key, options) => new Hmac(hmac, key, options),
  hash,
  getHashes: () => [...binding.hashes()],
};
