// nodejs.org/api/fs.html#fspromiseswatchfilename-options, v22: changes as an async iterator. Missing: nothing.
'use strict';

const { AbortError, codes } = require('internal/errors');
const { validateAbortSignal, validateBoolean, validateNumber, validateObject, validateOneOf } = require('internal/validators');
const { checkedPath } = require('internal/fs/paths');

function checkedOptions(options) {
  validateObject(options, 'options');
  const { persistent = true, recursive = false, encoding = 'utf8', maxQueue = 2048, overflow = 'ignore', signal } = options;
  validateBoolean(persistent, 'options.persistent');
  validateBoolean(recursive, 'options.recursive');
  validateAbortSignal(signal, 'options.signal');
  if (encoding && encoding !== 'buffer' && !require('buffer').Buffer.isEncoding(encoding)) {
    throw new codes.ERR_INVALID_ARG_VALUE('encoding', encoding, 'is invalid encoding');
  }
  validateNumber(maxQueue, 'options.maxQueue', 1);
  validateOneOf(overflow, 'options.overflow', ['ignore', 'error']);
  return { persistent, recursive, encoding, maxQueue, overflow, signal };
}

/** The changes that a program did not come for yet: only so many. */
class Queue {
  #changes = [];
  #options;
  #lost = false;

  constructor(options) {
    this.#options = options;
  }

  add(change) {
    const { maxQueue, overflow } = this.#options;
    if (this.#changes.length < maxQueue) {
      this.#changes.push(change);
    } else if (overflow === 'error') {
      throw new codes.ERR_FS_WATCH_QUEUE_OVERFLOW(maxQueue);
    } else if (!this.#lost) {
      this.#lost = true;
      require('internal/process/object').process.emitWarning('fs.watch maxQueue exceeded');
    }
  }

  * taken() {
    while (this.#changes.length > 0) yield this.#changes.shift();
    this.#lost = false;
  }
}

async function* watch(filename, options = {}) {
  const path = checkedPath(filename, 'filename');
  const { signal, ...rest } = checkedOptions(options);
  const abortError = () => new AbortError(undefined, { cause: signal?.reason });
  if (signal?.aborted) throw abortError();
  const queue = new Queue(rest);
  let wake = Promise.withResolvers();
  const watcher = require('internal/fs/watch').watch(path, rest, (eventType, name) => {
    try {
      queue.add({ __proto__: null, eventType, filename: name });
      wake.resolve();
    } catch (error) {
      wake.reject(error);
    }
  });
  const abort = () => wake.reject(abortError());
  signal?.addEventListener('abort', abort, { once: true });
  try {
    for (;;) {
      await wake.promise;
      wake = Promise.withResolvers();
      yield* queue.taken();
      if (signal?.aborted) throw abortError();
    }
  } finally {
    watcher.close();
    signal?.removeEventListener('abort', abort);
  }
}

module.exports = { watch };
