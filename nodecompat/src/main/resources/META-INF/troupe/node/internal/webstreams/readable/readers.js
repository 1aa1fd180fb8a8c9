// https://streams.spec.whatwg.org/#default-reader-class and #byob-reader-class (nodejs.org/api/webstreams.html, v22). Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { Deferred, dictionary, expose, invalidState, invalidThis, markHandled, rejectedWith, shown } = require('internal/webstreams/slots');
const { customInspectSymbol } = require('internal/util');

const released = () => invalidState('The reader is not attached to a stream');

/** What both readers are: the hold on a stream, and the promise that ends with it. */
class ReaderCore {
  constructor(stream) {
    this.stream = stream;
    stream.reader = this;
    this.closed = new Deferred();
    if (stream.state === 'closed') this.closed.resolve(undefined);
    else if (stream.state === 'errored') this.rejectClosed(stream.storedError);
  }

  rejectClosed(reason) {
    this.closed.reject(reason);
    markHandled(this.closed.promise);
  }

  cancel(reason) {
    return this.stream.cancel(reason);
  }

  release() {
    const { stream } = this;
    const error = invalidState('Reader released');
    if (stream.state !== 'readable') this.closed = new Deferred();
    this.rejectClosed(error);
    stream.controller.releaseSteps();
    stream.reader = undefined;
    this.stream = undefined;
    for (const request of this.takeRequests()) request.error(error);
  }
}

class DefaultReaderCore extends ReaderCore {
  constructor(stream) {
    super(stream);
    this.requests = [];
    this.intoRequests = undefined;
  }

  takeRequests() {
    const { requests } = this;
    this.requests = [];
    return requests;
  }

  read(request) {
    const { stream } = this;
    stream.disturbed = true;
    if (stream.state === 'closed') request.close();
    else if (stream.state === 'errored') request.error(stream.storedError);
    else stream.controller.pullSteps(request);
  }
}

class ByobReaderCore extends ReaderCore {
  constructor(stream) {
    super(stream);
    this.intoRequests = [];
  }

  takeRequests() {
    const { intoRequests } = this;
    this.intoRequests = [];
    return intoRequests;
  }

  read(view, min, request) {
    const { stream } = this;
    stream.disturbed = true;
    if (stream.state === 'errored') request.error(stream.storedError);
    else stream.controller.pullInto(view, min, request);
  }
}

/** A read that waits as a promise. */
class PromisedRead extends Deferred {
  chunk(value) {
    this.resolve({ value, done: false });
  }

  close(value) {
    this.resolve({ value, done: true });
  }

  error(reason) {
    this.reject(reason);
  }
}

/** For locking: the argument must be a stream that nobody holds. */
function freeStream(stream) {
  const { coreOf } = require('internal/webstreams/readable/stream');
  const core = coreOf(stream);
  if (core === undefined) throw new codes.ERR_INVALID_ARG_TYPE('stream', 'ReadableStream', stream);
  if (core.locked) throw invalidState('ReadableStream is locked');
  return core;
}

class ReadableStreamDefaultReader {
  #core;

  constructor(stream) {
    this.#core = new DefaultReaderCore(freeStream(stream));
  }

  get closed() {
    if (!(#core in Object(this))) return rejectedWith(invalidThis('ReadableStreamDefaultReader'));
    return this.#core.closed.promise;
  }

  cancel(reason = undefined) {
    if (!(#core in Object(this))) return rejectedWith(invalidThis('ReadableStreamDefaultReader'));
    if (this.#core.stream === undefined) return rejectedWith(released());
    return this.#core.cancel(reason);
  }

  read() {
    if (!(#core in Object(this))) return rejectedWith(invalidThis('ReadableStreamDefaultReader'));
    if (this.#core.stream === undefined) return rejectedWith(released());
    const request = new PromisedRead();
    this.#core.read(request);
    return request.promise;
  }

  releaseLock() {
    if (!(#core in Object(this))) throw invalidThis('ReadableStreamDefaultReader');
    if (this.#core.stream !== undefined) this.#core.release();
  }

  [customInspectSymbol](depth, options, inspect) {
    return shown('ReadableStreamDefaultReader', { stream: this.#core.stream?.self, readRequests: this.#core.requests.length, close: this.closed },
      depth, options, inspect);
  }
}
expose(ReadableStreamDefaultReader, 'ReadableStreamDefaultReader', ['closed', 'cancel', 'read', 'releaseLock']);

class ReadableStreamBYOBReader {
  #core;

  constructor(stream) {
    const core = freeStream(stream);
    if (core.controller.isByte !== true) throw new codes.ERR_INVALID_ARG_VALUE('stream', stream, 'must be a byte stream');
    this.#core = new ByobReaderCore(core);
  }

  get closed() {
    if (!(#core in Object(this))) return rejectedWith(invalidThis('ReadableStreamBYOBReader'));
    return this.#core.closed.promise;
  }

  cancel(reason = undefined) {
    if (!(#core in Object(this))) return rejectedWith(invalidThis('ReadableStreamBYOBReader'));
    if (this.#core.stream === undefined) return rejectedWith(released());
    return this.#core.cancel(reason);
  }

  read(view, options = {}) {
    if (!(#core in Object(this))) return rejectedWith(invalidThis('ReadableStreamBYOBReader'));
    try {
      const min = checkView(view, options);
      if (this.#core.stream === undefined) throw released();
      const request = new PromisedRead();
      this.#core.read(view, min, request);
      return request.promise;
    } catch (error) {
      return rejectedWith(error);
    }
  }

  releaseLock() {
    if (!(#core in Object(this))) throw invalidThis('ReadableStreamBYOBReader');
    if (this.#core.stream !== undefined) this.#core.release();
  }

  [customInspectSymbol](depth, options, inspect) {
    return shown('ReadableStreamBYOBReader', { stream: this.#core.stream?.self, requests: this.#core.intoRequests.length, close: this.closed },
      depth, options, inspect);
  }
}
expose(ReadableStreamBYOBReader, 'ReadableStreamBYOBReader', ['closed', 'cancel', 'read', 'releaseLock']);

/** Checks the arguments of a BYOB read; gives the number of elements that it waits for. */
function checkView(view, options) {
  if (!ArrayBuffer.isView(view)) throw new codes.ERR_INVALID_ARG_TYPE('view', ['Buffer', 'TypedArray', 'DataView'], view);
  const { min: asked } = dictionary(options, 'options');
  const { viewShape } = require('internal/webstreams/readable/views');
  const { buffer, byteLength, length, isDetached } = viewShape(view);
  if (byteLength === 0) throw invalidState('View or Viewed ArrayBuffer is zero-length or detached');
  if (buffer.byteLength === 0) throw invalidState('View or Viewed ArrayBuffer is zero-length or detached');
  if (isDetached) throw invalidState('View or Viewed ArrayBuffer is zero-length or detached');
  if (asked === undefined) return 1;
  const min = Number(asked);
  if (!Number.isFinite(min) || Math.trunc(min) < 0 || min > Number.MAX_SAFE_INTEGER) throw new TypeError('options.min is not in the range of an unsigned long long');
  const count = Math.trunc(min);
  if (count === 0) throw new codes.ERR_INVALID_ARG_VALUE('options.min', asked);
  if (count > length) throw new codes.ERR_OUT_OF_RANGE('options.min', `<= ${length}`, count);
  return count;
}

module.exports = { ReadableStreamDefaultReader, ReadableStreamBYOBReader, DefaultReaderCore, ByobReaderCore, PromisedRead };
