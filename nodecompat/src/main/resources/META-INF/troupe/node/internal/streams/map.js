// https://nodejs.org/docs/latest-v22.x/api/stream.html#readablemapfn-options (v22): calls that run side by side, results in order. Missing: nothing.
'use strict';

const { AbortError } = require('internal/errors');
const { validateAbortSignal, validateFunction, validateInteger, validateObject } = require('internal/validators');

function checkOptions(options) {
  if (options !== undefined && options !== null) validateObject(options, 'options');
  if (options?.signal !== undefined && options?.signal !== null) validateAbortSignal(options.signal, 'options.signal');
}

/** An async generator over `fn` of each chunk; results that are `skipped` are left out. */
function map(fn, options, skipped) {
  validateFunction(fn, 'fn');
  checkOptions(options);
  const concurrency = options?.concurrency !== undefined && options.concurrency !== null ? Math.floor(options.concurrency) : 1;
  validateInteger(concurrency, 'options.concurrency', 1);
  const ahead = options?.highWaterMark !== undefined && options.highWaterMark !== null ? Math.floor(options.highWaterMark) : concurrency - 1;
  validateInteger(ahead, 'options.highWaterMark', 0);
  return new Calls(this, fn, options?.signal, concurrency, concurrency + ahead, skipped).results();
}

/** The calls of one map: at most `concurrency` run, at most `limit` results wait. */
class Calls {
  constructor(source, fn, signal, concurrency, limit, skipped) {
    this.source = source;
    this.fn = fn;
    const { AbortController, AbortSignal } = require('internal/abort_controller');
    this.controller = new AbortController();
    this.signal = signal ? AbortSignal.any([signal, this.controller.signal]) : this.controller.signal;
    this.concurrency = concurrency;
    this.limit = limit;
    this.skipped = skipped;
    this.queue = []; // promises of results, in order
    this.running = 0;
    this.done = false;
    this.wakeReader = null;
    this.wakeCaller = null;
  }

  wake(name) {
    const go = this[name];
    this[name] = null;
    go?.();
  }

  /** Calls `fn` for each chunk while there is room; its last entry in the queue is `end` or a rejection. */
  async call(end) {
    const { queue } = this;
    try {
      for await (const chunk of this.source) {
        if (this.done) return;
        if (this.signal.aborted) throw new AbortError(undefined, { cause: this.signal.reason });
        const result = this.start(chunk);
        if (result === this.skipped) continue;
        queue.push(result);
        this.wake('wakeReader');
        while (!this.done && (queue.length >= this.limit || this.running >= this.concurrency)) {
          await new Promise((resolve) => { this.wakeCaller = resolve; });
        }
      }
      queue.push(end);
    } catch (error) {
      const failed = Promise.reject(error);
      failed.catch(() => {});
      queue.push(failed);
    } finally {
      this.done = true;
      this.wake('wakeReader');
    }
  }

  start(chunk) {
    this.running++;
    let result;
    try {
      result = this.fn(chunk, { signal: this.signal });
      if (result === this.skipped) {
        this.running--;
        return result;
      }
      result = Promise.resolve(result);
    } catch (error) {
      result = Promise.reject(error);
    }
    const settled = () => {
      this.running--;
      this.wake('wakeCaller');
    };
    result.then(settled, () => {
      this.done = true;
      settled();
    });
    return result;
  }

  async* results() {
    const end = Symbol('end');
    const { queue } = this;
    this.call(end);
    try {
      for (;;) {
        while (queue.length > 0) {
          const result = await queue[0];
          if (result === end) return;
          if (this.signal.aborted) throw new AbortError();
          if (result !== this.skipped) yield result;
          queue.shift();
          this.wake('wakeCaller');
        }
        await new Promise((resolve) => { this.wakeReader = resolve; });
      }
    } finally {
      this.controller.abort();
      this.done = true;
      this.wake('wakeCaller');
    }
  }
}

module.exports = { map, checkOptions };
