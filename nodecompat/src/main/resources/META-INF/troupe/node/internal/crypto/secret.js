// nodejs.org/api/crypto.html, v22: what may be a secret key where one is asked for. For built-ins only.
'use strict';

const { codes } = require('internal/errors');
const { BYTES, argumentsOf, isBytes } = require('internal/crypto/bytes');

const SECRET = [...BYTES, 'string', 'KeyObject', 'CryptoKey'];

/** Java's three arguments for text or bytes. */
function secretArguments(key, name, encoding) {
  if (typeof key === 'string' || isBytes(key)) return argumentsOf(key, encoding);
  throw new codes.ERR_INVALID_ARG_TYPE(name, SECRET, key);
}

module.exports = { secretArguments };
