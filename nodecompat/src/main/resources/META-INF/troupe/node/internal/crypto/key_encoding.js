// nodejs.org/api/crypto.html#keyobjectexportoptions, v22: the options that name an encoding of a key, read or written. For built-ins only.
'use strict';

const { codes } = require('internal/errors');
const { validateObject } = require('internal/validators');
const { isBytes, viewOf } = require('internal/crypto/bytes');
const { encodingNumber } = require('internal/buffer');

function option(name, parent) {
  return parent === undefined ? `options.${name}` : `options.${parent}.${name}`;
}

function parseFormat(format, fallback, name) {
  if (format === undefined && fallback !== undefined) return fallback;
  if (format !== 'pem' && format !== 'der' && format !== 'jwk') throw new codes.ERR_INVALID_ARG_VALUE(name, format);
  return format;
}

function parseType(type, required, keyType, isPublic, name) {
  if (type === undefined && !required) return undefined;
  if (type === 'pkcs1') {
    if (keyType !== undefined && keyType !== 'rsa') {
      throw new codes.ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS(type, 'can only be used for RSA keys');
    }
    return type;
  }
  if (type === 'spki' && isPublic !== false) return type;
  if (type === 'pkcs8' && isPublic !== true) return type;
  if (type === 'sec1' && isPublic !== true) {
    if (keyType !== undefined && keyType !== 'ec') {
      throw new codes.ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS(type, 'can only be used for EC keys');
    }
    return type;
  }
  throw new codes.ERR_INVALID_ARG_VALUE(name, type);
}

/** `keyType` is undefined when a key is read; `isPublic` is undefined when both kinds will do. */
function parse(options, keyType, isPublic, parent) {
  validateObject(options, 'options');
  const reading = keyType === undefined;
  const format = parseFormat(options.format, reading ? 'pem' : undefined, option('format', parent));
  const required = (!reading || format === 'der') && format !== 'jwk';
  const type = parseType(options.type, required, keyType, isPublic, option('type', parent));
  if (isPublic === true) return { format, type };
  return { format, type, ...protection(options, reading, format, type, parent) };
}

function protection({ cipher, passphrase, encoding }, reading, format, type, parent) {
  const given = typeof passphrase === 'string' || isBytes(passphrase);
  if (!reading) {
    if (cipher !== undefined && cipher !== null) {
      if (typeof cipher !== 'string') throw new codes.ERR_INVALID_ARG_VALUE(option('cipher', parent), cipher);
      if (format === 'der' && (type === 'pkcs1' || type === 'sec1')) {
        throw new codes.ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS(type, 'does not support encryption');
      }
      if (!given) throw new codes.ERR_INVALID_ARG_VALUE(option('passphrase', parent), passphrase);
      require('internal/crypto/ciphers').requireCipher(cipher);
    } else if (passphrase !== undefined) {
      throw new codes.ERR_INVALID_ARG_VALUE(option('cipher', parent), cipher);
    }
  } else if (passphrase !== undefined && !given) {
    throw new codes.ERR_INVALID_ARG_VALUE(option('passphrase', parent), passphrase);
  }
  checkEncoding(encoding);
  return { cipher: cipher ?? undefined, passphrase: given ? viewOf(passphrase, encoding) : undefined };
}

function checkEncoding(encoding) {
  if (encoding !== undefined && encoding !== 'buffer' && encodingNumber(encoding) === undefined) {
    throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  }
}

module.exports = {
  checkEncoding,
  parseKeyEncoding: parse,
  parsePublicKeyEncoding: (options, keyType, parent) => parse(options, keyType, true, parent),
  parsePrivateKeyEncoding: (options, keyType, parent) => parse(options, keyType, false, parent),
};
