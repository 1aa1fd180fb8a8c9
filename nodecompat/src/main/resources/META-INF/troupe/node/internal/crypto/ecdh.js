// nodejs.org/api/crypto.html#class-ecdh, v22. Missing: curves that Troupe does not have, above all binary ones.
'use strict';

const { codes } = require('internal/errors');
const { native } = require('internal/errors/crypto');
const { validateString } = require('internal/validators');
const { checkedView, output } = require('internal/crypto/bytes');

const keys = internalBinding('keys');
const binding = internalBinding('sign');

const FORMS = { __proto__: null, compressed: 2, uncompressed: 4, hybrid: 6 };
const kState = Symbol('kState');

function formOf(format) {
  if (!format) return FORMS.uncompressed;
  const form = typeof format === 'string' ? FORMS[format] : undefined;
  if (form === undefined) throw new codes.ERR_CRYPTO_ECDH_INVALID_FORMAT(format);
  return form;
}

function encoded(bytes, encoding) {
  const buffer = output(bytes);
  return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
}

function ECDH(curve) {
  if (!(this instanceof ECDH)) return new ECDH(curve);
  validateString(curve, 'curve');
  // `own` is a private key, `shown` the public key that was set or belongs to it
  const state = { curve: keys.curve(curve), own: undefined, shown: undefined };
  Object.defineProperty(this, kState, { __proto__: null, value: state });
  return undefined;
}

Object.assign(ECDH.prototype, {
  generateKeys(encoding, format) {
    const state = this[kState];
    state.own = keys.generateEc(state.curve, false);
    state.shown = keys.toPublic(state.own);
    return this.getPublicKey(encoding, format);
  },

  computeSecret(otherPublicKey, inputEncoding, outputEncoding) {
    const other = checkedView(otherPublicKey, 'otherPublicKey', inputEncoding);
    const { own, shown } = this[kState];
    if (own === undefined || !keys.same(keys.toPublic(own), shown)) throw native('ERR_CRYPTO_INVALID_KEYPAIR', 'Invalid key pair');
    return encoded(binding.ecdhSecret(own, other), outputEncoding);
  },

  getPrivateKey(encoding) {
    const { own } = this[kState];
    if (own === undefined) throw native('ERR_CRYPTO_OPERATION_FAILED', 'Failed to get ECDH private key');
    return encoded(binding.ecdhScalar(own), encoding);
  },

  getPublicKey(encoding, format) {
    const form = formOf(format);
    const { shown } = this[kState];
    if (shown === undefined) throw native('ERR_CRYPTO_OPERATION_FAILED', 'Failed to get ECDH public key');
    return encoded(binding.ecdhEncoded(shown, form), encoding);
  },

  setPrivateKey(key, encoding) {
    const state = this[kState];
    state.own = binding.ecdhKey(state.curve, checkedView(key, 'key', encoding));
    state.shown = keys.toPublic(state.own);
    return this;
  },

  setPublicKey(key, encoding) {
    const state = this[kState];
    state.shown = keys.ecPoint(state.curve, checkedView(key, 'key', encoding));
    return this;
  },
});

ECDH.convertKey = function convertKey(key, curve, inputEncoding, outputEncoding, format) {
  const point = checkedView(key, 'key', inputEncoding);
  validateString(curve, 'curve');
  return encoded(binding.ecdhConvert(keys.curve(curve), point, formOf(format)), outputEncoding);
};

module.exports = {
  ECDH,
  createECDH: (curve) => new ECDH(curve),
  getCurves: () => [...keys.curves()],
};
