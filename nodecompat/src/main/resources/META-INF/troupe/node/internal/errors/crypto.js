// nodejs.org/api/errors.html, v22: the texts of the ERR_CRYPTO_* codes. Missing: codes that crypto does not throw.
'use strict';

function text(code, [a, b]) {
  switch (code) {
    case 'ERR_CRYPTO_ECDH_INVALID_FORMAT': return `Invalid ECDH format: ${a}`;
    case 'ERR_CRYPTO_INCOMPATIBLE_KEY': return `Incompatible ${a}: ${b}`;
    case 'ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS': return `The selected key encoding ${a} ${b}.`;
    case 'ERR_CRYPTO_INVALID_JWK': return 'Invalid JWK data';
    case 'ERR_CRYPTO_INVALID_KEYLEN': return 'Invalid key length';
    case 'ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE': return `Invalid key object type ${a}, expected ${b}.`;
    case 'ERR_CRYPTO_INVALID_STATE': return `Invalid state for operation ${a}`;
    case 'ERR_CRYPTO_SIGN_KEY_REQUIRED': return 'No key provided to sign';
    default: return a === undefined ? code : `${a}`;
  }
}

const TYPES = new Set(['ERR_CRYPTO_INVALID_AUTH_TAG', 'ERR_CRYPTO_INVALID_DIGEST', 'ERR_CRYPTO_INVALID_IV', 'ERR_CRYPTO_INVALID_JWK',
  'ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE', 'ERR_CRYPTO_ECDH_INVALID_FORMAT', 'ERR_CRYPTO_INVALID_CURVE', 'ERR_INVALID_ARG_VALUE']);
const RANGES = new Set(['ERR_CRYPTO_INVALID_KEYLEN', 'ERR_CRYPTO_INVALID_SCRYPT_PARAMS', 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH',
  'ERR_CRYPTO_INVALID_KEYPAIR', 'ERR_CRYPTO_INVALID_KEYTYPE']);

function base(code) {
  if (TYPES.has(code)) return 'TypeError';
  return RANGES.has(code) ? 'RangeError' : 'Error';
}

/** An error as Node's C++ makes it: the code is a property and no part of its text. */
function native(code, message) {
  const Class = { Error, RangeError, TypeError }[base(code)];
  return Object.defineProperty(new Class(message), 'code', {
    __proto__: null, value: code, writable: true, enumerable: true, configurable: true,
  });
}

module.exports = { base, text, native };
