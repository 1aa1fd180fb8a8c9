// https://nodejs.org/docs/latest-v22.x/api/stream.html#readablewrapstream (v22): a Readable over a stream from before there were Readables.
'use strict';

const { errorOrDestroy } = require('internal/streams/destroy');

function wrap(readable, stream) {
  let paused = false;
  stream.on('data', (chunk) => {
    if (!readable.push(chunk) && stream.pause) {
      paused = true;
      stream.pause();
    }
  });
  stream.on('end', () => readable.push(null));
  stream.on('error', (error) => errorOrDestroy(readable, error));
  stream.on('close', () => readable.destroy());
  stream.on('destroy', () => readable.destroy());
  readable._read = () => {
    if (paused && stream.resume) {
      paused = false;
      stream.resume();
    }
  };
  // what the old stream can do the new one can do, too
  for (const name of Object.keys(stream)) {
    if (readable[name] === undefined && typeof stream[name] === 'function') readable[name] = stream[name].bind(stream);
  }
  return readable;
}

module.exports = { wrap };
