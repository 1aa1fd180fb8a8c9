// nodejs.org/api/crypto.html#class-x509certificate, v22. Missing: issuerCertificate, which is known of a connection's peer alone, and
// cloning to other threads.
'use strict';

const { codes } = require('internal/errors');
const { validateBoolean, validateObject, validateOneOf, validateString } = require('internal/validators');
const { checkedView, output } = require('internal/crypto/bytes');
const { binding: keys, hostOf, isKeyObject, PublicKeyObject } = require('internal/crypto/keys');

const binding = internalBinding('x509');

const NIST = { __proto__: null, prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521', secp224r1: 'P-224' };

class X509Certificate {
  #handle;
  #publicKey;

  constructor(buffer) {
    const expected = ['string', 'Buffer', 'TypedArray', 'DataView'];
    this.#handle = binding.parse(checkedView(buffer, 'buffer', undefined, expected));
  }

  #text(name) {
    return binding.text(this.#handle, name);
  }

  get subject() { return this.#text('subject'); }

  get subjectAltName() { return this.#text('subjectAltName') || undefined; }

  get issuer() { return this.#text('issuer'); }

  get issuerCertificate() { return undefined; }

  get infoAccess() { return this.#text('infoAccess') || undefined; }

  get validFrom() { return this.#text('validFrom'); }

  get validTo() { return this.#text('validTo'); }

  get validFromDate() { return new Date(binding.time(this.#handle, false)); }

  get validToDate() { return new Date(binding.time(this.#handle, true)); }

  get fingerprint() { return this.#text('sha1'); }

  get fingerprint256() { return this.#text('sha256'); }

  get fingerprint512() { return this.#text('sha512'); }

  get keyUsage() {
    const usages = [...binding.list(this.#handle, 'extendedUsage')];
    return usages.length === 0 ? undefined : usages;
  }

  get serialNumber() { return this.#text('serialNumber'); }

  get raw() { return output(binding.raw(this.#handle)); }

  get publicKey() {
    return (this.#publicKey ??= new PublicKeyObject(binding.publicKey(this.#handle)));
  }

  get ca() { return binding.isAuthority(this.#handle); }

  toString() { return this.#text('pem'); }

  toJSON() { return this.toString(); }

  checkHost(name, options) {
    validateString(name, 'name');
    checkNoNul(name, 'name');
    const found = binding.host(this.#handle, name, ...hostRules(options));
    return found === false ? undefined : found;
  }

  checkEmail(email, options) {
    validateString(email, 'email');
    checkNoNul(email, 'email');
    const [subject] = hostRules(options);
    return binding.email(this.#handle, email, subject) ? email : undefined;
  }

  checkIP(ip) {
    validateString(ip, 'ip');
    const bytes = addressBytes(ip);
    if (bytes === undefined) throw new codes.ERR_INVALID_ARG_VALUE('ip', ip);
    return binding.address(this.#handle, bytes) ? ip : undefined;
  }

  checkIssued(other) {
    if (!isX509Certificate(other)) throw new codes.ERR_INVALID_ARG_TYPE('otherCert', 'X509Certificate', other);
    return binding.isIssuedBy(this.#handle, other.#handle);
  }

  checkPrivateKey(key) {
    if (!isKeyObject(key)) throw new codes.ERR_INVALID_ARG_TYPE('pkey', 'KeyObject', key);
    if (key.type !== 'private') throw new codes.ERR_INVALID_ARG_VALUE('pkey', key);
    return keys.same(hostOf(this.publicKey), keys.toPublic(hostOf(key)));
  }

  verify(key) {
    if (!isKeyObject(key)) throw new codes.ERR_INVALID_ARG_TYPE('pkey', 'KeyObject', key);
    if (key.type !== 'public') throw new codes.ERR_INVALID_ARG_VALUE('pkey', key);
    return binding.isSignedBy(this.#handle, hostOf(key));
  }

  /** nodejs.org/api/tls.html#certificate-object */
  toLegacyObject() {
    const object = { subject: grouped(binding.list(this.#handle, 'subject')), issuer: grouped(binding.list(this.#handle, 'issuer')) };
    if (this.subjectAltName !== undefined) object.subjectaltname = this.subjectAltName;
    if (this.infoAccess !== undefined) object.infoAccess = grouped(binding.list(this.#handle, 'infoAccess'), true);
    object.ca = this.ca;
    Object.assign(object, legacyKey(this.publicKey));
    object.valid_from = this.validFrom;
    object.valid_to = this.validTo;
    object.fingerprint = this.fingerprint;
    object.fingerprint256 = this.fingerprint256;
    object.fingerprint512 = this.fingerprint512;
    if (this.keyUsage !== undefined) object.ext_key_usage = this.keyUsage;
    object.serialNumber = this.serialNumber;
    object.raw = this.raw;
    return object;
  }

  [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
    if (depth < 0) return this;
    const { inspect } = require('util');
    const shown = {};
    for (const name of ['subject', 'subjectAltName', 'issuer', 'infoAccess', 'validFrom', 'validTo', 'fingerprint', 'fingerprint256',
      'fingerprint512', 'keyUsage', 'serialNumber']) shown[name] = this[name];
    return `X509Certificate ${inspect(shown, { ...options, depth: options.depth == null ? null : options.depth - 1 })}`;
  }

  static isX509Certificate(value) {
    return typeof value === 'object' && value !== null && #handle in value;
  }
}
const { isX509Certificate } = X509Certificate;
delete X509Certificate.isX509Certificate;

function checkNoNul(value, name) {
  if (value.includes('\0')) throw new codes.ERR_INVALID_ARG_VALUE(name, value);
}

function hostRules(options = {}) {
  validateObject(options, 'options');
  const {
    subject = 'default', wildcards = true, partialWildcards = true, multiLabelWildcards = false, singleLabelSubdomains = false,
  } = options;
  validateString(subject, 'options.subject');
  validateOneOf(subject, 'options.subject', ['default', 'always', 'never']);
  validateBoolean(wildcards, 'options.wildcards');
  validateBoolean(partialWildcards, 'options.partialWildcards');
  validateBoolean(multiLabelWildcards, 'options.multiLabelWildcards');
  validateBoolean(singleLabelSubdomains, 'options.singleLabelSubdomains');
  return [subject, wildcards, partialWildcards, multiLabelWildcards, singleLabelSubdomains];
}

/** The bytes of an address in one of the two notations. */
function addressBytes(ip) {
  const { isIPv4, isIPv6 } = require('net');
  if (isIPv4(ip)) return new Uint8Array(ip.split('.').map(Number));
  if (!isIPv6(ip)) return undefined;
  const plain = ip.replace(/%.*$/, '').replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (all, ...parts) => {
    const [a, b, c, d] = parts.map(Number);
    return `${(a << 8 | b).toString(16)}:${(c << 8 | d).toString(16)}`;
  });
  const [head, tail] = plain.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  const groups = tail === undefined ? head : [...head, ...Array(8 - head.length - tail.length).fill('0'), ...tail];
  return new Uint8Array(groups.flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255]));
}

/** Names and values in turn as an object; a name that comes again has a list, as every name if `lists`. */
function grouped(pairs, lists = false) {
  const object = { __proto__: null };
  for (let i = 0; i < pairs.length; i += 2) {
    const name = pairs[i];
    const value = pairs[i + 1];
    if (!(name in object)) object[name] = lists ? [value] : value;
    else object[name] = Array.isArray(object[name]) ? [...object[name], value] : [object[name], value];
  }
  return object;
}

function legacyKey(key) {
  const { modulusLength, publicExponent, namedCurve } = key.asymmetricKeyDetails;
  if (modulusLength !== undefined && publicExponent !== undefined) {
    const { n } = key.asymmetricKeyType === 'rsa' ? key.export({ format: 'jwk' }) : {};
    return {
      modulus: n === undefined ? undefined : Buffer.from(n, 'base64url').toString('hex').toUpperCase(),
      bits: modulusLength,
      exponent: `0x${publicExponent.toString(16)}`,
      pubkey: key.export({ type: 'spki', format: 'der' }),
    };
  }
  if (namedCurve === undefined) return {};
  const point = output(keys.raw(hostOf(key)));
  const legacy = { bits: namedCurve === 'secp521r1' ? 521 : ((point.length - 1) / 2) * 8, pubkey: point, asn1Curve: namedCurve };
  if (NIST[namedCurve] !== undefined) legacy.nistCurve = NIST[namedCurve];
  return legacy;
}

module.exports = { X509Certificate, isX509Certificate };
