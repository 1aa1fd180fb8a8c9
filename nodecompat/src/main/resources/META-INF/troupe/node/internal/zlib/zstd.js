// nodejs.org/api/zlib.html#class-zlibzstdcompress, v22.15, and ZstdDecompress. Different: the parameters of the library's own threads are not used.
// Needs com.github.luben:zstd-jni on the class path; without it a stream fails with ERR_FEATURE_UNAVAILABLE_ON_PLATFORM.
'use strict';

const { codes, genericNodeError } = require('internal/errors');
const { validateNumber } = require('internal/validators');
const { constants } = require('internal/zlib/constants');
const { ZlibBase, Handle } = require('internal/zlib/base');
const { binding } = require('internal/zlib/handle');
const { parameters, dictionary, bytes } = require('internal/zlib/options');

const { setPrototypeOf } = Object;

const FLUSHES = {
  flush: constants.ZSTD_e_continue,
  finishFlush: constants.ZSTD_e_end,
  fullFlush: constants.ZSTD_e_flush,
  most: constants.ZSTD_e_end,
};

// ZSTD_cParam_getBounds on 64-bit systems
const BOUNDS = {
  __proto__: null,
  100: [-131072, 22], 101: [10, 31], 102: [6, 30], 103: [6, 30], 104: [1, 30], 105: [3, 7], 106: [0, 131072], 107: [1, 9],
  160: [0, 2], 161: [6, 30], 162: [4, 4096], 163: [1, 8], 164: [0, 25], 200: [0, 1], 201: [0, 1], 202: [0, 1],
  400: [0, 256], 401: [0, 1073741824], 402: [0, 9],
};
const ENCODER = Object.keys(BOUNDS).map(Number);

function failed() {
  return genericNodeError('Setting parameter failed', { code: 'ERR_ZLIB_INITIALIZATION_FAILED' });
}

function check(pairs) {
  for (let i = 0; i < pairs.length; i += 2) {
    if (BOUNDS[pairs[i]] === undefined) throw failed();
    const [low, high] = BOUNDS[pairs[i]];
    // 0 asks for the default of a parameter
    if (pairs[i + 1] !== 0 && !(pairs[i + 1] >= low && pairs[i + 1] <= high)) throw failed();
  }
  return pairs;
}

function Zstd(options, native) {
  ZlibBase.call(this, options, new Handle(native), FLUSHES);
}
setPrototypeOf(Zstd.prototype, ZlibBase.prototype);
setPrototypeOf(Zstd, ZlibBase);

function ZstdCompress(options) {
  if (!(this instanceof ZstdCompress)) return new ZstdCompress(options);
  const pairs = check(parameters(options?.params, ENCODER, codes.ERR_ZSTD_INVALID_PARAM));
  const size = options?.pledgedSrcSize;
  if (size != null) validateNumber(size, 'options.pledgedSrcSize', 0);
  Zstd.call(this, options, binding.zstdEncoder(pairs, size ?? -1, ...bytes(dictionary(options?.dictionary))));
}
setPrototypeOf(ZstdCompress.prototype, Zstd.prototype);
setPrototypeOf(ZstdCompress, Zstd);

function ZstdDecompress(options) {
  if (!(this instanceof ZstdDecompress)) return new ZstdDecompress(options);
  const [id = constants.ZSTD_d_windowLogMax, log = 0] = parameters(options?.params, [constants.ZSTD_d_windowLogMax], codes.ERR_ZSTD_INVALID_PARAM);
  if (id !== constants.ZSTD_d_windowLogMax) throw failed();
  if (log !== 0 && !(log >= 10 && log <= 31)) throw failed();
  Zstd.call(this, options, binding.zstdDecoder(log, ...bytes(dictionary(options?.dictionary))));
}
setPrototypeOf(ZstdDecompress.prototype, Zstd.prototype);
setPrototypeOf(ZstdDecompress, Zstd);

module.exports = { ZstdCompress, ZstdDecompress };
