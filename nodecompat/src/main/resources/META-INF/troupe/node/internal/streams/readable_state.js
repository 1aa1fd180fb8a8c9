// What a Readable remembers, one shape for all of them. The buffer is an array with a moving head: taking a chunk costs the same however many wait.
'use strict';

const { highWaterMarkOf } = require('internal/streams/marks');
const { codes } = require('internal/errors');

class ReadableState {
  constructor(options, isDuplex) {
    this.objectMode = Boolean(options?.objectMode || (isDuplex && options?.readableObjectMode));
    this.highWaterMark = highWaterMarkOf(options, this.objectMode, 'readableHighWaterMark', isDuplex);
    this.buffer = [];
    this.head = 0;
    this.length = 0;
    this.pipes = [];
    this.awaitDrainWriters = null; // the one target that is full, or a Set of them
    this.multiAwaitDrain = false;
    this.flowing = null;
    this.paused = null;
    this.ended = false;
    this.endEmitted = false;
    this.reading = false;
    this.constructed = true;
    this.sync = true;
    this.needReadable = false;
    this.emittedReadable = false;
    this.readableListening = false;
    this.resumeScheduled = false;
    this.inFlow = false;
    this.dataListening = false;
    this.readingMore = false;
    this.errorEmitted = false;
    this.emitClose = options?.emitClose !== false;
    this.autoDestroy = options?.autoDestroy !== false;
    this.destroyed = false;
    this.errored = null;
    this.closed = false;
    this.closeEmitted = false;
    this.dataEmitted = false;
    const encoding = options?.defaultEncoding;
    if (encoding && encoding !== 'utf8' && !require('buffer').Buffer.isEncoding(encoding)) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
    this.defaultEncoding = encoding || 'utf8';
    this.decoder = null;
    this.encoding = null;
    if (options?.encoding) {
      const { StringDecoder } = require('string_decoder');
      this.decoder = new StringDecoder(options.encoding);
      this.encoding = options.encoding;
    }
  }

  /** Chunks go on: whoever was waited for is not any more. */
  forgetWaiting() {
    if (this.multiAwaitDrain) this.awaitDrainWriters.clear();
    else this.awaitDrainWriters = null;
  }

  unshift(chunk) {
    if (this.head > 0) this.buffer[--this.head] = chunk;
    else this.buffer.unshift(chunk);
  }

  shift() {
    if (this.head === 0 && this.buffer.length === 1) return this.buffer.pop();
    const chunk = this.buffer[this.head];
    this.buffer[this.head++] = undefined;
    if (this.head === this.buffer.length) {
      this.buffer = [];
      this.head = 0;
    } else if (this.head > 1024) {
      this.buffer.splice(0, this.head);
      this.head = 0;
    }
    return chunk;
  }

  /** All that waits, as an array; the buffer is empty after it. */
  drain() {
    const all = this.head === 0 ? this.buffer : this.buffer.slice(this.head);
    this.buffer = [];
    this.head = 0;
    return all;
  }

  /** Takes `count` bytes, units or, in object mode, the next object; null if there is nothing. */
  take(count) {
    if (this.length === 0) return null;
    if (this.objectMode) return this.shift();
    if (count >= this.length) {
      if (this.head === 0 && this.buffer.length === 1) return this.buffer.pop();
      const all = this.drain();
      if (all.length === 1) return all[0];
      return this.decoder !== null ? all.join('') : require('buffer').Buffer.concat(all, this.length);
    }
    const first = this.buffer[this.head];
    if (count < first.length) {
      this.buffer[this.head] = first.slice(count);
      return first.slice(0, count);
    }
    if (count === first.length) return this.shift();
    return this.gather(count);
  }

  gather(count) {
    const parts = [];
    let left = count;
    while (left > 0) {
      const first = this.buffer[this.head];
      if (left < first.length) {
        parts.push(first.slice(0, left));
        this.buffer[this.head] = first.slice(left);
        left = 0;
      } else {
        parts.push(this.shift());
        left -= first.length;
      }
    }
    return this.decoder !== null ? parts.join('') : require('buffer').Buffer.concat(parts, count);
  }
}

function chunkSize(state, chunk) {
  return state.objectMode ? 1 : chunk.length;
}

module.exports = { ReadableState, chunkSize };
