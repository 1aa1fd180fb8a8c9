// nodejs.org/api/crypto.html, v22: what may be a secret key where one is asked for. For built-ins only.
'use strict';

const { codes } = require('internal/errors');
const { BYTES, isBytes, viewOf } = require('internal/crypto/bytes');

const SECRET = [...BYTES, 'string', 'KeyObject', 'CryptoKey'];

/** The bytes of a secret key, as one Uint8Array. */
function secretView(key, name, encoding) {
  if (typeof key === 'string' || isBytes(key)) return viewOf(key, encoding);
  const { keyObjectOf } = require('internal/crypto/key_input');
  const object = keyObjectOf(key);
  if (object === undefined) throw new codes.ERR_INVALID_ARG_TYPE(name, SECRET, key);
  if (object.type !== 'secret') throw new codes.ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE(object.type, 'secret');
  return object.export();
}

module.exports = { secretView };
