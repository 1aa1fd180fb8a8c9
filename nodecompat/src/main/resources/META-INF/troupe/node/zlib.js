// nodejs.org/api/zlib.html, v22. Different: run-length and fixed-code strategies compress as the default one; brotli takes quality, window and mode
// and ignores its other hints; zstd ignores its thread parameters. Missing: brotli metadata blocks, which fail as a stream error.
'use strict';

const { defineLazy } = require('internal/lazy');
const { constants, codes } = require('internal/zlib/constants');

const { defineProperty } = Object;

/** `create*`, `name`, `nameSync` and the class of one algorithm, made when one of them is first read. */
function family(file, Class, name) {
  const load = () => require(`internal/zlib/${file}`)[Class];
  defineLazy(exports, Class, load);
  defineLazy(exports, name, () => require('internal/zlib/convenience').convenience(load(), false));
  defineLazy(exports, `${name}Sync`, () => require('internal/zlib/convenience').convenience(load(), true));
  const create = { [`create${Class}`]: (options) => new (load())(options) }[`create${Class}`];
  defineProperty(exports, `create${Class}`, { __proto__: null, enumerable: true, configurable: true, value: create });
}

exports.crc32 = (data, value) => require('internal/zlib/convenience').crc32(data, value);
family('deflate', 'Deflate', 'deflate');
family('deflate', 'Inflate', 'inflate');
family('deflate', 'Gzip', 'gzip');
family('deflate', 'Gunzip', 'gunzip');
family('deflate', 'DeflateRaw', 'deflateRaw');
family('deflate', 'InflateRaw', 'inflateRaw');
family('deflate', 'Unzip', 'unzip');
family('brotli', 'BrotliCompress', 'brotliCompress');
family('brotli', 'BrotliDecompress', 'brotliDecompress');
family('zstd', 'ZstdCompress', 'zstdCompress');
family('zstd', 'ZstdDecompress', 'zstdDecompress');

defineProperty(exports, 'constants', { __proto__: null, enumerable: true, value: constants });
defineProperty(exports, 'codes', { __proto__: null, enumerable: true, value: codes });
// nodejs.org/api/deprecations.html#DEP0174 and before: the constants by themselves, not shown
for (const key of Object.keys(constants)) {
  if (!/^(?:BROTLI|ZSTD)/.test(key)) defineProperty(exports, key, { __proto__: null, value: constants[key] });
}
