// w3c.github.io/webcrypto §§24-31, as nodejs.org/api/webcrypto.html, v22: AES and HMAC, and the raw keys of HKDF and PBKDF2.
// Missing: nothing.
'use strict';

const { SecretKeyObject, createSecretKey } = require('internal/crypto/keys');
const { arrayBuffer, argumentsOf, viewOf } = require('internal/crypto/bytes');
const { cryptoKey } = require('internal/crypto/crypto_key');
const { hashName } = require('internal/crypto/algorithms');
const { accessError, checkJwk, checkUsages, dataError, fail, job, operationError, syntaxError } = require('internal/crypto/subtle/common');

const keys = internalBinding('keys');
const hashes = internalBinding('hash');
const ciphers = internalBinding('cipher');

const CRYPT = ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey'];
const SIZES = [128, 192, 256];
const TAGS = [32, 64, 96, 104, 112, 120, 128];

const aesUsages = (name) => (name === 'AES-KW' ? ['wrapKey', 'unwrapKey'] : CRYPT);
const aesAlg = (name, length) => `A${length}${name.slice(4)}`;
const hmacAlg = (hash) => (hash.name === 'SHA-1' ? 'HS1' : `HS${hash.name.slice(4)}`);
const blockBits = (hash) => (hash.name === 'SHA-1' || hash.name === 'SHA-256' ? 512 : 1024);

function random(bits) {
  return new SecretKeyObject(keys.secret(require('internal/crypto/random').randomBytes(Math.ceil(bits / 8))));
}

async function generateAes({ name, length }, extractable, usages) {
  if (!SIZES.includes(length)) throw operationError('AES key length must be 128, 192, or 256 bits');
  checkUsages(usages, aesUsages(name), 'an AES');
  return cryptoKey(random(length), { name, length }, usages, extractable);
}

async function generateHmac({ name, hash, length = blockBits(hash) }, extractable, usages) {
  if (length === 0) throw operationError('Zero-length key is not supported');
  checkUsages(usages, ['sign', 'verify'], 'an HMAC');
  return cryptoKey(random(length), { name, length, hash: { name: hash.name } }, usages, extractable);
}

function keyOf(format, data, jwk, what) {
  if (format === 'KeyObject') return data;
  if (format === 'raw') return createSecretKey(data);
  if (format === 'jwk') {
    checkJwk(data, { kty: 'oct', ...jwk });
    if (typeof data.k !== 'string' || !/^[\w-]*=*$/.test(data.k)) throw dataError('Invalid keyData');
    return createSecretKey(viewOf(data.k, 'base64url'));
  }
  throw fail(`Unable to import ${what} key with format ${format}`, 'NotSupportedError');
}

function importAes(format, data, { name }, extractable, usages) {
  checkUsages(usages, aesUsages(name), 'an AES');
  const key = keyOf(format, data, { use: 'enc', usages, extractable }, 'AES');
  const length = key.symmetricKeySize * 8;
  if (!SIZES.includes(length)) throw dataError('Invalid key length');
  if (format === 'jwk' && data.alg !== undefined && data.alg !== aesAlg(name, length)) {
    throw dataError('JWK "alg" does not match the requested algorithm');
  }
  return cryptoKey(key, { name, length }, usages, extractable);
}

function importHmac(format, data, { name, hash, length }, extractable, usages) {
  checkUsages(usages, ['sign', 'verify'], 'an HMAC');
  const key = keyOf(format, data, { use: 'sig', alg: [hmacAlg(hash)], usages, extractable }, 'HMAC');
  const bits = key.symmetricKeySize * 8;
  if (bits === 0 || length === 0) throw dataError('Zero-length key is not supported');
  if (length !== undefined) {
    if (length % 8 !== 0 && length < bits && length > bits - 8) throw fail('Unsupported algorithm.length', 'NotSupportedError');
    if (length !== bits) {
      throw length < 8 ? fail('Unsupported algorithm.length', 'NotSupportedError') : dataError('Invalid key length');
    }
  }
  return cryptoKey(key, { name, hash: { name: hash.name }, length: bits }, usages, extractable);
}

/** Key material of HKDF and PBKDF2. */
function importMaterial(format, data, { name }, extractable, usages) {
  if (format !== 'raw' && format !== 'KeyObject') throw fail(`Unable to import ${name} key with format ${format}`, 'NotSupportedError');
  checkUsages(usages, ['deriveKey', 'deriveBits'], `a ${name}`);
  if (extractable) throw syntaxError(`${name} keys are not extractable`);
  return cryptoKey(format === 'raw' ? createSecretKey(data) : data, { name }, usages, false);
}

function exportSecret(format, { keyObject, algorithm }) {
  if (format === 'raw') {
    const bytes = keyObject.export();
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  }
  const alg = algorithm.name === 'HMAC' ? hmacAlg(algorithm.hash) : aesAlg(algorithm.name, algorithm.length);
  return { ...keyObject.export({ format: 'jwk' }), alg };
}

function exactly16(bytes, name) {
  if (bytes.byteLength !== 16) throw operationError(`${name} must contain exactly 16 bytes`);
}

/** [mode, IV, tag's length in bytes, authenticated data] */
function aesParameters(algorithm) {
  const { name, iv, counter, length, tagLength = 128, additionalData } = algorithm;
  const none = new Uint8Array();
  switch (name) {
    case 'AES-CBC':
      exactly16(iv, 'algorithm.iv');
      return ['cbc', iv, 0, none];
    case 'AES-CTR':
      exactly16(counter, 'algorithm.counter');
      if (length < 1 || length > 128) throw operationError('AES-CTR algorithm.length must be between 1 and 128');
      return [`ctr/${length}`, counter, 0, none];
    case 'AES-GCM':
      if (!TAGS.includes(tagLength)) throw operationError(`${tagLength} is not a valid AES-GCM tag length`);
      if (iv.byteLength === 0) throw operationError('algorithm.iv must not be empty');
      return ['gcm', iv, tagLength / 8, additionalData ?? none];
    default:
      return ['wrap', new Uint8Array(8).fill(0xa6), 0, none];
  }
}

async function cipherAes(encrypt, algorithm, { keyObject }, data) {
  const [mode, iv, tagLength, additionalData] = aesParameters(algorithm);
  if (!encrypt && data.byteLength < tagLength) throw operationError('The provided data is too small.');
  return arrayBuffer(await job(ciphers.wholeLater, 'AES', mode, encrypt, keyObject.export(), iv, tagLength, additionalData, data));
}

function mac({ keyObject, algorithm }, data) {
  return job(hashes.macLater, hashName(algorithm.hash), keyObject.export(), data);
}

async function verifyHmac(algorithm, key, signature, data) {
  const made = arrayBuffer(await mac(key, data));
  return made.byteLength === signature.byteLength && hashes.equal(...argumentsOf(made), ...argumentsOf(signature));
}

const aes = {
  generate: generateAes,
  importKey: importAes,
  exportKey: exportSecret,
  encrypt: (algorithm, key, data) => cipherAes(true, algorithm, key, data),
  decrypt: (algorithm, key, data) => cipherAes(false, algorithm, key, data),
  keyLength({ length }) {
    if (!SIZES.includes(length)) throw operationError('Invalid key length');
    return length;
  },
};

const hmac = {
  generate: generateHmac,
  importKey: importHmac,
  exportKey: exportSecret,
  sign: async (algorithm, key, data) => arrayBuffer(await mac(key, data)),
  verify: verifyHmac,
  keyLength({ hash, length }) {
    if (length === 0) throw new TypeError('Zero-length key is not supported');
    return length ?? blockBits(hash);
  },
};

const material = {
  importKey: importMaterial,
  exportKey() {
    throw accessError('key is not extractable');
  },
  keyLength: () => null,
};

module.exports = { aes, hmac, material };
