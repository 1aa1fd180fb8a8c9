// What a stream in byte mode takes for a chunk (nodejs.org/api/stream.html#readablepushchunk-encoding, v22).
'use strict';

const { Buffer } = require('buffer');

/** A Buffer over the same memory, or of the string's bytes; undefined for anything else. */
function toBytes(chunk, encoding) {
  if (typeof chunk === 'string') return Buffer.from(chunk, encoding);
  if (chunk instanceof Buffer) return chunk;
  if (ArrayBuffer.isView(chunk)) return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  return undefined;
}

module.exports = { Buffer, toBytes };
