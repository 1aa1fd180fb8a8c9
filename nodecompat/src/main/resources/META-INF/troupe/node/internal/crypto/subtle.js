// nodejs.org/api/webcrypto.html#class-subtlecrypto, v22. Missing: all but digest.
'use strict';

const { codes } = require('internal/errors');
const { addMissing } = require('internal/not_implemented');
const { exposeInterface, illegalConstructor, lazyDOMException } = require('internal/util');
const { arrayBuffer, argumentsOf, isBytes } = require('internal/crypto/bytes');

const binding = internalBinding('hash');

const DIGESTS = { '__proto__': null, 'SHA-1': 'sha1', 'SHA-256': 'sha256', 'SHA-384': 'sha384', 'SHA-512': 'sha512' };

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
    if (arguments.length < 2) throw new codes.ERR_MISSING_ARGS(arguments.length < 1 ? 'algorithm' : 'data');
    const name = DIGESTS[`${typeof algorithm === 'string' ? algorithm : algorithm?.name}`.toUpperCase()];
    if (name === undefined) throw lazyDOMException('Unrecognized algorithm name', 'NotSupportedError');
    if (!isBytes(data)) throw new codes.ERR_INVALID_ARG_TYPE('data', ['ArrayBuffer', 'ArrayBufferView'], data);
    return new Promise((resolve, reject) => {
      binding.digestLater(name, (error, bytes) => (error ? reject(error) : resolve(arrayBuffer(bytes))), ...argumentsOf(data));
    });
  }
}
addMissing(SubtleCrypto.prototype, 'SubtleCrypto',
  'encrypt decrypt sign verify generateKey deriveKey deriveBits importKey exportKey wrapKey unwrapKey');
exposeInterface(SubtleCrypto, 'SubtleCrypto', ['digest']);

module.exports = { SubtleCrypto, subtle: new SubtleCrypto(kToken) };
