// nodejs.org/api/crypto.html#cryptogetciphers, v22: which ciphers there are. Missing: aes-*-xts, the 1-bit modes, aria, camellia, sm4.
'use strict';

const { codes } = require('internal/errors');
const { native } = require('internal/errors/crypto');
const { validateInt32, validateObject } = require('internal/validators');

// number, OpenSSL's name, algorithm, mode, bytes of key, IV (0: none) and block, other names
const TABLE = [
  [418, 'aes-128-ecb', 'AES', 'ecb', 16, 0, 16],
  [419, 'aes-128-cbc', 'AES', 'cbc', 16, 16, 16, 'aes128'],
  [420, 'aes-128-ofb', 'AES', 'ofb', 16, 16, 1],
  [421, 'aes-128-cfb', 'AES', 'cfb', 16, 16, 1],
  [422, 'aes-192-ecb', 'AES', 'ecb', 24, 0, 16],
  [423, 'aes-192-cbc', 'AES', 'cbc', 24, 16, 16, 'aes192'],
  [424, 'aes-192-ofb', 'AES', 'ofb', 24, 16, 1],
  [425, 'aes-192-cfb', 'AES', 'cfb', 24, 16, 1],
  [426, 'aes-256-ecb', 'AES', 'ecb', 32, 0, 16],
  [427, 'aes-256-cbc', 'AES', 'cbc', 32, 16, 16, 'aes256'],
  [428, 'aes-256-ofb', 'AES', 'ofb', 32, 16, 1],
  [429, 'aes-256-cfb', 'AES', 'cfb', 32, 16, 1],
  [653, 'aes-128-cfb8', 'AES', 'cfb8', 16, 16, 1],
  [654, 'aes-192-cfb8', 'AES', 'cfb8', 24, 16, 1],
  [655, 'aes-256-cfb8', 'AES', 'cfb8', 32, 16, 1],
  [904, 'aes-128-ctr', 'AES', 'ctr', 16, 16, 1],
  [905, 'aes-192-ctr', 'AES', 'ctr', 24, 16, 1],
  [906, 'aes-256-ctr', 'AES', 'ctr', 32, 16, 1],
  [895, 'id-aes128-gcm', 'AES', 'gcm', 16, 12, 1, 'aes-128-gcm'],
  [898, 'id-aes192-gcm', 'AES', 'gcm', 24, 12, 1, 'aes-192-gcm'],
  [901, 'id-aes256-gcm', 'AES', 'gcm', 32, 12, 1, 'aes-256-gcm'],
  [896, 'id-aes128-ccm', 'AES', 'ccm', 16, 12, 1, 'aes-128-ccm'],
  [899, 'id-aes192-ccm', 'AES', 'ccm', 24, 12, 1, 'aes-192-ccm'],
  [902, 'id-aes256-ccm', 'AES', 'ccm', 32, 12, 1, 'aes-256-ccm'],
  [958, 'aes-128-ocb', 'AES', 'ocb', 16, 12, 16],
  [959, 'aes-192-ocb', 'AES', 'ocb', 24, 12, 16],
  [960, 'aes-256-ocb', 'AES', 'ocb', 32, 12, 16],
  [788, 'id-aes128-wrap', 'AES', 'wrap', 16, 8, 8, 'aes128-wrap'],
  [789, 'id-aes192-wrap', 'AES', 'wrap', 24, 8, 8, 'aes192-wrap'],
  [790, 'id-aes256-wrap', 'AES', 'wrap', 32, 8, 8, 'aes256-wrap'],
  [897, 'id-aes128-wrap-pad', 'AES', 'wrap-pad', 16, 4, 8],
  [900, 'id-aes192-wrap-pad', 'AES', 'wrap-pad', 24, 4, 8],
  [903, 'id-aes256-wrap-pad', 'AES', 'wrap-pad', 32, 4, 8],
  [1018, 'chacha20-poly1305', 'ChaCha20', 'poly1305', 32, 12, 0],
  [1019, 'chacha20', 'ChaCha20', 'stream', 32, 16, 0],
  [32, 'des-ede', 'DESede', 'ecb', 16, 0, 8, 'des-ede-ecb'],
  [33, 'des-ede3', 'DESede', 'ecb', 24, 0, 8, 'des-ede3-ecb'],
  [43, 'des-ede-cbc', 'DESede', 'cbc', 16, 8, 8],
  [44, 'des-ede3-cbc', 'DESede', 'cbc', 24, 8, 8, 'des3'],
  [60, 'des-ede-cfb', 'DESede', 'cfb', 16, 8, 1],
  [61, 'des-ede3-cfb', 'DESede', 'cfb', 24, 8, 1],
  [62, 'des-ede-ofb', 'DESede', 'ofb', 16, 8, 1],
  [63, 'des-ede3-ofb', 'DESede', 'ofb', 24, 8, 1],
  [659, 'des-ede3-cfb8', 'DESede', 'cfb8', 24, 8, 1],
  [246, 'id-smime-alg-cms3deswrap', 'DESede', 'wrap', 24, 0, 8, 'des3-wrap'],
];

const SHOWN_MODES = { '__proto__': null, 'cfb8': 'cfb', 'poly1305': 'stream', 'wrap-pad': 'wrap' };
const LISTED = { '__proto__': null, 'id-smime-alg-cms3deswrap': 'id-smime-alg-CMS3DESwrap' };

const byName = { __proto__: null };
const byNumber = new Map();
for (const [nid, name, algorithm, mode, keyLength, ivLength, blockSize, ...others] of TABLE) {
  const cipher = { nid, name, algorithm, mode, keyLength, ivLength, blockSize };
  byNumber.set(nid, cipher);
  for (const known of [name, ...others]) byName[known] = cipher;
}

function findCipher(name) {
  return byName[name.toLowerCase()];
}

function requireCipher(name) {
  const cipher = findCipher(name);
  if (cipher === undefined) throw native('ERR_CRYPTO_UNKNOWN_CIPHER', 'Unknown cipher');
  return cipher;
}

const isAuthenticated = ({ mode }) => mode === 'gcm' || mode === 'ccm' || mode === 'ocb' || mode === 'poly1305';

/** May an IV have that many bytes? */
function fitsIv({ mode, ivLength }, length) {
  switch (mode) {
    case 'gcm': return length > 0;
    case 'poly1305': return length > 0 && length <= 12;
    case 'ccm': return length >= 7 && length <= 13;
    case 'ocb': return length >= 1 && length <= 15;
    default: return length === ivLength;
  }
}

function getCiphers() {
  const names = Object.keys(byName).map((name) => LISTED[name] ?? name.replace(/^(id-aes\d+-)([gc]cm)$/, (all, id, mode) => id + mode.toUpperCase()));
  return names.sort();
}

function getCipherInfo(nameOrNid, options) {
  if (typeof nameOrNid !== 'string' && typeof nameOrNid !== 'number') {
    throw new codes.ERR_INVALID_ARG_TYPE('nameOrNid', ['string', 'number'], nameOrNid);
  }
  if (typeof nameOrNid === 'number') validateInt32(nameOrNid, 'nameOrNid');
  let { keyLength, ivLength } = {};
  if (options !== undefined) {
    validateObject(options, 'options');
    ({ keyLength, ivLength } = options);
    if (keyLength !== undefined) validateInt32(keyLength, 'options.keyLength');
    if (ivLength !== undefined) validateInt32(ivLength, 'options.ivLength');
  }
  const cipher = typeof nameOrNid === 'number' ? byNumber.get(nameOrNid) : findCipher(nameOrNid);
  if (cipher === undefined) return undefined;
  if (keyLength !== undefined && keyLength !== cipher.keyLength) return undefined;
  if (ivLength !== undefined && !fitsIv(cipher, ivLength)) return undefined;
  const info = { __proto__: null, mode: SHOWN_MODES[cipher.mode] ?? cipher.mode, name: cipher.name, nid: cipher.nid };
  if (cipher.blockSize !== 0) info.blockSize = cipher.blockSize;
  if (cipher.ivLength !== 0) info.ivLength = ivLength ?? cipher.ivLength;
  info.keyLength = cipher.keyLength;
  return info;
}

module.exports = { requireCipher, isAuthenticated, fitsIv, getCiphers, getCipherInfo };
