// nodejs.org/api/crypto.html, v22. Each function and class loads on first use. Missing: what throws, see addMissing below;
// engines and FIPS mode, which only an OpenSSL has.
'use strict';

const { addMissing } = require('internal/not_implemented');
const { defineLazy } = require('internal/lazy');

function from(file, names) {
  for (const name of names.split(' ')) defineLazy(exports, name, `internal/crypto/${file}`);
}

from('hash', 'createHash createHmac hash getHashes Hash Hmac');
from('random', 'randomBytes randomFill randomFillSync randomInt randomUUID timingSafeEqual');

addMissing(exports, 'crypto', [
  'checkPrime checkPrimeSync createCipheriv createDecipheriv createDiffieHellman createDiffieHellmanGroup createECDH',
  'createPrivateKey createPublicKey createSecretKey createSign createVerify diffieHellman generatePrime generatePrimeSync',
  'getCiphers getCipherInfo getCurves getDiffieHellman hkdf hkdfSync pbkdf2 pbkdf2Sync generateKeyPair generateKeyPairSync',
  'generateKey generateKeySync privateDecrypt privateEncrypt publicDecrypt publicEncrypt',
  'scrypt scryptSync sign setEngine getFips setFips verify Certificate Cipheriv',
  'Decipheriv DiffieHellman DiffieHellmanGroup ECDH KeyObject Sign Verify X509Certificate secureHeapUsed',
].join(' '));

function accessor(name, get, set = undefined, enumerable = true) {
  Object.defineProperty(exports, name, { __proto__: null, enumerable, configurable: set !== undefined, get, set });
}

const web = () => require('internal/crypto/webcrypto').crypto;
accessor('webcrypto', () => web());
accessor('subtle', () => web().subtle);
accessor('getRandomValues', () => {
  const crypto = web();
  return crypto.getRandomValues.bind(crypto);
});

const { deprecate } = require('internal/util');
for (const name of ['pseudoRandomBytes', 'prng', 'rng']) {
  let made;
  accessor(name,
    () => (made ??= deprecate(exports.randomBytes, `crypto.${name} is deprecated.`, 'DEP0115')),
    (value) => { made = value; }, false);
}
