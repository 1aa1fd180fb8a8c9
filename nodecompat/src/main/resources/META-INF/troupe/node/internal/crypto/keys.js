// nodejs.org/api/crypto.html#class-keyobject, v22: KeyObject and its kinds, createSecretKey, createPublicKey, createPrivateKey.
// Missing: cloning to other threads.
'use strict';

const { codes } = require('internal/errors');
const { validateObject, validateOneOf } = require('internal/validators');
const { FastBuffer } = require('internal/buffer/fast');
const { heapBytes } = require('internal/buffer');
const { checkedView, output, BYTES } = require('internal/crypto/bytes');
const { kEnumerableProperty } = require('internal/util');

const binding = internalBinding('keys');

/** What a KeyObject is made of: a handle of Java, which a program can neither have nor make. */
class Handle {
  #host;

  constructor(host) {
    this.#host = host;
  }

  static hostOf(value) {
    return typeof value === 'object' && value !== null && #host in value ? value.#host : undefined;
  }
}

class KeyObject {
  #type;
  #host;

  constructor(type, handle) {
    if (type !== 'secret' && type !== 'public' && type !== 'private') throw new codes.ERR_INVALID_ARG_VALUE('type', type);
    const host = Handle.hostOf(handle);
    if (host === undefined) throw new codes.ERR_INVALID_ARG_TYPE('handle', 'object', handle);
    this.#type = type;
    this.#host = host;
  }

  get type() {
    return this.#type;
  }

  static from(key) {
    const made = require('internal/crypto/crypto_key').keyObjectOf(key);
    if (made === undefined) throw new codes.ERR_INVALID_ARG_TYPE('key', 'CryptoKey', key);
    return made;
  }

  equals(other) {
    if (!isKeyObject(other)) throw new codes.ERR_INVALID_ARG_TYPE('otherKeyObject', 'KeyObject', other);
    if (this.#type !== other.#type) return false;
    return this.#type === 'secret' ? binding.sameSecret(this.#host, other.#host) : binding.same(this.#host, other.#host);
  }

  static isKeyObject(value) {
    return typeof value === 'object' && value !== null && #host in value;
  }

  static hostOf(key) {
    return key.#host;
  }
}
Object.defineProperties(KeyObject.prototype, {
  [Symbol.toStringTag]: { __proto__: null, configurable: true, value: 'KeyObject' },
  type: kEnumerableProperty,
  equals: kEnumerableProperty,
});
const { isKeyObject, hostOf } = KeyObject;
delete KeyObject.isKeyObject;
delete KeyObject.hostOf;

class SecretKeyObject extends KeyObject {
  constructor(host) {
    super('secret', new Handle(host));
  }

  get symmetricKeySize() {
    return binding.secretLength(hostOf(this));
  }

  toCryptoKey(algorithm, extractable, keyUsages) {
    return require('internal/crypto/subtle').toCryptoKey(this, algorithm, extractable, keyUsages);
  }

  export(options) {
    if (options !== undefined) {
      validateObject(options, 'options');
      validateOneOf(options.format, 'options.format', [undefined, 'buffer', 'jwk']);
      if (options.format === 'jwk') {
        return { kty: 'oct', k: heapBytes(binding.secretBytes(hostOf(this)), FastBuffer).toString('base64url') };
      }
    }
    return heapBytes(binding.secretBytes(hostOf(this)), FastBuffer);
  }
}

/** Names and values in turn, as Java gives them, as an object. */
function objectOf(pairs) {
  const object = {};
  for (let i = 0; i < pairs.length; i += 2) object[pairs[i]] = pairs[i + 1];
  return object;
}

class AsymmetricKeyObject extends KeyObject {
  constructor(type, host) {
    super(type, new Handle(host));
  }

  toCryptoKey(algorithm, extractable, keyUsages) {
    return require('internal/crypto/subtle').toCryptoKey(this, algorithm, extractable, keyUsages);
  }

  get asymmetricKeyType() {
    return binding.type(hostOf(this));
  }

  get asymmetricKeyDetails() {
    const details = objectOf(binding.details(hostOf(this)));
    if (details.publicExponent !== undefined) details.publicExponent = BigInt(details.publicExponent);
    return details;
  }
}

class PublicKeyObject extends AsymmetricKeyObject {
  constructor(host) {
    super('public', host);
  }

  export(options) {
    if (options?.format === 'jwk') return objectOf(binding.jwk(hostOf(this)));
    const { format, type } = require('internal/crypto/key_encoding').parsePublicKeyEncoding(options, this.asymmetricKeyType);
    return exportPublic(hostOf(this), format, type);
  }
}

class PrivateKeyObject extends AsymmetricKeyObject {
  constructor(host) {
    super('private', host);
  }

  export(options) {
    if (options?.format === 'jwk') {
      if (options.passphrase !== undefined) {
        throw new codes.ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS('jwk', 'does not support encryption');
      }
      return objectOf(binding.jwk(hostOf(this)));
    }
    return exportPrivate(hostOf(this), require('internal/crypto/key_encoding').parsePrivateKeyEncoding(options, this.asymmetricKeyType));
  }
}

function exportPublic(host, format, type) {
  return format === 'jwk' ? objectOf(binding.jwk(host)) : output(binding.exportPublic(host, format === 'pem', type));
}

function exportPrivate(host, { format, type, cipher, passphrase }) {
  if (format === 'jwk') return objectOf(binding.jwk(host));
  return output(binding.exportPrivate(host, format === 'pem', type, cipher ?? false, passphrase ?? new Uint8Array()));
}

function createSecretKey(key, encoding) {
  const expected = typeof key === 'string' ? undefined : BYTES;
  return new SecretKeyObject(binding.secret(checkedView(key, 'key', encoding, expected)));
}

function createPublicKey(key) {
  const { publicHost, kCreatePublic } = require('internal/crypto/key_input');
  return new PublicKeyObject(binding.toPublic(publicHost(key, kCreatePublic)));
}

function createPrivateKey(key) {
  const { privateHost, kCreatePrivate } = require('internal/crypto/key_input');
  return new PrivateKeyObject(privateHost(key, kCreatePrivate));
}

module.exports = {
  binding,
  KeyObject,
  SecretKeyObject,
  PublicKeyObject,
  PrivateKeyObject,
  createSecretKey,
  createPublicKey,
  createPrivateKey,
  exportPublic,
  exportPrivate,
  isKeyObject,
  hostOf,
};
