// nodejs.org/api/webcrypto.html#class-subtlecrypto, v22. Missing: nothing that Node 22 has without an experimental warning.
'use strict';

const { codes } = require('internal/errors');
const { exposeInterface, illegalConstructor } = require('internal/util');
const { arrayBuffer, argumentsOf, viewOf } = require('internal/crypto/bytes');
const { converters, requiredArguments } = require('internal/crypto/webidl');
const { copied, hashName, normalizeAlgorithm } = require('internal/crypto/algorithms');
const { innards } = require('internal/crypto/crypto_key');
const { accessError, fail, syntaxError } = require('internal/crypto/subtle/common');

const hashes = internalBinding('hash');

const ORDINALS = ['1st', '2nd', '3rd', '4th', '5th', '6th', '7th'];
const FORBIDDEN = 'The requested operation is not valid for the provided key';

/** The functions for an algorithm's keys. */
function implementation(name) {
  if (name.startsWith('AES')) return require('internal/crypto/subtle/secret').aes;
  if (name === 'HMAC') return require('internal/crypto/subtle/secret').hmac;
  if (name === 'HKDF' || name === 'PBKDF2') {
    return { ...require('internal/crypto/subtle/secret').material, deriveBits: require('internal/crypto/subtle/operations')[name.toLowerCase()] };
  }
  return { ...require('internal/crypto/subtle/asymmetric'), ...require('internal/crypto/subtle/operations').pair };
}

/** The arguments of a method, each by its type; `required` of them must be there. */
function convert(method, given, types, required = types.length) {
  const prefix = `Failed to execute '${method}' on 'SubtleCrypto'`;
  requiredArguments(given.length, required, { prefix });
  return types.map((type, i) => converters[type](given[i], { prefix, context: `${ORDINALS[i]} argument` }));
}

function checkKey(key, algorithm, usage, message) {
  const inner = innards(key);
  if (inner.algorithm.name !== algorithm.name || !inner.usages.includes(usage)) throw accessError(message ?? FORBIDDEN);
  return inner;
}

function withUsages(result, usages, when) {
  const secret = result.privateKey ?? result;
  if (secret.type !== 'public' && secret.usages.length === 0) throw syntaxError(`Usages cannot be empty when ${when}.`);
  return result;
}

async function encryptOrDecrypt(operation, algorithm, key, data) {
  const normalized = normalizeAlgorithm(algorithm, 'encrypt');
  const inner = checkKey(key, normalized, operation);
  return implementation(normalized.name)[operation](normalized, inner, copied(data));
}

function importAny(format, data, algorithm, extractable, usages) {
  const key = implementation(algorithm.name).importKey(format, data, algorithm, extractable, usages);
  return withUsages(key, usages, `importing a ${key.type} key`);
}

function exportAny(format, key) {
  const inner = innards(key);
  const { name } = inner.algorithm;
  if (!inner.extractable) throw accessError('key is not extractable');
  const { canExport = (chosen) => chosen === 'raw' || chosen === 'jwk', exportKey } = implementation(name);
  if (!canExport(format, inner)) {
    const { type } = inner.keyObject;
    throw accessError(`Unable to export a ${format} ${name} ${type} key`);
  }
  const exported = exportKey(format, inner);
  return format === 'jwk' ? { key_ops: [...inner.usages], ext: true, ...exported } : exported;
}

async function deriveBits(algorithm, key, usage, length) {
  const normalized = normalizeAlgorithm(algorithm, 'deriveBits');
  const inner = innards(key);
  if (!inner.usages.includes(usage)) throw accessError(`baseKey does not have ${usage} usage`);
  if (inner.algorithm.name !== normalized.name) throw accessError('Key algorithm mismatch');
  const bits = typeof length === 'function' ? length() : length;
  return implementation(normalized.name).deriveBits(normalized, inner, bits);
}

/** AES-KW is for keys alone; other ciphers encrypt them. */
function wrapping(algorithm, operation) {
  try {
    return [normalizeAlgorithm(algorithm, 'wrapKey'), operation];
  } catch {
    return [normalizeAlgorithm(algorithm, 'encrypt'), operation];
  }
}

/** AES-KW takes whole blocks of eight bytes: blanks do no harm to JSON. */
function jsonBytes(jwk, name) {
  const text = JSON.stringify(jwk);
  const bytes = viewOf(text);
  return name === 'AES-KW' && bytes.length % 8 !== 0 ? viewOf(text + ' '.repeat(8 - bytes.length % 8)) : bytes;
}

function parseJson(bytes) {
  try {
    const jwk = JSON.parse(new (require('internal/encoding').TextDecoder)('utf-8', { fatal: true }).decode(bytes));
    return converters.JsonWebKey(jwk);
  } catch (cause) {
    throw fail('Invalid wrapped JWK key', 'DataError', cause);
  }
}

function checkedKeyData(format, keyData, prefixed) {
  return format === 'jwk' ? converters.JsonWebKey(keyData, prefixed) : copied(converters.BufferSource(keyData, prefixed));
}

const kToken = Symbol('kToken');

class SubtleCrypto {
  #brand = true;

  static #check(value) {
    if (typeof value !== 'object' || value === null || !(#brand in value)) throw new codes.ERR_INVALID_THIS('SubtleCrypto');
  }

  constructor(token) {
    if (token !== kToken) illegalConstructor();
  }

  async digest(algorithm, data) {
    SubtleCrypto.#check(this);
    [algorithm, data] = convert('digest', arguments, ['AlgorithmIdentifier', 'BufferSource']);
    const name = hashName(normalizeAlgorithm(algorithm, 'digest'));
    return arrayBuffer(await new Promise((resolve, reject) => {
      hashes.digestLater(name, (error, bytes) => (error ? reject(error) : resolve(bytes)), ...argumentsOf(data));
    }));
  }

  async generateKey(algorithm, extractable, keyUsages) {
    SubtleCrypto.#check(this);
    [algorithm, extractable, keyUsages] = convert('generateKey', arguments, ['AlgorithmIdentifier', 'boolean', 'sequence<KeyUsage>']);
    const normalized = normalizeAlgorithm(algorithm, 'generateKey');
    return withUsages(await implementation(normalized.name).generate(normalized, extractable, keyUsages), keyUsages, 'creating a key');
  }

  async deriveBits(algorithm, baseKey, length = null) {
    SubtleCrypto.#check(this);
    [algorithm, baseKey] = convert('deriveBits', arguments, ['AlgorithmIdentifier', 'CryptoKey']);
    if (length !== null) {
      const prefix = "Failed to execute 'deriveBits' on 'SubtleCrypto'";
      length = converters['unsigned long'](length, { prefix, context: '3rd argument' });
    }
    return deriveBits(algorithm, baseKey, 'deriveBits', length);
  }

  async deriveKey(algorithm, baseKey, derivedKeyType, extractable, keyUsages) {
    SubtleCrypto.#check(this);
    [algorithm, baseKey, derivedKeyType, extractable, keyUsages] = convert('deriveKey', arguments,
      ['AlgorithmIdentifier', 'CryptoKey', 'AlgorithmIdentifier', 'boolean', 'sequence<KeyUsage>']);
    const imported = normalizeAlgorithm(derivedKeyType, 'importKey');
    const sized = normalizeAlgorithm(derivedKeyType, 'getKeyLength');
    const bits = await deriveBits(algorithm, baseKey, 'deriveKey', () => implementation(sized.name).keyLength(sized));
    return importAny('raw', bits, imported, extractable, keyUsages);
  }

  async importKey(format, keyData, algorithm, extractable, keyUsages) {
    SubtleCrypto.#check(this);
    const prefix = "Failed to execute 'importKey' on 'SubtleCrypto'";
    requiredArguments(arguments.length, 4, { prefix });
    const at = (i) => ({ prefix, context: `${ORDINALS[i]} argument` });
    format = converters.KeyFormat(format, at(0));
    keyData = checkedKeyData(format, keyData, at(1));
    algorithm = converters.AlgorithmIdentifier(algorithm, at(2));
    extractable = converters.boolean(extractable, at(3));
    keyUsages = converters['sequence<KeyUsage>'](keyUsages, at(4));
    return importAny(format, keyData, normalizeAlgorithm(algorithm, 'importKey'), extractable, keyUsages);
  }

  async exportKey(format, key) {
    SubtleCrypto.#check(this);
    [format, key] = convert('exportKey', arguments, ['KeyFormat', 'CryptoKey']);
    return exportAny(format, key);
  }

  async wrapKey(format, key, wrappingKey, wrapAlgorithm) {
    SubtleCrypto.#check(this);
    [format, key, wrappingKey, wrapAlgorithm] = convert('wrapKey', arguments,
      ['KeyFormat', 'CryptoKey', 'CryptoKey', 'AlgorithmIdentifier']);
    const [algorithm, usage] = wrapping(wrapAlgorithm, 'wrapKey');
    const inner = checkKey(wrappingKey, algorithm, usage);
    const exported = exportAny(format, key);
    const bytes = format === 'jwk' ? jsonBytes(exported, algorithm.name) : new Uint8Array(exported);
    return implementation(algorithm.name).encrypt(algorithm, inner, bytes);
  }

  async unwrapKey(format, wrappedKey, unwrappingKey, unwrapAlgorithm, unwrappedKeyAlgorithm, extractable, keyUsages) {
    SubtleCrypto.#check(this);
    [format, wrappedKey, unwrappingKey, unwrapAlgorithm, unwrappedKeyAlgorithm, extractable, keyUsages] = convert('unwrapKey', arguments,
      ['KeyFormat', 'BufferSource', 'CryptoKey', 'AlgorithmIdentifier', 'AlgorithmIdentifier', 'boolean', 'sequence<KeyUsage>']);
    const [algorithm, usage] = wrapping(unwrapAlgorithm, 'unwrapKey');
    const normalized = normalizeAlgorithm(unwrappedKeyAlgorithm, 'importKey');
    const inner = checkKey(unwrappingKey, algorithm, usage);
    const bytes = new Uint8Array(await implementation(algorithm.name).decrypt(algorithm, inner, copied(wrappedKey)));
    return importAny(format, format === 'jwk' ? parseJson(bytes) : bytes, normalized, extractable, keyUsages);
  }

  async encrypt(algorithm, key, data) {
    SubtleCrypto.#check(this);
    return encryptOrDecrypt('encrypt', ...convert('encrypt', arguments, ['AlgorithmIdentifier', 'CryptoKey', 'BufferSource']));
  }

  async decrypt(algorithm, key, data) {
    SubtleCrypto.#check(this);
    return encryptOrDecrypt('decrypt', ...convert('decrypt', arguments, ['AlgorithmIdentifier', 'CryptoKey', 'BufferSource']));
  }

  async sign(algorithm, key, data) {
    SubtleCrypto.#check(this);
    [algorithm, key, data] = convert('sign', arguments, ['AlgorithmIdentifier', 'CryptoKey', 'BufferSource']);
    const normalized = normalizeAlgorithm(algorithm, 'sign');
    const inner = checkKey(key, normalized, 'sign', 'Unable to use this key to sign');
    return implementation(normalized.name).sign(normalized, inner, copied(data));
  }

  async verify(algorithm, key, signature, data) {
    SubtleCrypto.#check(this);
    [algorithm, key, signature, data] = convert('verify', arguments, ['AlgorithmIdentifier', 'CryptoKey', 'BufferSource', 'BufferSource']);
    const normalized = normalizeAlgorithm(algorithm, 'sign');
    const inner = checkKey(key, normalized, 'verify', 'Unable to use this key to verify');
    return implementation(normalized.name).verify(normalized, inner, copied(signature), copied(data));
  }
}
exposeInterface(SubtleCrypto, 'SubtleCrypto', ['encrypt', 'decrypt', 'sign', 'verify', 'digest', 'generateKey', 'deriveKey', 'deriveBits',
  'importKey', 'exportKey', 'wrapKey', 'unwrapKey']);

/** nodejs.org/api/crypto.html#keyobjecttocryptokeyalgorithm-extractable-keyusages */
function toCryptoKey(keyObject, algorithm, extractable, usages) {
  const key = normalizeAlgorithm(converters.AlgorithmIdentifier(algorithm), 'importKey');
  return importAny('KeyObject', keyObject, key, converters.boolean(extractable), converters['sequence<KeyUsage>'](usages));
}

module.exports = { SubtleCrypto, subtle: new SubtleCrypto(kToken), toCryptoKey };
