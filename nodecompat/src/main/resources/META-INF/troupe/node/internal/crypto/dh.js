// nodejs.org/api/crypto.html#class-diffiehellman, v22: DiffieHellman, DiffieHellmanGroup, diffieHellman. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { native } = require('internal/errors/crypto');
const { validateFunction, validateInt32, validateObject } = require('internal/validators');
const { BYTES, checkedView, isBytes, later, output } = require('internal/crypto/bytes');
const { encodingNumber } = require('internal/buffer');

const binding = internalBinding('sign');

const DH_GENERATOR = 2;
const kState = Symbol('kState');

function openSslError(number, library, reason, code) {
  const error = new Error(`error:${number}:${library}::${reason}`);
  return Object.assign(error, { library, reason, code });
}

function badGenerator() {
  return openSslError('02800065', 'Diffie-Hellman routines', 'bad generator', 'ERR_OSSL_DH_BAD_GENERATOR');
}

/** A number as bytes, big-endian. */
function bytesOf(number) {
  return new Uint8Array([number >>> 24, number >>> 16, number >>> 8, number]);
}

function generatorBytes(generator, encoding) {
  if (!generator) return bytesOf(generator === 0 ? 0 : DH_GENERATOR);
  if (typeof generator === 'number') {
    validateInt32(generator, 'generator');
    if (generator < 2) throw badGenerator();
    return bytesOf(generator);
  }
  if (typeof generator !== 'string' && !isBytes(generator)) {
    throw new codes.ERR_INVALID_ARG_TYPE('generator', ['number', 'string', ...BYTES], generator);
  }
  const bytes = checkedView(generator, 'generator', encoding);
  if (bytes.every((byte, i) => byte === 0 || (byte === 1 && i === bytes.length - 1))) throw badGenerator();
  return bytes;
}

function begin(target, prime, generator) {
  const state = { prime, generator, own: undefined, shown: undefined };
  Object.defineProperty(target, kState, { __proto__: null, value: state });
}

function DiffieHellman(sizeOrKey, keyEncoding, generator, genEncoding) {
  if (!(this instanceof DiffieHellman)) return new DiffieHellman(sizeOrKey, keyEncoding, generator, genEncoding);
  if (typeof sizeOrKey !== 'number' && typeof sizeOrKey !== 'string' && !isBytes(sizeOrKey)) {
    throw new codes.ERR_INVALID_ARG_TYPE('sizeOrKey', ['number', 'string', ...BYTES], sizeOrKey);
  }
  if (typeof sizeOrKey === 'number') validateInt32(sizeOrKey, 'sizeOrKey');
  if (keyEncoding && keyEncoding !== 'buffer' && (typeof keyEncoding !== 'string' || encodingNumber(keyEncoding) === undefined)) {
    genEncoding = generator;
    generator = keyEncoding;
    keyEncoding = undefined;
  }
  if (generator !== undefined && generator !== null && typeof generator === 'boolean') {
    throw new codes.ERR_INVALID_ARG_TYPE('generator', ['number', 'string', ...BYTES], generator);
  }
  const base = generatorBytes(generator, genEncoding);
  if (typeof sizeOrKey === 'number') {
    begin(this, output(binding.dhPrime(sizeOrKey < 0 ? 0 : sizeOrKey, base)), base);
    define(this, 0);
  } else {
    const prime = checkedView(sizeOrKey, 'sizeOrKey', keyEncoding);
    if (prime.length === 0) throw openSslError('01800076', 'bignum routines', 'bits too small', 'ERR_OSSL_BN_BITS_TOO_SMALL');
    begin(this, Buffer.from(prime), base);
    let verdict;
    Object.defineProperty(this, 'verifyError', {
      __proto__: null, enumerable: true, get: () => (verdict ??= binding.dhVerify(prime.slice(), base)),
    });
  }
  return undefined;
}

function define(target, verifyError) {
  Object.defineProperty(target, 'verifyError', { __proto__: null, enumerable: true, value: verifyError });
}

function DiffieHellmanGroup(name) {
  if (!(this instanceof DiffieHellmanGroup)) return new DiffieHellmanGroup(name);
  const prime = output(binding.groupPrime(`${name}`));
  begin(this, prime, output(binding.groupGenerator(`${name}`)));
  define(this, 0);
  return undefined;
}

/** Without leading zeros, as OpenSSL writes numbers. */
function minimal(bytes) {
  let start = 0;
  while (start < bytes.length && bytes[start] === 0) start++;
  return bytes.subarray(start);
}

function encoded(bytes, encoding) {
  const buffer = Buffer.from(minimal(bytes));
  return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
}

const methods = {
  generateKeys(encoding) {
    const state = this[kState];
    state.own ??= output(binding.dhPrivate(state.prime, state.generator));
    state.shown = output(binding.dhPublic(state.prime, state.generator, state.own));
    return this.getPublicKey(encoding);
  },

  computeSecret(otherPublicKey, inputEncoding, outputEncoding) {
    const { prime, own } = this[kState];
    const other = checkedView(otherPublicKey, 'otherPublicKey', inputEncoding);
    if (own === undefined) {
      throw openSslError('02800064', 'Diffie-Hellman routines', 'no private value', 'ERR_OSSL_DH_NO_PRIVATE_VALUE');
    }
    const secret = output(binding.dhSecret(prime, own, other));
    return outputEncoding && outputEncoding !== 'buffer' ? secret.toString(outputEncoding) : secret;
  },

  getPrime(encoding) {
    return encoded(this[kState].prime, encoding);
  },

  getGenerator(encoding) {
    return encoded(this[kState].generator, encoding);
  },

  getPublicKey(encoding) {
    const { shown } = this[kState];
    if (shown === undefined) throw native('ERR_CRYPTO_INVALID_STATE', 'No public key - did you forget to generate one?');
    return encoded(shown, encoding);
  },

  getPrivateKey(encoding) {
    const { own } = this[kState];
    if (own === undefined) throw native('ERR_CRYPTO_INVALID_STATE', 'No private key - did you forget to generate one?');
    return encoded(own, encoding);
  },
};

Object.assign(DiffieHellman.prototype, methods, {
  setPublicKey(key, encoding) {
    this[kState].shown = Buffer.from(checkedView(key, 'key', encoding));
    return this;
  },

  setPrivateKey(key, encoding) {
    this[kState].own = Buffer.from(checkedView(key, 'key', encoding));
    return this;
  },
});
Object.assign(DiffieHellmanGroup.prototype, methods);

const KINDS = new Set(['dh', 'ec', 'x25519', 'x448']);

function hostsOf(options) {
  validateObject(options, 'options');
  const { isKeyObject, hostOf } = require('internal/crypto/keys');
  const { privateKey, publicKey } = options;
  if (!isKeyObject(privateKey)) throw new codes.ERR_INVALID_ARG_VALUE('options.privateKey', privateKey);
  if (!isKeyObject(publicKey)) throw new codes.ERR_INVALID_ARG_VALUE('options.publicKey', publicKey);
  if (privateKey.type !== 'private') throw new codes.ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE(privateKey.type, 'private');
  if (publicKey.type === 'secret') throw new codes.ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE(publicKey.type, 'private or public');
  const own = privateKey.asymmetricKeyType;
  const other = publicKey.asymmetricKeyType;
  if (own !== other || !KINDS.has(own)) {
    throw new codes.ERR_CRYPTO_INCOMPATIBLE_KEY('key types for Diffie-Hellman', `${own} and ${other}`);
  }
  return [hostOf(privateKey), hostOf(publicKey)];
}

/** nodejs.org/api/crypto.html#cryptodiffiehellmanoptions-callback */
function diffieHellman(options, callback) {
  validateObject(options, 'options');
  if (callback !== undefined) validateFunction(callback, 'callback');
  const hosts = hostsOf(options);
  if (callback === undefined) return output(binding.agree(...hosts));
  later(binding.agreeLater, hosts, (error, bytes) => (error ? callback(error) : callback(null, output(bytes))));
  return undefined;
}

const createDiffieHellmanGroup = (name) => new DiffieHellmanGroup(name);

module.exports = {
  DiffieHellman,
  DiffieHellmanGroup,
  createDiffieHellman: (...args) => new DiffieHellman(...args),
  createDiffieHellmanGroup,
  getDiffieHellman: createDiffieHellmanGroup,
  diffieHellman,
};
