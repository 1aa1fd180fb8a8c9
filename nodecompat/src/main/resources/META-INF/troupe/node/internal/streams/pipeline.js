// https://nodejs.org/docs/latest-v22.x/api/stream.html#streampipelinesource-transforms-destination-callback (v22). How one stage feeds the
// next is in internal/streams/pump. Missing: nothing.
'use strict';

const { nextTick } = require('internal/ticks');
const { codes, AbortError } = require('internal/errors');
const { validateAbortSignal, validateFunction } = require('internal/validators');
const { finished } = require('internal/streams/end_of_stream');
const kinds = require('internal/streams/kinds');

/** One run of a pipeline: counts what has not ended yet, keeps the first error, calls back once. */
class Pipeline {
  constructor(callback, options) {
    this.callback = callback;
    this.outer = options?.signal;
    this.end = options?.end !== false;
    this.inner = new (require('internal/abort_controller').AbortController)();
    this.watched = []; // { stream, done, stop }
    this.pending = 0;
    this.error = undefined;
    this.value = undefined;
    this.lastStops = [];
    this.forgetOuter = undefined;
    this.finish = (error) => this.oneDone(error);
  }

  get signal() {
    return this.inner.signal;
  }

  followOuter() {
    const { outer } = this;
    validateAbortSignal(outer, 'options.signal');
    if (!outer) return;
    const abort = () => this.fail(new AbortError(undefined, { cause: outer.reason }));
    if (outer.aborted) abort();
    else this.forgetOuter = require('internal/streams/add_abort_signal').addAbortListener(outer, abort);
  }

  /** Expects one more thing to end. */
  expect() {
    this.pending++;
  }

  oneDone(error) {
    this.pending--;
    this.conclude(error, this.pending === 0);
  }

  fail(error) {
    this.conclude(error, false);
  }

  conclude(error, isLast) {
    if (error && (!this.error || this.error.code === 'ERR_STREAM_PREMATURE_CLOSE')) this.error = error;
    if (!this.error && !isLast) return;
    this.destroyUnfinished();
    this.forgetOuter?.();
    this.forgetOuter = undefined;
    this.inner.abort();
    if (!isLast) return;
    const { callback } = this;
    if (!this.error) for (const stop of this.lastStops) stop();
    if (this.error) nextTick(callback, this.error, this.value);
    else nextTick(callback, undefined, this.value);
  }

  destroyUnfinished() {
    const all = this.watched;
    this.watched = [];
    for (const { stream, done } of all) {
      if (!done) destroy(stream, this.error || new codes.ERR_STREAM_DESTROYED('pipe'));
    }
  }

  /** At the end a stream that has not done its part is destroyed; errors that come after the end are not unhandled. */
  watch(stream, isReading, isWriting, isLast) {
    const entry = { stream, done: false };
    this.watched.push(entry);
    const stop = finished(stream, { readable: isReading, writable: isWriting }, (error) => {
      entry.done = !error;
    });
    const onError = (error) => {
      if (error && error.name !== 'AbortError' && error.code !== 'ERR_STREAM_PREMATURE_CLOSE') this.fail(error);
    };
    stream.on('error', onError);
    if (isLast && kinds.isReadable(stream)) {
      this.lastStops.push(() => {
        stream.removeListener('error', onError);
        stop();
      });
    }
  }
}

function destroy(stream, error) {
  if (typeof stream.destroy !== 'function' && typeof stream.close !== 'function' && !kinds.isRequest(stream)) {
    stream.emit('error', error); // nothing else can tell such an old stream
    return;
  }
  require('internal/streams/destroy').destroyer(stream, error);
}

function once(callback) {
  let called = false;
  return (...args) => {
    if (called) return;
    called = true;
    callback(...args);
  };
}

function pipeline(...streams) {
  const callback = streams.pop();
  validateFunction(callback, 'streams[stream.length - 1]');
  return run(streams, once(callback));
}

/** `callback` gets an error or undefined and the value of a last async function. */
function run(streams, callback, options) {
  const stages = streams.length === 1 && Array.isArray(streams[0]) ? streams[0] : streams;
  if (stages.length < 2) throw new codes.ERR_MISSING_ARGS('streams');
  const line = new Pipeline(callback, options);
  line.followOuter();
  const { connect } = require('internal/streams/pump');
  let current;
  for (let i = 0; i < stages.length; i++) {
    const stage = stages[i];
    const isLast = i === stages.length - 1;
    const ends = !isLast || line.end;
    if (kinds.isNode(stage) && ends) line.watch(stage, !isLast, i > 0, isLast);
    current = connect(line, current, stage, i, isLast, ends);
  }
  if (line.signal.aborted || line.outer?.aborted) nextTick(() => line.fail(line.error));
  return current;
}

/** nodejs.org/api/stream.html#streampipelinesource-transforms-destination-options */
function pipelinePromise(...streams) {
  return new Promise((resolve, reject) => {
    let options;
    const last = streams[streams.length - 1];
    if (last && typeof last === 'object' && !kinds.isNode(last) && !kinds.isIterable(last) && !kinds.isWeb(last)) options = streams.pop();
    run(streams, (error, value) => {
      if (error) reject(error);
      else resolve(value);
    }, options);
  });
}

Object.defineProperty(pipeline, require('internal/util').promisify.custom, {
  __proto__: null,
  enumerable: true,
  get: () => require('stream/promises').pipeline,
});

module.exports = { pipeline, pipelinePromise, run };
