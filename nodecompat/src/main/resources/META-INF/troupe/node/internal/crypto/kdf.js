// nodejs.org/api/crypto.html, v22: pbkdf2, scrypt, hkdf and their synchronous forms.
// Different: scrypt's memory is bounded by the host too, whatever `maxmem` says.
'use strict';

const { codes } = require('internal/errors');
const { native } = require('internal/errors/crypto');
const { validateFunction, validateInt32, validateInteger, validateString, validateUint32 } = require('internal/validators');
const { arrayBuffer, checkedView, later, output } = require('internal/crypto/bytes');
const { kMaxLength } = require('buffer');

const binding = internalBinding('sign');
const hashes = internalBinding('hash');

function checkHash(name) {
  if (hashes.known(name) === '') throw new codes.ERR_CRYPTO_INVALID_DIGEST(name);
}

function pbkdf2Arguments(password, salt, iterations, keylen, digest) {
  validateString(digest, 'digest');
  const secret = checkedView(password, 'password');
  const salted = checkedView(salt, 'salt');
  validateInt32(iterations, 'iterations', 1);
  validateInt32(keylen, 'keylen', 0);
  checkHash(digest);
  return [digest, secret, salted, iterations, keylen];
}

function pbkdf2(password, salt, iterations, keylen, digest, callback) {
  if (typeof digest === 'function') {
    callback = digest;
    digest = undefined;
  }
  const args = pbkdf2Arguments(password, salt, iterations, keylen, digest);
  validateFunction(callback, 'callback');
  finish(binding.pbkdf2Later, args, output, callback);
}

function pbkdf2Sync(password, salt, iterations, keylen, digest) {
  return output(binding.pbkdf2(...pbkdf2Arguments(password, salt, iterations, keylen, digest)));
}

function finish(fn, args, shape, callback) {
  later(fn, args, (error, bytes) => (error ? callback(error) : callback(null, shape(bytes))));
}

/** An option under its name in RFC 7914 or its long one, but not both. */
function either(options, short, long, fallback) {
  const hasShort = options[short] !== undefined;
  if (hasShort) validateUint32(options[short], short);
  if (options[long] !== undefined) {
    if (hasShort) throw native('ERR_CRYPTO_INVALID_SCRYPT_PARAMS', 'Invalid scrypt params');
    validateUint32(options[long], long);
  }
  // each read is the program's to answer, the last one too
  const value = hasShort ? options[short] : options[long];
  if (value === undefined) return fallback;
  validateUint32(value, hasShort ? short : long);
  return value || fallback;
}

function scryptArguments(password, salt, keylen, options) {
  const secret = checkedView(password, 'password');
  const salted = checkedView(salt, 'salt');
  validateInt32(keylen, 'keylen', 0);
  let [n, r, p, maxmem] = [16384, 8, 1, 32 << 20];
  if (options !== undefined && options !== null) {
    n = either(options, 'N', 'cost', n);
    r = either(options, 'r', 'blockSize', r);
    p = either(options, 'p', 'parallelization', p);
    if (options.maxmem !== undefined) {
      maxmem = options.maxmem;
      validateInteger(maxmem, 'maxmem', 0);
      if (maxmem === 0) maxmem = 32 << 20;
    }
  }
  binding.scryptCheck(n, r, p, maxmem);
  return [secret, salted, n, r, p, maxmem, keylen];
}

function scrypt(password, salt, keylen, options, callback) {
  if (callback === undefined) {
    callback = options;
    options = undefined;
  }
  const args = scryptArguments(password, salt, keylen, options);
  validateFunction(callback, 'callback');
  finish(binding.scryptLater, args, output, callback);
}

function scryptSync(password, salt, keylen, options) {
  return output(binding.scrypt(...scryptArguments(password, salt, keylen, options)));
}

function hkdfArguments(digest, ikm, salt, info, length) {
  validateString(digest, 'digest');
  const key = keyBytes(ikm);
  const salted = checkedView(salt, 'salt');
  const context = checkedView(info, 'info');
  validateInteger(length, 'length', 0, kMaxLength);
  if (context.byteLength > 1024) {
    throw new codes.ERR_OUT_OF_RANGE('info', 'must not contain more than 1024 bytes', context.byteLength);
  }
  checkHash(digest);
  const args = [digest, key, salted, context, length];
  if (length > 255 * hashes.length(digest)) throw new codes.ERR_CRYPTO_INVALID_KEYLEN();
  return args;
}

function keyBytes(ikm) {
  const { keyObjectOf } = require('internal/crypto/key_input');
  const object = keyObjectOf(ikm);
  if (object !== undefined) return require('internal/crypto/secret').secretView(object, 'ikm');
  return checkedView(ikm, 'ikm', undefined, ['string', 'SecretKeyObject', 'ArrayBuffer', 'TypedArray', 'DataView', 'Buffer']);
}

function hkdf(digest, ikm, salt, info, length, callback) {
  const args = hkdfArguments(digest, ikm, salt, info, length);
  validateFunction(callback, 'callback');
  finish(binding.hkdfLater, args, arrayBuffer, callback);
}

function hkdfSync(digest, ikm, salt, info, length) {
  return arrayBuffer(binding.hkdf(...hkdfArguments(digest, ikm, salt, info, length)));
}

module.exports = { pbkdf2, pbkdf2Sync, scrypt, scryptSync, hkdf, hkdfSync };
