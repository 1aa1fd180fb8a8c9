// w3c.github.io/webcrypto, as nodejs.org/api/webcrypto.html, v22: signatures and encryption with key pairs, and derivation.
// Missing: contexts of Ed448, as in Node 22.
'use strict';

const { codes } = require('internal/errors');
const { hostOf } = require('internal/crypto/keys');
const { arrayBuffer } = require('internal/crypto/bytes');
const { innards } = require('internal/crypto/crypto_key');
const { hashName } = require('internal/crypto/algorithms');
const { accessError, fail, job, operationError } = require('internal/crypto/subtle/common');

const binding = internalBinding('sign');
const hashes = internalBinding('hash');

const RSA_PKCS1_PADDING = 1;
const RSA_PKCS1_OAEP_PADDING = 4;
const RSA_PKCS1_PSS_PADDING = 6;

function checkSalt({ saltLength }, { algorithm }) {
  const most = Math.ceil((algorithm.modulusLength - 1) / 8) - hashes.length(hashName(algorithm.hash)) - 2;
  if (saltLength > most) {
    throw operationError('The operation failed for an operation-specific reason',
      new codes.ERR_OUT_OF_RANGE('algorithm.saltLength', `>= 0 && <= ${most}`, saltLength));
  }
}

/** [hash, padding, salt length, side by side] */
function signatureParameters(algorithm, key) {
  switch (algorithm.name) {
    case 'RSASSA-PKCS1-v1_5': return [hashName(key.algorithm.hash), RSA_PKCS1_PADDING, null, false];
    case 'RSA-PSS':
      checkSalt(algorithm, key);
      return [hashName(key.algorithm.hash), RSA_PKCS1_PSS_PADDING, algorithm.saltLength, false];
    case 'ECDSA': return [hashName(algorithm.hash), 0, null, true];
    default:
      if (algorithm.context?.byteLength > 0) throw fail('Non zero-length context is not supported', 'NotSupportedError');
      return ['', 0, null, false];
  }
}

async function sign(algorithm, key, data) {
  const [hash, ...parameters] = signatureParameters(algorithm, key);
  if (key.keyObject.type !== 'private') throw accessError('Key must be a private key');
  return arrayBuffer(await job(binding.signLater, hostOf(key.keyObject), hash, data, ...parameters));
}

async function verify(algorithm, key, signature, data) {
  const [hash, ...parameters] = signatureParameters(algorithm, key);
  if (key.keyObject.type !== 'public') throw accessError('Key must be a public key');
  return job(binding.verifyLater, hostOf(key.keyObject), hash, data, ...parameters, signature);
}

function oaep(operation, type) {
  return async (algorithm, { keyObject, algorithm: { hash } }, data) => {
    if (keyObject.type !== type) throw accessError('The requested operation is not valid for the provided key');
    return arrayBuffer(await job(
      binding.rsaLater, operation, hostOf(keyObject), data, RSA_PKCS1_OAEP_PADDING, hashName(hash), algorithm.label ?? new Uint8Array()));
  };
}

function wholeBytes(length) {
  if (length === null) throw operationError('length cannot be null');
  if (length % 8 !== 0) throw operationError('length must be a multiple of 8');
  return length / 8;
}

async function hkdf({ hash, salt, info }, { keyObject }, length) {
  const size = wholeBytes(length);
  if (size === 0) return new ArrayBuffer(0);
  return arrayBuffer(await job(binding.hkdfLater, hashName(hash), keyObject.export(), salt, info, size));
}

async function pbkdf2({ hash, salt, iterations }, { keyObject }, length) {
  if (iterations === 0) throw operationError('iterations cannot be zero');
  const size = wholeBytes(length);
  if (size === 0) return new ArrayBuffer(0);
  if (iterations > 0x7fffffff) throw operationError('iterations cannot exceed 2147483647');
  return arrayBuffer(await job(binding.pbkdf2Later, hashName(hash), keyObject.export(), salt, iterations, size));
}

async function agree(algorithm, key, length) {
  const { name } = algorithm;
  const other = innards(algorithm.public);
  if (key.keyObject.type !== 'private') throw accessError('baseKey must be a private key');
  if (other.keyObject.type !== 'public') throw accessError('algorithm.public must be a public key');
  if (other.algorithm.name !== name) throw accessError(`algorithm.public must be an ${name} key`);
  if (other.algorithm.namedCurve !== key.algorithm.namedCurve) throw accessError('Named curve mismatch');
  const bits = arrayBuffer(await job(binding.agreeLater, hostOf(key.keyObject), hostOf(other.keyObject)));
  return length === null ? bits : truncated(bits, length);
}

/** The first bits; those of the last byte that are too many are zero. */
function truncated(bits, length) {
  const size = Math.ceil(length / 8);
  if (size > bits.byteLength) throw operationError('derived bit length is too small');
  const result = bits.slice(0, size);
  if (length % 8 !== 0) new Uint8Array(result)[size - 1] &= 0xff00 >> (length % 8);
  return result;
}

module.exports = {
  pair: {
    sign,
    verify,
    encrypt: oaep('publicEncrypt', 'public'),
    decrypt: oaep('privateDecrypt', 'private'),
    deriveBits: agree,
  },
  hkdf,
  pbkdf2,
};
