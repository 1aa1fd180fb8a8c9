// https://nodejs.org/docs/latest-v22.x/api/stream.html#streamreadablefromiterable-options (v22). Missing: nothing.
'use strict';

const { nextTick } = require('internal/ticks');
const { codes } = require('internal/errors');

/** A Readable whose chunks come from an iterable, one after another as they are asked for. */
function from(Readable, iterable, options) {
  if (typeof iterable === 'string' || iterable instanceof require('buffer').Buffer) return whole(Readable, iterable, options);
  let iterator;
  let isAsync = false;
  if (iterable?.[Symbol.asyncIterator]) {
    isAsync = true;
    iterator = iterable[Symbol.asyncIterator]();
  } else if (iterable?.[Symbol.iterator]) {
    iterator = iterable[Symbol.iterator]();
  } else {
    throw new codes.ERR_INVALID_ARG_TYPE('iterable', ['Iterable'], iterable);
  }
  const readable = new Readable({ objectMode: true, highWaterMark: 1, ...options });
  const source = new Source(readable, iterator, isAsync);
  readable._read = () => source.read();
  const destroy = readable._destroy;
  readable._destroy = function (error, callback) {
    source.close(error).then(
      () => nextTick(() => destroy.call(this, error, callback)),
      (failure) => nextTick(() => destroy.call(this, failure || error, callback)),
    );
  };
  return readable;
}

/** A string or a Buffer is one chunk, not a chunk for each of its characters or bytes. */
function whole(Readable, content, options) {
  return new Readable({
    objectMode: true,
    ...options,
    read() {
      this.push(content);
      this.push(null);
    },
  });
}

/** One iterator being read into one Readable. */
class Source {
  constructor(readable, iterator, isAsync) {
    this.readable = readable;
    this.iterator = iterator;
    this.isAsync = isAsync;
    this.reading = false;
  }

  read() {
    if (this.reading) return;
    this.reading = true;
    if (this.isAsync) this.readAsync();
    else this.readSync();
  }

  /** Promises are made for promises only: what a sync iterator gives is pushed at once. */
  readSync() {
    const { readable, iterator } = this;
    try {
      for (;;) {
        const { value, done } = iterator.next();
        if (done) {
          readable.push(null);
          return;
        }
        if (value !== null && typeof value?.then === 'function') {
          this.waitFor(value);
          return;
        }
        if (!this.push(value)) return;
      }
    } catch (error) {
      readable.destroy(error);
    }
  }

  async waitFor(promise) {
    try {
      if (this.push(await promise)) this.readSync();
    } catch (error) {
      this.readable.destroy(error);
    }
  }

  async readAsync() {
    const { readable, iterator } = this;
    try {
      for (;;) {
        const { value, done } = await iterator.next();
        if (done) {
          readable.push(null);
          return;
        }
        const chunk = value !== null && typeof value?.then === 'function' ? await value : value;
        if (!this.push(chunk)) return;
      }
    } catch (error) {
      readable.destroy(error);
    }
  }

  /** False if the Readable has enough for now. */
  push(chunk) {
    if (chunk === null) {
      this.reading = false;
      throw new codes.ERR_STREAM_NULL_VALUES();
    }
    if (this.readable.push(chunk)) return true;
    this.reading = false;
    return false;
  }

  async close(error) {
    const { iterator } = this;
    if (error !== undefined && error !== null && typeof iterator.throw === 'function') {
      const { value, done } = await iterator.throw(error);
      await value;
      if (done) return;
    }
    if (typeof iterator.return === 'function') {
      const { value } = await iterator.return();
      await value;
    }
  }
}

module.exports = { from };
