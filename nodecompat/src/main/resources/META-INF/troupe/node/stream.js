// https://nodejs.org/docs/latest-v22.x/api/stream.html (v22). Each class and function loads on first use.
'use strict';

const { defineLazy } = require('internal/lazy');
const { Stream } = require('internal/streams/legacy');

module.exports = Stream;
Stream.Stream = Stream;

const lazy = (name, file, property) =>
  defineLazy(Stream, name, () => (property ? require(`internal/streams/${file}`)[property] : require(`internal/streams/${file}`)));

for (const name of ['isDestroyed', 'isDisturbed', 'isErrored', 'isReadable', 'isWritable']) lazy(name, 'kinds', name);
lazy('Readable', 'readable');
lazy('Writable', 'writable');
lazy('Duplex', 'duplex');
lazy('Transform', 'transform');
lazy('PassThrough', 'passthrough');
lazy('pipeline', 'pipeline', 'pipeline');
lazy('finished', 'end_of_stream', 'finished');
lazy('addAbortSignal', 'add_abort_signal', 'addAbortSignal');
lazy('destroy', 'destroy', 'destroyer');
lazy('compose', 'compose', 'compose');
lazy('duplexPair', 'duplex_pair', 'duplexPair');
lazy('getDefaultHighWaterMark', 'marks', 'getDefaultHighWaterMark');
lazy('setDefaultHighWaterMark', 'marks', 'setDefaultHighWaterMark');
defineLazy(Stream, 'promises', () => require('stream/promises'));

Stream._isArrayBufferView = ArrayBuffer.isView;
Stream._isUint8Array = (value) => ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]';
Stream._uint8ArrayToBuffer = (chunk) => require('buffer').Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
