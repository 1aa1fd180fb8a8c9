// https://nodejs.org/docs/latest-v22.x/api/stream.html#streamfinishedstream-options-callback (v22). Missing: nothing.
'use strict';

const { nextTick } = require('internal/ticks');
const { codes, AbortError } = require('internal/errors');
const { validateAbortSignal, validateFunction, validateObject } = require('internal/validators');
const { snapshot, run } = require('internal/async_context');
const kinds = require('internal/streams/kinds');


/** Watches one stream until the sides asked for have ended; tells once. */
class Watch {
  constructor(stream, options, callback) {
    this.stream = stream;
    this.callback = callback;
    this.context = snapshot();
    const isReadable = kinds.isReadableNode(stream);
    const isWritable = kinds.isWritableNode(stream);
    this.readable = options.readable ?? isReadable;
    this.writable = options.writable ?? isWritable;
    // of a stream that we watch in whole, 'close' is the last word
    this.closeComes = kinds.willEmitClose(stream) && isReadable === this.readable && isWritable === this.writable;
    this.readDone = kinds.isReadableFinished(stream, false);
    this.writeDone = kinds.isWritableFinished(stream, false);
    this.listeners = [];
    this.signal = undefined;
  }

  tell(error) {
    const { callback } = this;
    if (callback === undefined) return;
    this.callback = undefined;
    this.forgetSignal();
    if (error === undefined) run(this.context, callback, this.stream);
    else run(this.context, callback, this.stream, error);
  }

  listen(event, listener) {
    this.stream.on(event, listener);
    this.listeners.push(event, listener);
  }

  onFinish() {
    this.writeDone = true;
    if (this.stream.destroyed) this.closeComes = false;
    if (this.closeComes && (!this.stream.writable || this.readable)) return;
    if (!this.readable || this.readDone) this.tell();
  }

  onEnd() {
    this.readDone = true;
    if (this.stream.destroyed) this.closeComes = false;
    if (this.closeComes && (!this.stream.readable || this.writable)) return;
    if (!this.writable || this.writeDone) this.tell();
  }

  onClose() {
    const error = this.failure();
    if (error !== undefined) this.tell(error);
    else if (this.cutShort()) this.tell(new codes.ERR_STREAM_PREMATURE_CLOSE());
    else this.tell();
  }

  failure() {
    const error = kinds.writeError(this.stream) || kinds.readError(this.stream);
    return error && typeof error !== 'boolean' ? error : undefined;
  }

  cutShort() {
    const { stream } = this;
    if (this.readable && !this.readDone && kinds.isReadableNode(stream, true) && !kinds.isReadableFinished(stream, false)) return true;
    return this.writable && !this.writeDone && !kinds.isWritableFinished(stream, false);
  }

  start(options) {
    const { stream } = this;
    const onFinish = () => this.onFinish();
    const onClose = () => this.onClose();
    if (kinds.isRequest(stream)) {
      this.listen('complete', onFinish);
      if (!this.closeComes) this.listen('abort', onClose);
      if (stream.req) stream.req.on('finish', onFinish);
      else this.listen('request', () => stream.req.on('finish', onFinish));
    } else if (this.writable && !stream._writableState) {
      // from before there were Writables: its end is the only sign
      const onOldEnd = () => { if (!stream.writable) this.onFinish(); };
      this.listen('end', onOldEnd);
      this.listen('close', onOldEnd);
    }
    if (!this.closeComes && typeof stream.aborted === 'boolean') this.listen('aborted', onClose);
    this.listen('end', () => this.onEnd());
    this.listen('finish', onFinish);
    if (options.error !== false) this.listen('error', (error) => this.tell(error));
    this.listen('close', onClose);
    this.look(onClose);
    if (options.signal) this.follow(options.signal);
  }

  /** What has happened already will not be announced again. */
  look(onClose) {
    const { stream } = this;
    const { _readableState: reading, _writableState: writing } = stream;
    if (kinds.isClosed(stream)) {
      nextTick(onClose);
    } else if (writing?.errorEmitted || reading?.errorEmitted) {
      if (!this.closeComes) nextTick(() => this.tellPast());
    } else if (
      !this.readable && (!this.closeComes || kinds.isReadable(stream)) && (this.writeDone || kinds.isWritable(stream) === false)
      && (writing === undefined || writing === null || writing.pendingcb === undefined || writing.pendingcb === 0)
    ) {
      nextTick(() => this.tellPast());
    } else if (
      !this.writable && (!this.closeComes || kinds.isWritable(stream)) && (this.readDone || kinds.isReadable(stream) === false)
    ) {
      nextTick(() => this.tellPast());
    } else if (reading && stream.req && stream.aborted) {
      nextTick(() => this.tellPast());
    }
  }

  tellPast() {
    this.tell(this.failure());
  }

  follow(signal) {
    const abort = () => {
      const { callback, context } = this;
      if (callback === undefined) return;
      this.cleanUp();
      run(context, callback, this.stream, new AbortError(undefined, { cause: signal.reason }));
    };
    if (signal.aborted) {
      nextTick(abort);
      return;
    }
    const { addAbortListener } = require('internal/streams/add_abort_signal');
    this.signal = addAbortListener(signal, abort);
  }

  forgetSignal() {
    this.signal?.();
    this.signal = undefined;
  }

  cleanUp() {
    this.callback = undefined;
    this.forgetSignal();
    const { listeners, stream } = this;
    this.listeners = [];
    for (let i = 0; i < listeners.length; i += 2) stream.removeListener(listeners[i], listeners[i + 1]);
  }
}

function finished(stream, options, callback) {
  if (arguments.length === 2) {
    callback = options;
    options = undefined;
  }
  if (options === undefined || options === null) options = {};
  else validateObject(options, 'options');
  validateFunction(callback, 'callback');
  validateAbortSignal(options.signal, 'options.signal');
  if (kinds.isReadableStream(stream) || kinds.isWritableStream(stream)) return finishedWeb(stream, options, callback);
  if (!kinds.isNode(stream)) throw new codes.ERR_INVALID_ARG_TYPE('stream', ['ReadableStream', 'WritableStream', 'Stream'], stream);
  const watch = new Watch(stream, options, callback);
  watch.start(options);
  return () => watch.cleanUp();
}

function finishedWeb(stream, options, callback) {
  let live = true;
  let forget;
  const context = snapshot();
  const tell = (...args) => {
    if (!live) return;
    live = false;
    forget?.();
    run(context, callback, stream, ...args);
  };
  if (options.signal) {
    const { signal } = options;
    const abort = () => tell(new AbortError(undefined, { cause: signal.reason }));
    if (signal.aborted) nextTick(abort);
    else forget = require('internal/streams/add_abort_signal').addAbortListener(signal, abort);
  }
  const { closedPromise } = require('internal/webstreams/adapters');
  const later = (...args) => nextTick(() => tell(...args));
  closedPromise(stream).then(() => later(), later);
  return () => {
    live = false;
    forget?.();
  };
}

/** nodejs.org/api/stream.html#streamfinishedstream-options */
function finishedPromise(stream, options) {
  let cleanup = false;
  if (options?.cleanup !== undefined) {
    require('internal/validators').validateBoolean(options.cleanup, 'cleanup');
    cleanup = options.cleanup;
  }
  return new Promise((resolve, reject) => {
    const stop = finished(stream, options ?? null, (error) => {
      if (cleanup) stop();
      if (error) reject(error);
      else resolve();
    });
  });
}

Object.defineProperty(finished, require('internal/util').promisify.custom, {
  __proto__: null,
  enumerable: true,
  get: () => require('stream/promises').finished,
});

module.exports = { finished, finishedPromise };
