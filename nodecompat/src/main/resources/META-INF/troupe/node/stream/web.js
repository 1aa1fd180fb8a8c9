// https://nodejs.org/docs/latest-v22.x/api/webstreams.html (v22), from streams.spec.whatwg.org; each class loads on first use. Missing: transfer of
// streams with structuredClone and postMessage.
'use strict';

const { defineLazy } = require('internal/lazy');

const HOMES = {
  ReadableStream: 'readable/stream',
  ReadableStreamDefaultReader: 'readable/readers',
  ReadableStreamBYOBReader: 'readable/readers',
  ReadableStreamBYOBRequest: 'readable/byte_controller',
  ReadableByteStreamController: 'readable/byte_controller',
  ReadableStreamDefaultController: 'readable/default_controller',
  TransformStream: 'transform/stream',
  TransformStreamDefaultController: 'transform/stream',
  WritableStream: 'writable/stream',
  WritableStreamDefaultWriter: 'writable/writer',
  WritableStreamDefaultController: 'writable/controller',
  ByteLengthQueuingStrategy: 'strategies',
  CountQueuingStrategy: 'strategies',
  TextEncoderStream: 'text',
  TextDecoderStream: 'text',
  CompressionStream: 'compression',
  DecompressionStream: 'compression',
};

for (const name of Object.keys(HOMES)) defineLazy(exports, name, () => require(`internal/webstreams/${HOMES[name]}`)[name]);
