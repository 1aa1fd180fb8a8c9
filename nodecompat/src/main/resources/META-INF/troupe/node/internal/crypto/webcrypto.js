// nodejs.org/api/webcrypto.html, v22: the class Crypto and its only instance. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { defineLazy } = require('internal/lazy');
const { exposeInterface, illegalConstructor, lazyDOMException } = require('internal/util');

const INTEGERS = new Set(['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array',
  'BigInt64Array', 'BigUint64Array']);
const MOST = 65536;

const { getPrototypeOf } = Object;
const nameOfArray = Object.getOwnPropertyDescriptor(getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;

class Crypto {
  #brand = true;

  static #check(value) {
    if (typeof value !== 'object' || value === null || !(#brand in value)) throw new codes.ERR_INVALID_THIS('Crypto');
  }

  constructor(token) {
    if (token !== kToken) illegalConstructor();
  }

  get subtle() {
    Crypto.#check(this);
    return require('internal/crypto/subtle').subtle;
  }

  getRandomValues(array) {
    Crypto.#check(this);
    if (arguments.length < 1) throw new codes.ERR_MISSING_ARGS('typedArray');
    if (!ArrayBuffer.isView(array) || !INTEGERS.has(nameOfArray.call(array))) {
      throw lazyDOMException('The data argument must be an integer-type TypedArray', 'TypeMismatchError');
    }
    if (array.byteLength > MOST) throw lazyDOMException('The requested length exceeds 65,536 bytes', 'QuotaExceededError');
    require('internal/crypto/random').randomFillSync(array, 0);
    return array;
  }

  randomUUID() {
    Crypto.#check(this);
    return require('internal/crypto/random').randomUUID();
  }
}
exposeInterface(Crypto, 'Crypto', ['subtle', 'getRandomValues', 'randomUUID']);

const kToken = Symbol('kToken');
const crypto = new Crypto(kToken);

module.exports = { Crypto, crypto };
defineLazy(module.exports, 'SubtleCrypto', 'internal/crypto/subtle');
defineLazy(module.exports, 'CryptoKey', () => require('internal/crypto/crypto_key').CryptoKey);
