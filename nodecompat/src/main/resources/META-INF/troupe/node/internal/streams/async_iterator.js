// https://nodejs.org/docs/latest-v22.x/api/stream.html#readablesymbolasynciterator (v22). Missing: nothing.
'use strict';

const { finished } = require('internal/streams/end_of_stream');
const { destroyer } = require('internal/streams/destroy');
const { aggregateTwoErrors } = require('internal/errors');

/** An async generator over the chunks of `stream`; an old stream without read() is wrapped first. */
function iterate(stream, options) {
  const source = typeof stream.read === 'function'
    ? stream
    : require('internal/streams/readable').wrap(stream, { objectMode: true });
  const iterator = generate(source, options);
  iterator.stream = source;
  return iterator;
}

async function* generate(stream, options) {
  let wake = nop;
  function onReadable() {
    wake();
    wake = nop;
  }
  stream.on('readable', onReadable);
  let ended; // undefined, null when it ended well, or its error
  const stop = finished(stream, { writable: false }, (error) => {
    ended = error ? aggregateTwoErrors(ended, error) : null;
    wake();
    wake = nop;
  });
  const sleep = (resolve) => {
    wake = resolve;
  };
  let failure;
  try {
    for (;;) {
      const chunk = stream.destroyed ? null : stream.read();
      if (chunk !== null) yield chunk;
      else if (ended) throw ended;
      else if (ended === null) return;
      else await new Promise(sleep);
    }
  } catch (error) {
    failure = aggregateTwoErrors(ended, error);
    throw failure;
  } finally {
    if ((failure || options?.destroyOnReturn !== false) && (ended === undefined || stream._readableState?.autoDestroy)) {
      destroyer(stream, failure ?? null);
    } else {
      stream.off('readable', onReadable);
      stop();
    }
  }
}

function nop() {}

module.exports = { iterate };
