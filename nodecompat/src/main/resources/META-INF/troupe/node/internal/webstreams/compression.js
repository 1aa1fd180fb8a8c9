// https://compression.spec.whatwg.org (nodejs.org/api/webstreams.html#class-compressionstream, v22), over zlib's streams. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { expose, notDeclared, shown } = require('internal/webstreams/slots');
const { createTransform } = require('internal/webstreams/transform/stream');
const { isArrayBuffer } = require('internal/webstreams/readable/views');
const { customInspectSymbol } = require('internal/util');

const COMPRESSORS = { __proto__: null, deflate: 'createDeflate', 'deflate-raw': 'createDeflateRaw', gzip: 'createGzip', brotli: 'createBrotliCompress' };
const DECOMPRESSORS = {
  __proto__: null, deflate: 'createInflate', 'deflate-raw': 'createInflateRaw', gzip: 'createGunzip', brotli: 'createBrotliDecompress',
};

/** `makers` names zlib's function for each format. */
function overZlib(makers, given, options) {
  const format = `${given}`;
  if (makers[format] === undefined) throw new codes.ERR_INVALID_ARG_VALUE('format', given, `must be one of: ${Object.keys(makers).map((f) => `'${f}'`).join(', ')}`);
  const handle = require('zlib')[makers[format]](options);
  let failure;
  let settle = null; // [resolve, reject] of the write or the end that waits
  const done = (error) => {
    if (settle === null) return;
    const [resolve, reject] = settle;
    settle = null;
    if (error) reject(error);
    else resolve();
  };
  const core = createTransform(
    (chunk) => new Promise((resolve, reject) => {
      if (failure) {
        reject(failure);
        return;
      }
      settle = [resolve, reject];
      handle.write(bytesOf(chunk), (error) => {
        if (!error) done();
      });
    }),
    () => new Promise((resolve, reject) => {
      if (failure) {
        reject(failure);
        return;
      }
      settle = [resolve, reject];
      handle.end();
    }),
  );
  handle.on('data', (chunk) => core.enqueue(new Uint8Array(chunk)));
  handle.on('end', () => done());
  handle.on('error', (error) => {
    failure = Object.assign(new TypeError(error.message, { cause: error }), { code: error.code });
    if (settle === null) core.error(failure);
    else done(failure);
  });
  return core;
}

/** A copy: the program may change its chunk while it is worked on. */
function bytesOf(chunk) {
  const { Buffer } = require('buffer');
  if (typeof chunk === 'string') return Buffer.from(chunk); // as Node does
  if (ArrayBuffer.isView(chunk) && isArrayBuffer(chunk.buffer)) {
    return Buffer.from(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  }
  if (isArrayBuffer(chunk)) return Buffer.from(new Uint8Array(chunk));
  throw new codes.ERR_INVALID_ARG_TYPE('chunk', ['Buffer', 'TypedArray', 'DataView', 'ArrayBuffer'], chunk);
}

class CompressionStream {
  #core;

  constructor(format) {
    this.#core = overZlib(COMPRESSORS, format);
  }

  get readable() {
    if (!(#core in Object(this))) throw notDeclared();
    return this.#core.readable.self;
  }

  get writable() {
    if (!(#core in Object(this))) throw notDeclared();
    return this.#core.writable.self;
  }

  [customInspectSymbol](depth, options, inspect) {
    return shown('CompressionStream', { readable: this.readable, writable: this.writable }, depth, options, inspect);
  }
}
expose(CompressionStream, 'CompressionStream', ['readable', 'writable']);

class DecompressionStream {
  #core;

  constructor(format) {
    this.#core = overZlib(DECOMPRESSORS, format, { rejectGarbageAfterEnd: true });
  }

  get readable() {
    if (!(#core in Object(this))) throw notDeclared();
    return this.#core.readable.self;
  }

  get writable() {
    if (!(#core in Object(this))) throw notDeclared();
    return this.#core.writable.self;
  }

  [customInspectSymbol](depth, options, inspect) {
    return shown('DecompressionStream', { readable: this.readable, writable: this.writable }, depth, options, inspect);
  }
}
expose(DecompressionStream, 'DecompressionStream', ['readable', 'writable']);

module.exports = { CompressionStream, DecompressionStream };
