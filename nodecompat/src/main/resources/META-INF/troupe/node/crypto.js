// nodejs.org/api/crypto.html, v22. Each function and class loads on first use. Missing: engines and FIPS mode, which only an OpenSSL has.
'use strict';

const { addMissing } = require('internal/not_implemented');
const { defineLazy } = require('internal/lazy');
const { deprecate } = require('internal/util');
const { codes } = require('internal/errors');

function from(file, names) {
  for (const name of names.split(' ')) defineLazy(exports, name, `internal/crypto/${file}`);
}

from('prime', 'checkPrime checkPrimeSync');
from('cipher', 'createCipheriv createDecipheriv');
from('dh', 'createDiffieHellman createDiffieHellmanGroup');
from('ecdh', 'createECDH');
from('hash', 'createHash createHmac');
from('keys', 'createPrivateKey createPublicKey createSecretKey');
from('sign', 'createSign createVerify');
from('dh', 'diffieHellman');
from('prime', 'generatePrime generatePrimeSync');
from('ciphers', 'getCiphers getCipherInfo');
from('ecdh', 'getCurves');
from('dh', 'getDiffieHellman');
from('hash', 'getHashes');
from('kdf', 'hkdf hkdfSync pbkdf2 pbkdf2Sync');
from('keygen', 'generateKeyPair generateKeyPairSync generateKey generateKeySync');
from('rsa', 'privateDecrypt privateEncrypt publicDecrypt publicEncrypt');
from('random', 'randomBytes randomFill randomFillSync randomInt randomUUID');
from('kdf', 'scrypt scryptSync');
from('sign', 'sign verify');
from('random', 'timingSafeEqual');
from('hash', 'hash');
from('cipher', 'Cipheriv Decipheriv');
from('dh', 'DiffieHellman DiffieHellmanGroup');
from('ecdh', 'ECDH');
from('hash', 'Hash Hmac');
from('keys', 'KeyObject');
from('sign', 'Sign Verify');
from('certificate', 'Certificate');
from('x509', 'X509Certificate');
addMissing(exports, 'crypto', 'setEngine');

/** Memory that is never swapped out is OpenSSL's to give. */
exports.secureHeapUsed = () => ({ total: 0, used: 0, utilization: 0, min: 0 });
exports.getFips = () => 0;
exports.setFips = (value) => {
  if (value) throw new codes.ERR_CRYPTO_FIPS_UNAVAILABLE('Cannot set FIPS mode in a non-FIPS build.');
};

function accessor(name, get, set = undefined, enumerable = true, configurable = false) {
  Object.defineProperty(exports, name, { __proto__: null, enumerable, configurable, get, set });
}

const web = () => require('internal/crypto/webcrypto').crypto;
accessor('fips', deprecate(exports.getFips, 'The crypto.fips is deprecated. Please use crypto.getFips()', 'DEP0093'),
  deprecate(exports.setFips, 'The crypto.fips is deprecated. Please use crypto.setFips()', 'DEP0093'), false);
accessor('constants', () => require('internal/crypto/constants').constants);
accessor('webcrypto', () => web());
accessor('subtle', () => web().subtle);
accessor('getRandomValues', () => {
  const crypto = web();
  return crypto.getRandomValues.bind(crypto);
});

for (const name of ['pseudoRandomBytes', 'prng', 'rng']) {
  let made;
  accessor(name,
    () => (made ??= deprecate(exports.randomBytes, `crypto.${name} is deprecated.`, 'DEP0115')),
    (value) => { made = value; }, false, true);
}
