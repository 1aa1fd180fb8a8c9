// https://nodejs.org/docs/latest-v22.x/api/stream.html (v22). Each class and function loads on first use.
'use strict';

const { defineLazy } = require('internal/lazy');
const { Stream } = require('internal/streams/legacy');

module.exports = Stream;
Stream.Stream = Stream;

const lazy = (name, file, property) =>
  defineLazy(Stream, name, () => (property ? require(`internal/streams/${file}`)[property] : require(`internal/streams/${file}`)));

lazy('Readable', 'readable');
lazy('Writable', 'writable');
lazy('Duplex', 'duplex');
lazy('Transform', 'transform');
lazy('PassThrough', 'passthrough');
lazy('pipeline', 'pipeline', 'pipeline');
lazy('finished', 'end_of_stream', 'finished');
lazy('addAbortSignal', 'add_abort_signal', 'addAbortSignal');
lazy('compose', 'compose', 'compose');
lazy('duplexPair', 'duplex_pair', 'duplexPair');
lazy('getDefaultHighWaterMark', 'marks', 'getDefaultHighWaterMark');
lazy('setDefaultHighWaterMark', 'marks', 'setDefaultHighWaterMark');
defineLazy(Stream, 'promises', () => require('stream/promises'));
