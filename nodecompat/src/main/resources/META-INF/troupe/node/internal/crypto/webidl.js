// webidl.spec.whatwg.org/#js-type-mapping, as nodejs.org/api/webcrypto.html, v22 needs it: arguments and dictionaries of WebCrypto.
// Missing: types that WebCrypto does not name.
'use strict';

const { isAnyArrayBuffer } = require('internal/buffer/fast');

const { getPrototypeOf } = Object;
const nameOfArray = Object.getOwnPropertyDescriptor(getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;

/** A TypeError with Node's code, as the conversion of an argument fails. */
function failure(code, text, { prefix, context } = {}) {
  const error = new TypeError(`${prefix === undefined ? '' : `${prefix}: `}${context ?? 'Value'} ${text}`);
  return Object.defineProperty(error, 'code', { __proto__: null, value: code, configurable: true, enumerable: true, writable: true });
}

function toNumber(value, options) {
  if (typeof value === 'bigint') throw failure('ERR_INVALID_ARG_TYPE', 'is a BigInt and cannot be converted to a number.', options);
  if (typeof value === 'symbol') throw failure('ERR_INVALID_ARG_TYPE', 'is a Symbol and cannot be converted to a number.', options);
  return Number(value);
}

/** https://webidl.spec.whatwg.org/#abstract-opdef-converttoint, unsigned */
function unsigned(bits) {
  const most = 2 ** bits - 1;
  return (value, options = {}) => {
    let number = toNumber(value, options);
    if (options.enforceRange) {
      if (!Number.isFinite(number)) throw failure('ERR_INVALID_ARG_TYPE', 'is not a finite number.', options);
      number = Math.trunc(number);
      if (number < 0 || number > most) {
        throw failure('ERR_OUT_OF_RANGE', `is outside the expected range of 0 to ${most}.`, options);
      }
      return number + 0;
    }
    if (!Number.isFinite(number)) return 0;
    number = Math.trunc(number) % (most + 1);
    return number < 0 ? number + most + 1 : number + 0;
  };
}

function enumeration(name, values) {
  const known = new Set(values);
  return (value, options) => {
    const text = converters.DOMString(value, options);
    if (!known.has(text)) throw failure('ERR_INVALID_ARG_VALUE', `value '${text}' is not a valid enum value of type ${name}.`, options);
    return text;
  };
}

function sequence(convert) {
  return (value, options = {}) => {
    const iterator = value !== null && typeof value === 'object' ? value[Symbol.iterator] : undefined;
    if (typeof iterator !== 'function') throw failure('ERR_INVALID_ARG_TYPE', 'can not be converted to sequence.', options);
    const result = [];
    for (const item of { [Symbol.iterator]: () => Reflect.apply(iterator, value, []) }) {
      result.push(convert(item, { ...options, context: `${options.context}, index ${result.length}` }));
    }
    return result;
  };
}

/** Members are [name, type, required, options of the conversion]. */
function dictionary(name, members) {
  return (value, options = {}) => {
    if (value !== undefined && value !== null && typeof value !== 'object' && typeof value !== 'function') {
      throw failure('ERR_INVALID_ARG_TYPE', 'can not be converted to a dictionary', options);
    }
    const result = {};
    for (const [key, type, required, extra] of members) {
      const member = value?.[key];
      if (member !== undefined) {
        const context = `'${key}' of '${name}'${options.context === undefined ? '' : ` (${options.context})`}`;
        result[key] = converters[type](member, { ...options, ...extra, context });
      } else if (required) {
        throw failure('ERR_MISSING_OPTION',
          `can not be converted to '${name}' because '${key}' is required in '${name}'.`, options);
      }
    }
    return result;
  };
}

function notShared(view, options) {
  if (Object.prototype.toString.call(view.buffer) === '[object SharedArrayBuffer]') {
    throw failure('ERR_INVALID_ARG_TYPE', 'is a view on a SharedArrayBuffer, which is not allowed.', options);
  }
  return view;
}

const isPlainBuffer = (value) => isAnyArrayBuffer(value) && Object.prototype.toString.call(value) !== '[object SharedArrayBuffer]';

const converters = {
  '__proto__': null,
  'boolean': (value) => !!value,
  'octet': unsigned(8),
  'unsigned short': unsigned(16),
  'unsigned long': unsigned(32),
  'DOMString': (value, options) => {
    if (typeof value === 'symbol') throw failure('ERR_INVALID_ARG_TYPE', 'is a Symbol and cannot be converted to a string.', options);
    return String(value);
  },
  'object': (value, options) => {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) {
      throw failure('ERR_INVALID_ARG_TYPE', 'is not an object.', options);
    }
    return value;
  },
  'Uint8Array': (value, options) => {
    if (!ArrayBuffer.isView(value) || nameOfArray.call(value) !== 'Uint8Array') {
      throw failure('ERR_INVALID_ARG_TYPE', 'is not an Uint8Array object.', options);
    }
    return notShared(value, options);
  },
  'BufferSource': (value, options) => {
    if (isPlainBuffer(value)) return value;
    if (!ArrayBuffer.isView(value)) {
      throw failure('ERR_INVALID_ARG_TYPE', 'is not instance of ArrayBuffer, Buffer, TypedArray, or DataView.', options);
    }
    return notShared(value, options);
  },
  'CryptoKey': (value, options) => {
    if (!require('internal/crypto/crypto_key').isCryptoKey(value)) {
      throw failure('ERR_INVALID_ARG_TYPE', 'is not of type CryptoKey.', options);
    }
    return value;
  },
  'AlgorithmIdentifier': (value, options) =>
    (value !== null && (typeof value === 'object' || typeof value === 'function') ? value : converters.DOMString(value, options)),
  'KeyFormat': enumeration('KeyFormat', ['raw', 'pkcs8', 'spki', 'jwk']),
  'KeyUsage': enumeration('KeyUsage',
    ['encrypt', 'decrypt', 'sign', 'verify', 'deriveKey', 'deriveBits', 'wrapKey', 'unwrapKey']),
};
converters.HashAlgorithmIdentifier = converters.AlgorithmIdentifier;
converters.BigInteger = converters.Uint8Array;
converters['sequence<KeyUsage>'] = sequence(converters.KeyUsage);
converters['sequence<DOMString>'] = sequence(converters.DOMString);
converters['sequence<RsaOtherPrimesInfo>'] = sequence((value, options) => converters.RsaOtherPrimesInfo(value, options));

const NAME = ['name', 'DOMString', true];
const HASH = ['hash', 'HashAlgorithmIdentifier', true];
const RANGED = { enforceRange: true };

const DICTIONARIES = {
  __proto__: null,
  Algorithm: [NAME],
  RsaHashedKeyGenParams: [NAME, ['modulusLength', 'unsigned long', true, RANGED], ['publicExponent', 'BigInteger', true], HASH],
  RsaHashedImportParams: [NAME, HASH],
  RsaPssParams: [NAME, ['saltLength', 'unsigned long', true, RANGED]],
  RsaOaepParams: [NAME, ['label', 'BufferSource', false]],
  EcKeyGenParams: [NAME, ['namedCurve', 'DOMString', true]],
  EcKeyImportParams: [NAME, ['namedCurve', 'DOMString', true]],
  EcdsaParams: [NAME, HASH],
  EcdhKeyDeriveParams: [NAME, ['public', 'CryptoKey', true]],
  HmacKeyGenParams: [NAME, HASH, ['length', 'unsigned long', false, RANGED]],
  HmacImportParams: [NAME, HASH, ['length', 'unsigned long', false, RANGED]],
  AesKeyGenParams: [NAME, ['length', 'unsigned short', true, RANGED]],
  AesDerivedKeyParams: [NAME, ['length', 'unsigned short', true, RANGED]],
  AesCbcParams: [NAME, ['iv', 'BufferSource', true]],
  AesCtrParams: [NAME, ['counter', 'BufferSource', true], ['length', 'octet', true, RANGED]],
  AesGcmParams: [NAME, ['iv', 'BufferSource', true], ['tagLength', 'octet', false, RANGED], ['additionalData', 'BufferSource', false]],
  HkdfParams: [NAME, HASH, ['salt', 'BufferSource', true], ['info', 'BufferSource', true]],
  Pbkdf2Params: [NAME, HASH, ['iterations', 'unsigned long', true, RANGED], ['salt', 'BufferSource', true]],
  Ed448Params: [NAME, ['context', 'BufferSource', false]],
  RsaOtherPrimesInfo: [['r', 'DOMString'], ['d', 'DOMString'], ['t', 'DOMString']],
  JsonWebKey: [
    ...['kty', 'use', 'alg', 'crv', 'x', 'y', 'd', 'n', 'e', 'p', 'q', 'dp', 'dq', 'qi', 'k'].map((name) => [name, 'DOMString']),
    ['key_ops', 'sequence<DOMString>'], ['ext', 'boolean'], ['oth', 'sequence<RsaOtherPrimesInfo>'],
  ],
};
for (const name of Object.keys(DICTIONARIES)) converters[name] = dictionary(name, DICTIONARIES[name]);

function requiredArguments(given, required, { prefix } = {}) {
  if (given >= required) return;
  const error = new TypeError(
    `${prefix === undefined ? '' : `${prefix}: `}${required} argument${required === 1 ? '' : 's'} required, but only ${given} present.`);
  throw Object.defineProperty(error, 'code', { __proto__: null, value: 'ERR_MISSING_ARGS', configurable: true, enumerable: true, writable: true });
}

module.exports = { converters, requiredArguments };
