// w3c.github.io/webcrypto §§20-24, as nodejs.org/api/webcrypto.html, v22: key pairs of RSA, on curves, and of RFC 8410.
// Missing: nothing.
'use strict';

const { binding, hostOf, PrivateKeyObject, PublicKeyObject } = require('internal/crypto/keys');
const { arrayBuffer, viewOf } = require('internal/crypto/bytes');
const { cryptoKey } = require('internal/crypto/crypto_key');
const { hostOfJwk, kCreatePrivate, kCreatePublic } = require('internal/crypto/key_input');
const { checkJwk, checkUsages, dataError, fail, job, keyData, operationError } = require('internal/crypto/subtle/common');

const CURVES = { '__proto__': null, 'P-256': 'prime256v1', 'P-384': 'secp384r1', 'P-521': 'secp521r1' };
const ECDSA_ALG = { '__proto__': null, 'P-256': 'ES256', 'P-384': 'ES384', 'P-521': 'ES512' };
const OKP_SIZE = { __proto__: null, Ed25519: 32, Ed448: 57, X25519: 32, X448: 56 };

const PAIRS = {
  '__proto__': null,
  'RSA-OAEP': [['encrypt', 'wrapKey'], ['decrypt', 'unwrapKey']],
  'ECDH': [[], ['deriveKey', 'deriveBits']],
  'X25519': [[], ['deriveKey', 'deriveBits']],
  'X448': [[], ['deriveKey', 'deriveBits']],
};
/** What a public key and a private key of an algorithm may be used for. */
const usagesOf = (name) => PAIRS[name] ?? [['verify'], ['sign']];

const isRsa = (name) => name.startsWith('RSA');
const isOkp = (name) => name in OKP_SIZE;
const what = (name) => `${isRsa(name) ? 'an RSA' : `a ${name}`}`;

function numberOf(bytes) {
  let number = 0n;
  for (const byte of bytes) number = number * 256n + BigInt(byte);
  return number;
}

function bytesOf(number) {
  const hex = number.toString(16);
  return new Uint8Array(viewOf(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex'));
}

function rsaExponent(bytes) {
  const number = numberOf(bytes);
  if (number > 0xffffffffn) throw operationError('The publicExponent must be equivalent to an unsigned 32-bit value');
  return Number(number);
}

function curveOf(namedCurve) {
  const curve = CURVES[namedCurve];
  if (curve === undefined) throw fail('Unrecognized namedCurve', 'NotSupportedError');
  return curve;
}

function newHost(algorithm) {
  const { name } = algorithm;
  if (isRsa(name)) return job(binding.generateRsaLater, algorithm.modulusLength, rsaExponent(algorithm.publicExponent), false, '', '', 0);
  if (isOkp(name)) return job(binding.generateOkpLater, name);
  return job(binding.generateEcLater, curveOf(algorithm.namedCurve), false);
}

/** What `key.algorithm` shows. */
function shown(algorithm, host) {
  const { name, namedCurve, hash } = algorithm;
  if (isOkp(name)) return { name };
  if (!isRsa(name)) return { name, namedCurve };
  const details = binding.details(host);
  const find = (key) => details[Array.prototype.indexOf.call(Array.from(details), key) + 1];
  return { name, modulusLength: find('modulusLength'), publicExponent: bytesOf(BigInt(find('publicExponent'))), hash: { name: hash.name } };
}

async function generate(algorithm, extractable, usages) {
  const { name } = algorithm;
  if (!isRsa(name) && !isOkp(name)) curveOf(algorithm.namedCurve);
  const [open, secret] = usagesOf(name);
  checkUsages(usages, [...open, ...secret], what(name));
  const host = await newHost(algorithm);
  const look = shown(algorithm, host);
  return {
    privateKey: cryptoKey(new PrivateKeyObject(host), look, usages.filter((usage) => secret.includes(usage)), extractable),
    publicKey: cryptoKey(new PublicKeyObject(binding.toPublic(host)), look, usages.filter((usage) => open.includes(usage)), true),
  };
}

/** The type that Java gives to keys of an algorithm. */
function typeOf(name) {
  if (isRsa(name)) return 'rsa';
  return isOkp(name) ? name.toLowerCase() : 'ec';
}

function checkKey(host, algorithm) {
  const { name, namedCurve } = algorithm;
  if (binding.type(host) !== typeOf(name)) throw dataError('Invalid key type');
  if (typeOf(name) === 'ec' && binding.details(host)[1] !== curveOf(namedCurve)) throw dataError('Named curve mismatch');
}

function algOf({ name, namedCurve, hash }) {
  if (name === 'ECDSA') return [ECDSA_ALG[namedCurve]];
  if (name === 'Ed25519' || name === 'Ed448') return [name, 'EdDSA'];
  if (!isRsa(name)) return undefined;
  const bits = hash.name.slice(4);
  if (name === 'RSA-OAEP') return [bits === '1' ? 'RSA-OAEP' : `RSA-OAEP-${bits}`];
  return [`${name === 'RSA-PSS' ? 'PS' : 'RS'}${bits}`];
}

function readJwk(jwk, algorithm, extractable, usages) {
  const { name, namedCurve } = algorithm;
  const kty = isRsa(name) ? 'RSA' : isOkp(name) ? 'OKP' : 'EC';
  const forSignatures = usagesOf(name)[0][0] === 'verify';
  // the curve is looked at before the rest, as an "alg" says the curve again
  const isPrivate = jwk.d !== undefined;
  checkJwk(jwk, { kty, use: forSignatures ? 'sig' : 'enc', usages, extractable });
  if (kty === 'OKP' && jwk.crv !== name) throw dataError('JWK "crv" Parameter and algorithm name mismatch');
  if (kty === 'EC' && jwk.crv !== namedCurve) throw dataError('JWK "crv" does not match the requested algorithm');
  const alg = algOf(algorithm);
  if (alg !== undefined && jwk.alg !== undefined && !alg.includes(jwk.alg)) {
    throw dataError('JWK "alg" does not match the requested algorithm');
  }
  const host = keyData(() => hostOfJwk(jwk, isPrivate ? kCreatePrivate : kCreatePublic));
  return { host, isPrivate };
}

function readRaw(data, algorithm) {
  const { name, namedCurve } = algorithm;
  if (isOkp(name)) {
    const size = OKP_SIZE[name];
    if (data.byteLength !== size) throw dataError(`${name} raw keys must be exactly ${size}-bytes`);
    return binding.okp(name, data, false);
  }
  return keyData(() => binding.ecPoint(curveOf(namedCurve), data));
}

function read(format, data, algorithm, extractable, usages) {
  switch (format) {
    case 'KeyObject': return { host: hostOf(data), isPrivate: data.type === 'private' };
    case 'spki': return { host: keyData(() => binding.publicKey(data, 'spki', null)), isPrivate: false };
    case 'pkcs8': return { host: keyData(() => binding.privateKey(data, 'pkcs8', null)), isPrivate: true };
    case 'jwk': return readJwk(data, algorithm, extractable, usages);
    default:
      if (isRsa(algorithm.name)) throw fail(`Unable to import RSA key with format ${format}`, 'NotSupportedError');
      return { host: readRaw(data, algorithm), isPrivate: false };
  }
}

function importKey(format, data, algorithm, extractable, usages) {
  const { name } = algorithm;
  if (!isRsa(name) && !isOkp(name)) curveOf(algorithm.namedCurve);
  if (format === 'jwk' && !data.kty) throw dataError('Invalid keyData');
  const isPrivateFormat = format === 'pkcs8' || (format === 'jwk' && data.d !== undefined) || (format === 'KeyObject' && data.type === 'private');
  checkUsages(usages, usagesOf(name)[isPrivateFormat ? 1 : 0], what(name));
  const { host, isPrivate } = read(format, data, algorithm, extractable, usages);
  checkKey(host, algorithm);
  const object = isPrivate ? new PrivateKeyObject(host) : new PublicKeyObject(host);
  return cryptoKey(object, shown(algorithm, host), usages, extractable);
}

function exportKey(format, { keyObject, algorithm }) {
  const host = hostOf(keyObject);
  switch (format) {
    case 'spki': return arrayBuffer(binding.exportPublic(host, false, 'spki'));
    case 'pkcs8': return arrayBuffer(binding.exportPrivate(host, false, 'pkcs8', false, new Uint8Array()));
    case 'raw': return arrayBuffer(binding.raw(host));
    default: {
      const jwk = keyObject.export({ format: 'jwk' });
      if (isRsa(algorithm.name) || algorithm.name.startsWith('Ed')) [jwk.alg] = algOf(algorithm);
      return jwk;
    }
  }
}

/** Can a key be exported so? */
function canExport(format, { keyObject, algorithm }) {
  if (format === 'jwk') return true;
  if (format === 'pkcs8') return keyObject.type === 'private';
  return keyObject.type === 'public' && (format === 'spki' || !isRsa(algorithm.name));
}

module.exports = { generate, importKey, exportKey, canExport };
