// nodejs.org/api/zlib.html#class-zlibbrotlicompress, v22, and BrotliDecompress. Different: block size, size hint, large windows and the other finer hints
// are checked and not used; the library's Java side has no call for them.
'use strict';

const { codes } = require('internal/errors');
const { constants } = require('internal/zlib/constants');
const { ZlibBase, Handle } = require('internal/zlib/base');
const { binding } = require('internal/zlib/handle');
const { parameters } = require('internal/zlib/options');

const { setPrototypeOf } = Object;

const FLUSHES = {
  flush: constants.BROTLI_OPERATION_PROCESS,
  finishFlush: constants.BROTLI_OPERATION_FINISH,
  fullFlush: constants.BROTLI_OPERATION_FLUSH,
  most: constants.BROTLI_OPERATION_EMIT_METADATA,
};

// the largest value of each parameter of an encoder, by its number
const MOST = [2, 11, 24, 24, 1, 0xffffffff, 1, 3, 120];

function check(pairs) {
  for (let i = 0; i < pairs.length; i += 2) {
    if (!(pairs[i + 1] >= 0 && pairs[i + 1] <= MOST[pairs[i]])) throw new codes.ERR_ZLIB_INITIALIZATION_FAILED();
  }
}

function value(pairs, id, fallback) {
  for (let i = 0; i < pairs.length; i += 2) if (pairs[i] === id) return pairs[i + 1];
  return fallback;
}

function encoder(pairs) {
  check(pairs);
  const window = value(pairs, constants.BROTLI_PARAM_LGWIN, constants.BROTLI_DEFAULT_WINDOW);
  return binding.brotliEncoder(
    value(pairs, constants.BROTLI_PARAM_QUALITY, constants.BROTLI_DEFAULT_QUALITY),
    Math.max(constants.BROTLI_MIN_WINDOW_BITS, window),
    value(pairs, constants.BROTLI_PARAM_MODE, constants.BROTLI_DEFAULT_MODE));
}

function Brotli(options, known, open) {
  const pairs = parameters(options?.params, known, codes.ERR_BROTLI_INVALID_PARAM);
  ZlibBase.call(this, options, new Handle(open(pairs)), FLUSHES);
}
setPrototypeOf(Brotli.prototype, ZlibBase.prototype);
setPrototypeOf(Brotli, ZlibBase);

function BrotliCompress(options) {
  if (!(this instanceof BrotliCompress)) return new BrotliCompress(options);
  Brotli.call(this, options, [0, 1, 2, 3, 4, 5, 6, 7, 8], encoder);
}
setPrototypeOf(BrotliCompress.prototype, Brotli.prototype);
setPrototypeOf(BrotliCompress, Brotli);

function BrotliDecompress(options) {
  if (!(this instanceof BrotliDecompress)) return new BrotliDecompress(options);
  Brotli.call(this, options, [0, 1, 2, 3, 4, 5, 6, 7, 8], () => binding.brotliDecoder());
}
setPrototypeOf(BrotliDecompress.prototype, Brotli.prototype);
setPrototypeOf(BrotliDecompress, Brotli);

module.exports = { BrotliCompress, BrotliDecompress };
