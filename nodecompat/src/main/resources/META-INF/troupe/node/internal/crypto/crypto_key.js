// nodejs.org/api/webcrypto.html#class-cryptokey, v22. Missing: cloning to other threads.
'use strict';

const { codes } = require('internal/errors');
const { exposeInterface, illegalConstructor } = require('internal/util');

const kToken = Symbol('kToken');

class CryptoKey {
  #keyObject;
  #algorithm;
  #usages;
  #extractable;

  constructor(token, keyObject, algorithm, usages, extractable) {
    if (token !== kToken) illegalConstructor();
    this.#keyObject = keyObject;
    this.#algorithm = algorithm;
    this.#usages = usages;
    this.#extractable = extractable;
  }

  static #check(value) {
    if (typeof value !== 'object' || value === null || !(#keyObject in value)) throw new codes.ERR_INVALID_THIS('CryptoKey');
  }

  get type() {
    CryptoKey.#check(this);
    return this.#keyObject.type;
  }

  get extractable() {
    CryptoKey.#check(this);
    return this.#extractable;
  }

  get algorithm() {
    CryptoKey.#check(this);
    return this.#algorithm;
  }

  get usages() {
    CryptoKey.#check(this);
    return this.#usages;
  }

  [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
    if (depth < 0) return this;
    const { inspect } = require('util');
    const { type, extractable, algorithm, usages } = this;
    return `CryptoKey ${inspect({ type, extractable, algorithm, usages }, { ...options, depth: options.depth == null ? null : options.depth - 1 })}`;
  }

  static innards(value) {
    if (typeof value !== 'object' || value === null || !(#keyObject in value)) return undefined;
    return { keyObject: value.#keyObject, algorithm: value.#algorithm, usages: value.#usages, extractable: value.#extractable };
  }
}
exposeInterface(CryptoKey, 'CryptoKey', ['type', 'extractable', 'algorithm', 'usages']);
const { innards } = CryptoKey;
delete CryptoKey.innards;

const ORDER = ['encrypt', 'decrypt', 'sign', 'verify', 'deriveKey', 'deriveBits', 'wrapKey', 'unwrapKey'];

/** A key of WebCrypto around a KeyObject; usages come in the standard's order. */
function cryptoKey(keyObject, algorithm, usages, extractable) {
  return new CryptoKey(kToken, keyObject, algorithm, ORDER.filter((usage) => usages.includes(usage)), extractable);
}

module.exports = {
  CryptoKey,
  cryptoKey,
  innards,
  isCryptoKey: (value) => innards(value) !== undefined,
  keyObjectOf: (value) => innards(value)?.keyObject,
};
