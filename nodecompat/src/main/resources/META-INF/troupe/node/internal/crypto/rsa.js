// nodejs.org/api/crypto.html, v22: publicEncrypt, privateDecrypt, privateEncrypt, publicDecrypt. Missing: RSA_X931_PADDING.
'use strict';

const { native } = require('internal/errors/crypto');
const { validateInt32, validateString } = require('internal/validators');
const { checkedView, output } = require('internal/crypto/bytes');
const { privateHost, publicHost } = require('internal/crypto/key_input');

const binding = internalBinding('sign');
const hashes = internalBinding('hash');

const RSA_PKCS1_PADDING = 1;
const RSA_PKCS1_OAEP_PADDING = 4;

/** As Node does without OpenSSL's implicit rejection: whoever sees which padding is wrong can decrypt and sign (CVE-2023-46809). */
function refusePkcs1() {
  throw native('ERR_INVALID_ARG_VALUE', 'RSA_PKCS1_PADDING is no longer supported for private decryption');
}

function operation(name, hostOf, fallback) {
  const { [name]: made } = {
    [name](options, buffer) {
      if (options === undefined || options === null) hostOf(options);
      const padding = options.padding || fallback;
      validateInt32(padding, 'key.padding');
      if (name === 'privateDecrypt' && padding === RSA_PKCS1_PADDING) refusePkcs1();
      const { oaepHash, encoding } = options;
      let { oaepLabel } = options;
      if (oaepHash !== undefined) validateString(oaepHash, 'key.oaepHash');
      if (oaepLabel !== undefined) oaepLabel = checkedView(oaepLabel, 'key.oaepLabel', encoding);
      const data = checkedView(buffer, 'buffer', encoding);
      const hash = oaepHash === undefined ? 'sha1' : hashes.known(oaepHash);
      if (hash === '') throw Object.assign(new Error('Invalid digest used'), { code: 'ERR_OSSL_EVP_INVALID_DIGEST' });
      return output(binding.rsa(name, hostOf(options), data, padding, hash, oaepLabel ?? new Uint8Array()));
    },
  };
  return made;
}

module.exports = {
  publicEncrypt: operation('publicEncrypt', (key) => publicHost(key), RSA_PKCS1_OAEP_PADDING),
  publicDecrypt: operation('publicDecrypt', (key) => publicHost(key), RSA_PKCS1_PADDING),
  privateEncrypt: operation('privateEncrypt', (key) => privateHost(key), RSA_PKCS1_PADDING),
  privateDecrypt: operation('privateDecrypt', (key) => privateHost(key), RSA_PKCS1_OAEP_PADDING),
};
