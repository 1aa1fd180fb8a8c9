// nodejs.org/api/crypto.html#class-cipheriv, v22: Cipheriv and Decipheriv. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { native } = require('internal/errors/crypto');
const { validateEncoding, validateString } = require('internal/validators');
const { normalizeEncoding } = require('internal/util');
const { inherit } = require('internal/streams/legacy');
const { LazyTransform } = require('internal/crypto/lazy_transform');
const { argumentsOf, checkedView, output } = require('internal/crypto/bytes');
const { secretView } = require('internal/crypto/secret');
const { fitsIv, isAuthenticated, requireCipher } = require('internal/crypto/ciphers');

const binding = internalBinding('cipher');

const kState = Symbol('kState');
const DATA = ['string', 'Buffer', 'TypedArray', 'DataView'];
const FULL_TAG = 16;

function unsignedOption(options, name) {
  const value = options?.[name];
  if (value === undefined || value === null) return undefined;
  if (value >>> 0 !== value) throw new codes.ERR_INVALID_ARG_VALUE(`options.${name}`, value);
  return value;
}

/** May a tag have that many bytes? */
function fitsTag(mode, length) {
  if (mode === 'gcm') return length === 4 || length === 8 || (length >= 12 && length <= FULL_TAG);
  if (mode === 'ccm') return length >= 4 && length <= FULL_TAG && length % 2 === 0;
  return length >= 1 && length <= FULL_TAG;
}

/** The length of the tag: -1 if it is not known yet, 0 if the cipher has none. */
function tagLengthOf(name, cipher, options) {
  const asked = unsignedOption(options, 'authTagLength');
  if (!isAuthenticated(cipher)) return 0;
  if (asked !== undefined) {
    if (!fitsTag(cipher.mode, asked)) throw native('ERR_CRYPTO_INVALID_AUTH_TAG', `Invalid authentication tag length: ${asked}`);
    return asked;
  }
  if (cipher.mode === 'gcm') return -1;
  if (cipher.mode === 'poly1305') return FULL_TAG;
  throw native('ERR_CRYPTO_INVALID_AUTH_TAG', `authTagLength required for ${name}`);
}

function begin(target, encrypt, name, key, iv, options) {
  validateString(name, 'cipher');
  const encoding = options?.encoding;
  const secret = secretView(key, 'key', encoding);
  const vector = iv === null ? null : checkedView(iv, 'iv');
  const cipher = requireCipher(name);
  if (secret.byteLength !== cipher.keyLength) throw native('ERR_CRYPTO_INVALID_KEYLEN', 'Invalid key length');
  if (vector === null ? cipher.ivLength !== 0 : !fitsIv(cipher, vector.byteLength)) {
    throw native('ERR_CRYPTO_INVALID_IV', 'Invalid initialization vector');
  }
  const tagLength = tagLengthOf(name, cipher, options);
  const bytes = vector ?? new Uint8Array();
  const state = {
    mode: cipher.mode,
    ivLength: bytes.byteLength,
    encrypt,
    tagLength,
    handle: binding.open(cipher.algorithm, cipher.mode, encrypt, secret, bytes, tagLength === -1 ? FULL_TAG : tagLength),
    padded: true,
    finished: false,
    started: false,
    tagSet: false,
    tag: undefined,
    length: undefined,
    decoder: undefined,
    encoding: undefined,
  };
  Object.defineProperty(target, kState, { __proto__: null, value: state });
  LazyTransform.call(target, options);
}

function Cipheriv(cipher, key, iv, options) {
  if (!(this instanceof Cipheriv)) return new Cipheriv(cipher, key, iv, options);
  begin(this, true, cipher, key, iv, options);
  return undefined;
}
inherit(Cipheriv, LazyTransform);

function Decipheriv(cipher, key, iv, options) {
  if (!(this instanceof Decipheriv)) return new Decipheriv(cipher, key, iv, options);
  begin(this, false, cipher, key, iv, options);
  return undefined;
}
inherit(Decipheriv, LazyTransform);

/** Text of several outputs has one encoding, because characters may lie across them. */
function decoderFor(state, encoding) {
  const normalized = normalizeEncoding(encoding);
  if (normalized === undefined) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  if (state.decoder === undefined) {
    const { StringDecoder } = require('string_decoder');
    state.decoder = new StringDecoder(normalized);
    state.encoding = normalized;
  } else if (state.encoding !== normalized) {
    throw new codes.ERR_INTERNAL_ASSERTION('Cannot change encoding');
  }
  return state.decoder;
}

function invalidState(operation) {
  return new codes.ERR_CRYPTO_INVALID_STATE(operation);
}

/** CCM knows the length of the message from its nonce's, and begins with it. */
function checkLength(state, length) {
  if (state.mode !== 'ccm') return;
  if (length >= 2 ** (8 * (15 - state.ivLength)) || (state.length !== undefined && length !== state.length)) {
    throw native('ERR_CRYPTO_INVALID_MESSAGELEN', 'Invalid message length');
  }
}

function advance(state, data, encoding) {
  if (state.finished || (state.mode === 'ccm' && (state.started || (!state.encrypt && !state.tagSet)))) {
    throw new Error('Trying to add data in unsupported state');
  }
  const args = argumentsOf(data, encoding);
  if (state.mode === 'ccm') checkLength(state, typeof data === 'string' ? Buffer.byteLength(data, encoding) : args[2]);
  state.started = true;
  return output(binding.update(state.handle, ...args));
}

function end(state) {
  if (state.finished) throw native('ERR_CRYPTO_INVALID_STATE', 'Unsupported state');
  state.finished = true;
  if (!state.encrypt && isAuthenticated(state) && !state.tagSet) throw new Error('Unsupported state or unable to authenticate data');
  const rest = output(binding.finish(state.handle, state.padded));
  if (state.encrypt && isAuthenticated(state)) {
    state.tag = output(binding.tag(state.handle, state.tagLength === -1 ? FULL_TAG : state.tagLength));
  }
  return rest;
}

const methods = {
  _transform(chunk, encoding, callback) {
    this.push(advance(this[kState], chunk, encoding));
    callback();
  },

  _flush(callback) {
    try {
      this.push(end(this[kState]));
    } catch (error) {
      callback(error);
      return;
    }
    callback();
  },

  update(data, inputEncoding, outputEncoding) {
    const state = this[kState];
    if (typeof data === 'string') validateEncoding(data, inputEncoding);
    else if (!ArrayBuffer.isView(data)) throw new codes.ERR_INVALID_ARG_TYPE('data', DATA, data);
    const bytes = advance(state, data, inputEncoding);
    return outputEncoding && outputEncoding !== 'buffer' ? decoderFor(state, outputEncoding).write(bytes) : bytes;
  },

  final(outputEncoding) {
    const state = this[kState];
    const bytes = end(state);
    return outputEncoding && outputEncoding !== 'buffer' ? decoderFor(state, outputEncoding).end(bytes) : bytes;
  },

  setAutoPadding(autoPadding = true) {
    const state = this[kState];
    if (state.finished) throw invalidState('setAutoPadding');
    state.padded = !!autoPadding;
    return this;
  },

  setAAD(buffer, options) {
    const state = this[kState];
    const encoding = options?.encoding;
    const data = checkedView(buffer, 'aadbuf', encoding);
    const length = unsignedOption(options, 'plaintextLength');
    if (state.finished || state.started || !isAuthenticated(state)) throw invalidState('setAAD');
    if (state.mode === 'ccm') {
      if (length === undefined) throw native('ERR_MISSING_ARGS', 'options.plaintextLength required for CCM mode with AAD');
      checkLength(state, length);
      state.length = length;
    }
    binding.authenticate(state.handle, data);
    return this;
  },
};
Object.assign(Cipheriv.prototype, methods, {
  getAuthTag() {
    const { tag } = this[kState];
    if (tag === undefined) throw invalidState('getAuthTag');
    return Buffer.from(tag);
  },
});
Object.assign(Decipheriv.prototype, methods, {
  setAuthTag(tag, encoding) {
    const state = this[kState];
    const bytes = checkedView(tag, 'buffer', encoding);
    if (!isAuthenticated(state) || state.finished || state.tagSet) throw invalidState('setAuthTag');
    const { length } = bytes;
    if (state.tagLength === -1 ? !fitsTag(state.mode, length) : length !== state.tagLength) {
      throw native('ERR_CRYPTO_INVALID_AUTH_TAG', `Invalid authentication tag length: ${length}`);
    }
    if (state.tagLength === -1 && length < FULL_TAG) warnOfShortTag();
    state.tagSet = true;
    binding.expect(state.handle, bytes);
    return this;
  },
});

let warned = false;
function warnOfShortTag() {
  if (warned) return;
  warned = true;
  require('internal/process/object').process.emitWarning(
    'Using AES-GCM authentication tags of less than 128 bits without specifying the authTagLength option when initializing ' +
    'decryption is deprecated.', 'DeprecationWarning', 'DEP0182');
}

module.exports = {
  Cipheriv,
  Decipheriv,
  createCipheriv: (cipher, key, iv, options) => new Cipheriv(cipher, key, iv, options),
  createDecipheriv: (cipher, key, iv, options) => new Decipheriv(cipher, key, iv, options),
};
