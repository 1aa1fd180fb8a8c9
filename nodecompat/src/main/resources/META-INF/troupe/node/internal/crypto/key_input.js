// nodejs.org/api/crypto.html, v22: what may stand where a key is asked for, and the handle that it stands for. For built-ins only.
'use strict';

const { codes } = require('internal/errors');
const { validateObject, validateOneOf, validateString } = require('internal/validators');
const { BYTES, isBytes, viewOf } = require('internal/crypto/bytes');
const { binding, hostOf, isKeyObject } = require('internal/crypto/keys');

const kConsumePublic = 0;
const kConsumePrivate = 1;
const kCreatePublic = 2;
const kCreatePrivate = 3;

const isTextOrBytes = (value) => typeof value === 'string' || isBytes(value);

/** The KeyObject that a value is, or that is in a CryptoKey. */
function keyObjectOf(value) {
  if (isKeyObject(value)) return value;
  if (typeof value !== 'object' || value === null || isBytes(value)) return undefined;
  return require('internal/crypto/crypto_key').keyObjectOf(value);
}

function expected(context) {
  const words = ['string', ...BYTES];
  return context === kCreatePrivate ? words : [...words, 'KeyObject', 'CryptoKey'];
}

function hostOfObject(key, context) {
  if (context === kCreatePrivate) throw new codes.ERR_INVALID_ARG_TYPE('key', expected(context), key);
  if (key.type !== 'private') {
    if (context === kConsumePrivate || context === kCreatePublic) throw new codes.ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE(key.type, 'private');
    if (key.type !== 'public') throw new codes.ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE(key.type, 'private or public');
  }
  return hostOf(key);
}

const readPublic = (data, type, passphrase) => binding.publicKey(data, type, passphrase ?? null);
const readPrivate = (data, type, passphrase) => binding.privateKey(data, type, passphrase ?? null);

function hostFrom(key, context, name, read) {
  const object = keyObjectOf(key);
  if (object !== undefined) return hostOfObject(object, context);
  if (isTextOrBytes(key)) return read(viewOf(key), '');
  if (typeof key !== 'object' || key === null) throw new codes.ERR_INVALID_ARG_TYPE(name, expected(context), key);
  const { key: data, encoding, format } = key;
  const inner = keyObjectOf(data);
  if (inner !== undefined) return hostOfObject(inner, context);
  if (format === 'jwk') {
    validateObject(data, `${name}.key`);
    return hostOfJwk(data, context);
  }
  if (!isTextOrBytes(data)) throw new codes.ERR_INVALID_ARG_TYPE(`${name}.key`, expected(context), data);
  const { checkEncoding, parseKeyEncoding } = require('internal/crypto/key_encoding');
  checkEncoding(encoding);
  const isPublic = context === kConsumePrivate || context === kCreatePrivate ? false : undefined;
  const parsed = parseKeyEncoding(key, undefined, isPublic);
  return read(viewOf(data, encoding), parsed.format === 'der' ? parsed.type : '', parsed.passphrase);
}

const MEMBERS = {
  __proto__: null,
  RSA: [['n', 'e'], ['d', 'p', 'q', 'dp', 'dq', 'qi']],
  EC: [['x', 'y'], ['d']],
  OKP: [['x'], ['d']],
};

/** RFC 7517; members that only a private key has are left out where a public one is asked for. */
function hostOfJwk(jwk, context) {
  const { kty } = jwk;
  validateOneOf(kty, 'key.kty', ['RSA', 'EC', 'OKP']);
  const flat = ['kty', kty];
  if (kty === 'EC') validateOneOf(jwk.crv, 'key.crv', ['P-256', 'secp256k1', 'P-384', 'P-521']);
  if (kty === 'OKP') validateOneOf(jwk.crv, 'key.crv', ['Ed25519', 'Ed448', 'X25519', 'X448']);
  if (kty !== 'RSA') flat.push('crv', jwk.crv);
  const [open, secret] = MEMBERS[kty];
  const names = context === kConsumePublic || context === kCreatePublic ? open : [...open, ...secret];
  for (const name of names) {
    const value = jwk[name];
    validateString(value, `key.${name}`);
    flat.push(name, value);
  }
  return binding.readJwk(flat);
}

module.exports = {
  kConsumePublic,
  kConsumePrivate,
  kCreatePublic,
  kCreatePrivate,
  keyObjectOf,
  hostOfJwk,
  privateHost: (key, context = kConsumePrivate, name = 'key') => hostFrom(key, context, name, readPrivate),
  publicHost: (key, context = kConsumePublic, name = 'key') => hostFrom(key, context, name, readPublic),
};
