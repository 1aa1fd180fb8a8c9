// w3c.github.io/webcrypto/#algorithm-normalization, as nodejs.org/api/webcrypto.html, v22: what each operation takes. For built-ins only.
'use strict';

const { lazyDOMException } = require('internal/util');
const { converters } = require('internal/crypto/webidl');

const RSA = ['RSASSA-PKCS1-v1_5', 'RSA-PSS', 'RSA-OAEP'];
const EC = ['ECDSA', 'ECDH'];
const AES = ['AES-CTR', 'AES-CBC', 'AES-GCM', 'AES-KW'];
const OKP = ['Ed25519', 'Ed448', 'X25519', 'X448'];
const HASHES = { '__proto__': null, 'SHA-1': 'sha1', 'SHA-256': 'sha256', 'SHA-384': 'sha384', 'SHA-512': 'sha512' };

/** Operation to name to the dictionary of its parameters; '' is none. */
const OPERATIONS = {
  __proto__: null,
  digest: table([[Object.keys(HASHES), '']]),
  generateKey: table([[RSA, 'RsaHashedKeyGenParams'], [EC, 'EcKeyGenParams'], [AES, 'AesKeyGenParams'], [['HMAC'], 'HmacKeyGenParams'], [OKP, '']]),
  importKey: table([[RSA, 'RsaHashedImportParams'], [EC, 'EcKeyImportParams'], [AES, ''], [['HMAC'], 'HmacImportParams'],
    [OKP, ''], [['HKDF', 'PBKDF2'], '']]),
  sign: table([[['RSASSA-PKCS1-v1_5', 'HMAC', 'Ed25519'], ''], [['RSA-PSS'], 'RsaPssParams'], [['ECDSA'], 'EcdsaParams'],
    [['Ed448'], 'Ed448Params']]),
  encrypt: table([[['RSA-OAEP'], 'RsaOaepParams'], [['AES-CBC'], 'AesCbcParams'], [['AES-CTR'], 'AesCtrParams'], [['AES-GCM'], 'AesGcmParams']]),
  deriveBits: table([[['HKDF'], 'HkdfParams'], [['PBKDF2'], 'Pbkdf2Params'], [['ECDH', 'X25519', 'X448'], 'EcdhKeyDeriveParams']]),
  getKeyLength: table([[AES, 'AesDerivedKeyParams'], [['HMAC'], 'HmacImportParams'], [['HKDF', 'PBKDF2'], '']]),
  wrapKey: table([[['AES-KW'], '']]),
};

function table(rows) {
  const names = { __proto__: null };
  for (const [algorithms, dictionary] of rows) {
    for (const name of algorithms) names[name.toUpperCase()] = [name, dictionary];
  }
  return names;
}

const OPTIONS = { prefix: 'Failed to normalize algorithm', context: 'passed algorithm' };

function normalizeAlgorithm(algorithm, operation) {
  const given = typeof algorithm === 'string' ? { name: algorithm } : algorithm;
  const { name } = converters.Algorithm(given, OPTIONS);
  const entry = OPERATIONS[operation][name.toUpperCase()];
  if (entry === undefined) throw lazyDOMException('Unrecognized algorithm name', 'NotSupportedError');
  const [canonical, dictionary] = entry;
  if (dictionary === '') return { name: canonical };
  const normalized = converters[dictionary](given, OPTIONS);
  normalized.name = canonical;
  for (const key of Object.keys(normalized)) {
    const value = normalized[key];
    if (key === 'hash') normalized.hash = normalizeAlgorithm(value, 'digest');
    else if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) normalized[key] = copied(value);
  }
  return normalized;
}

/** The program may change its bytes while the operation runs. */
function copied(source) {
  return ArrayBuffer.isView(source) ?
    new Uint8Array(source.buffer.slice(source.byteOffset, source.byteOffset + source.byteLength)) :
    new Uint8Array(source.slice(0));
}

/** The name of a normalized hash in Java. */
const hashName = (hash) => HASHES[hash.name];

module.exports = { normalizeAlgorithm, hashName, copied };
