// nodejs.org/api/stream.html, v22. Missing: everything; what is called throws.
'use strict';

const { addMissing } = require('internal/not_implemented');

addMissing(exports, 'stream/web', [
  'ReadableStream ReadableStreamDefaultReader ReadableStreamBYOBReader ReadableStreamBYOBRequest ReadableByteStreamController',
  'ReadableStreamDefaultController TransformStream TransformStreamDefaultController WritableStream WritableStreamDefaultWriter',
  'WritableStreamDefaultController ByteLengthQueuingStrategy CountQueuingStrategy TextEncoderStream TextDecoderStream',
  'CompressionStream DecompressionStream',
].join(' '));
