// nodejs.org/api/crypto.html#cryptogeneratekeypairtype-options-callback, v22: generateKeyPair, generateKey and their synchronous forms.
// Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { native } = require('internal/errors/crypto');
const { kCustomPromisifyArgs } = require('internal/util');
const { validateFunction, validateInt32, validateInteger, validateObject, validateOneOf, validateString } = require('internal/validators');
const { later } = require('internal/crypto/bytes');
const { parsePrivateKeyEncoding, parsePublicKeyEncoding } = require('internal/crypto/key_encoding');
const { binding, exportPrivate, exportPublic, PrivateKeyObject, PublicKeyObject, SecretKeyObject } = require('internal/crypto/keys');

/** What to make of a new private key's handle: the two halves as the options want them. */
function halves(type, options) {
  const { publicKeyEncoding, privateKeyEncoding } = options ?? {};
  const open = encoding(publicKeyEncoding, 'publicKeyEncoding', parsePublicKeyEncoding, type);
  const secret = encoding(privateKeyEncoding, 'privateKeyEncoding', parsePrivateKeyEncoding, type);
  return (host) => {
    const publicHost = binding.toPublic(host);
    return {
      publicKey: open === undefined ? new PublicKeyObject(publicHost) : exportPublic(publicHost, open.format, open.type),
      privateKey: secret === undefined ? new PrivateKeyObject(host) : exportPrivate(host, secret),
    };
  };
}

function encoding(given, name, parse, type) {
  if (given === undefined || given === null) return undefined;
  if (typeof given !== 'object') throw new codes.ERR_INVALID_ARG_VALUE(`options.${name}`, given);
  return parse(given, type, name);
}

function uint32(value, name) {
  validateInteger(value, name, 0, 0xffffffff);
  return value;
}

/** The arguments of Java's function for one type of key. */
const PARAMETERS = {
  __proto__: null,
  'rsa': (options) => ['generateRsa', ...rsaSize(options), false, '', '', 0],
  'rsa-pss': (options) => ['generateRsa', ...rsaSize(options), true, ...pssRules(options)],
  'dsa': dsa,
  'ec': ec,
  'dh': dh,
  'ed25519': okp('ed25519'),
  'ed448': okp('ed448'),
  'x25519': okp('x25519'),
  'x448': okp('x448'),
};

function okp(type) {
  return (options) => {
    if (options !== undefined) validateObject(options, 'options');
    return ['generateOkp', type];
  };
}

function rsaSize(options) {
  validateObject(options, 'options');
  const { modulusLength, publicExponent = 0x10001 } = options;
  return [Math.min(uint32(modulusLength, 'options.modulusLength'), 0x7fffffff),
    uint32(publicExponent ?? 0x10001, 'options.publicExponent')];
}

/** The new option's value, or the deprecated one's, which may stand there too if it is the same. */
function renamed(options, old, name) {
  const value = options[name];
  if (value !== undefined) validateString(value, `options.${name}`);
  if (options[old] === undefined) return value;
  const { process } = require('internal/process/object');
  process.emitWarning(`"options.${old}" is deprecated, use "options.${name}" instead.`, 'DeprecationWarning', 'DEP0154');
  validateString(options[old], `options.${old}`);
  if (value !== undefined && value !== options[old]) throw new codes.ERR_INVALID_ARG_VALUE(`options.${old}`, options[old]);
  return options[old];
}

function pssRules(options) {
  const { saltLength } = options;
  if (saltLength !== undefined) validateInt32(saltLength, 'options.saltLength', 0);
  const hash = renamed(options, 'hash', 'hashAlgorithm');
  const maskHash = renamed(options, 'mgf1Hash', 'mgf1HashAlgorithm');
  const hashes = internalBinding('hash');
  const known = hash === undefined ? 'sha1' : hashes.known(hash);
  if (known === '') throw new codes.ERR_CRYPTO_INVALID_DIGEST(hash);
  const knownMask = maskHash === undefined ? known : hashes.known(maskHash);
  if (knownMask === '') throw native('ERR_CRYPTO_INVALID_DIGEST', `Invalid MGF1 digest: ${maskHash}`);
  if (hash === undefined && maskHash === undefined && saltLength === undefined) return ['', '', 0];
  return [known, knownMask, saltLength ?? (hash === undefined ? 20 : hashes.length(known))];
}

function dsa(options) {
  validateObject(options, 'options');
  const { modulusLength } = options;
  uint32(modulusLength, 'options.modulusLength');
  const divisorLength = options.divisorLength ?? undefined;
  if (divisorLength !== undefined) validateInt32(divisorLength, 'options.divisorLength', 0);
  return ['generateDsa', Math.min(modulusLength, 0x7fffffff), divisorLength ?? -1];
}

function ec(options) {
  validateObject(options, 'options');
  const { namedCurve, paramEncoding } = options;
  validateString(namedCurve, 'options.namedCurve');
  if (paramEncoding != null && paramEncoding !== 'named' && paramEncoding !== 'explicit') {
    throw new codes.ERR_INVALID_ARG_VALUE('options.paramEncoding', paramEncoding);
  }
  return ['generateEc', binding.curve(namedCurve), paramEncoding === 'explicit'];
}

function dh(options) {
  validateObject(options, 'options');
  const { group, prime, primeLength, generator } = options;
  if (group != null) {
    for (const [name, value] of [['prime', prime], ['primeLength', primeLength], ['generator', generator]]) {
      if (value != null) throw new codes.ERR_INCOMPATIBLE_OPTION_PAIR('group', name);
    }
    validateString(group, 'options.group');
    const sign = internalBinding('sign');
    return ['generateDh', require('internal/crypto/bytes').output(sign.groupPrime(group)), 2];
  }
  if (prime != null) {
    if (primeLength != null) throw new codes.ERR_INCOMPATIBLE_OPTION_PAIR('prime', 'primeLength');
    require('internal/validators').validateBuffer(prime, 'options.prime');
  } else if (primeLength != null) {
    validateInt32(primeLength, 'options.primeLength', 0);
  } else {
    throw new codes.ERR_MISSING_OPTION('At least one of the group, prime, or primeLength options');
  }
  if (generator != null) validateInt32(generator, 'options.generator', 0);
  return ['generateDh', prime != null ? require('internal/crypto/bytes').viewOf(prime) : primeLength, generator ?? 2];
}

function parametersOf(type, options) {
  const parameters = PARAMETERS[type];
  if (parameters === undefined) throw new codes.ERR_INVALID_ARG_VALUE('type', type, 'must be a supported key type');
  return parameters(options);
}

function generateKeyPair(type, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  validateString(type, 'type');
  const finish = halves(type, options);
  const [name, ...parameters] = parametersOf(type, options);
  validateFunction(callback, 'callback');
  later(binding[`${name}Later`], parameters, (error, host) => {
    if (error) return callback(error);
    let pair;
    try {
      pair = finish(host);
    } catch (failure) {
      return callback(failure);
    }
    return callback(null, pair.publicKey, pair.privateKey);
  });
}
Object.defineProperty(generateKeyPair, kCustomPromisifyArgs, { __proto__: null, value: ['publicKey', 'privateKey'] });

function generateKeyPairSync(type, options) {
  validateString(type, 'type');
  const finish = halves(type, options);
  const [name, ...parameters] = parametersOf(type, options);
  return finish(binding[name](...parameters));
}

/** Bytes of a new symmetric key. */
function secretLength(type, options) {
  validateString(type, 'type');
  validateObject(options, 'options');
  const { length } = options;
  if (type === 'hmac') {
    validateInteger(length, 'options.length', 8, 2 ** 31 - 1);
  } else if (type === 'aes') {
    validateOneOf(length, 'options.length', [128, 192, 256]);
  } else {
    throw new codes.ERR_INVALID_ARG_VALUE('type', type, 'must be a supported key type');
  }
  return Math.floor(length / 8);
}

const secretOf = (bytes) => new SecretKeyObject(binding.secret(bytes));

function generateKeySync(type, options) {
  return secretOf(require('internal/crypto/random').randomBytes(secretLength(type, options)));
}

function generateKey(type, options, callback) {
  const length = secretLength(type, options);
  validateFunction(callback, 'callback');
  require('internal/crypto/random').randomBytes(length, (error, bytes) => (error ? callback(error) : callback(null, secretOf(bytes))));
}

module.exports = { generateKeyPair, generateKeyPairSync, generateKey, generateKeySync };
