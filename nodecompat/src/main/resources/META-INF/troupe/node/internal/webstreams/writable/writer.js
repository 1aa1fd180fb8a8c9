// https://streams.spec.whatwg.org/#default-writer-class (nodejs.org/api/webstreams.html, v22). Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { Deferred, expose, invalidState, invalidThis, markHandled, rejectedWith, resolvedWith, shown } = require('internal/webstreams/slots');
const { customInspectSymbol } = require('internal/util');

const released = () => invalidState('Writer has been released');

class WriterCore {
  constructor(stream) {
    this.stream = stream;
    stream.writer = this;
    this.ready = new Deferred();
    this.closed = new Deferred();
    switch (stream.state) {
      case 'writable':
        if (stream.closeQueuedOrInFlight() || !stream.backpressure) this.ready.resolve(undefined);
        break;
      case 'erroring':
        this.rejectReady(stream.storedError);
        break;
      case 'closed':
        this.ready.resolve(undefined);
        this.closed.resolve(undefined);
        break;
      default:
        this.rejectReady(stream.storedError);
        this.rejectClosed(stream.storedError);
    }
  }

  rejectReady(reason) {
    this.ready.reject(reason);
    markHandled(this.ready.promise);
  }

  rejectClosed(reason) {
    this.closed.reject(reason);
    markHandled(this.closed.promise);
  }

  ensureReadyRejected(reason) {
    if (this.ready.settled) this.ready = new Deferred();
    this.rejectReady(reason);
  }

  ensureClosedRejected(reason) {
    if (this.closed.settled) this.closed = new Deferred();
    this.rejectClosed(reason);
  }

  desiredSize() {
    const { state, controller } = this.stream;
    if (state === 'errored' || state === 'erroring') return null;
    return state === 'closed' ? 0 : controller.desiredSize();
  }

  write(chunk) {
    const { stream } = this;
    const { controller } = stream;
    const size = controller.sizeOf(chunk);
    // measuring called the program
    if (stream !== this.stream) return rejectedWith(released());
    if (stream.state === 'errored') return rejectedWith(stream.storedError);
    if (stream.closeQueuedOrInFlight() || stream.state === 'closed') return rejectedWith(invalidState('The stream is closing or closed'));
    if (stream.state === 'erroring') return rejectedWith(stream.storedError);
    const promise = stream.addWriteRequest();
    controller.write(chunk, size);
    return promise;
  }

  closeWithErrorPropagation() {
    const { stream } = this;
    if (stream.closeQueuedOrInFlight() || stream.state === 'closed') return resolvedWith(undefined);
    if (stream.state === 'errored') return rejectedWith(stream.storedError);
    return stream.close();
  }

  release() {
    const error = released();
    this.ensureReadyRejected(error);
    this.ensureClosedRejected(error);
    this.stream.writer = undefined;
    this.stream = undefined;
  }
}

class WritableStreamDefaultWriter {
  #core;

  constructor(stream) {
    const { writableCoreOf } = require('internal/webstreams/writable/stream');
    const core = writableCoreOf(stream);
    if (core === undefined) throw new codes.ERR_INVALID_ARG_TYPE('stream', 'WritableStream', stream);
    if (core.locked) throw invalidState('WritableStream is locked');
    this.#core = new WriterCore(core);
  }

  get closed() {
    if (!(#core in Object(this))) return rejectedWith(invalidThis('WritableStreamDefaultWriter'));
    return this.#core.closed.promise;
  }

  get desiredSize() {
    if (!(#core in Object(this))) throw invalidThis('WritableStreamDefaultWriter');
    if (this.#core.stream === undefined) throw invalidState('Writer is not bound to a WritableStream');
    return this.#core.desiredSize();
  }

  get ready() {
    if (!(#core in Object(this))) return rejectedWith(invalidThis('WritableStreamDefaultWriter'));
    return this.#core.ready.promise;
  }

  abort(reason = undefined) {
    if (!(#core in Object(this))) return rejectedWith(invalidThis('WritableStreamDefaultWriter'));
    if (this.#core.stream === undefined) return rejectedWith(invalidState('Writer is not bound to a WritableStream'));
    return this.#core.stream.abort(reason);
  }

  close() {
    if (!(#core in Object(this))) return rejectedWith(invalidThis('WritableStreamDefaultWriter'));
    const { stream } = this.#core;
    if (stream === undefined) return rejectedWith(invalidState('Writer is not bound to a WritableStream'));
    if (stream.closeQueuedOrInFlight()) return rejectedWith(invalidState('Failed to close writer because stream is closing or closed'));
    return stream.close();
  }

  releaseLock() {
    if (!(#core in Object(this))) throw invalidThis('WritableStreamDefaultWriter');
    if (this.#core.stream !== undefined) this.#core.release();
  }

  write(chunk = undefined) {
    if (!(#core in Object(this))) return rejectedWith(invalidThis('WritableStreamDefaultWriter'));
    if (this.#core.stream === undefined) return rejectedWith(invalidState('Writer is not bound to a WritableStream'));
    return this.#core.write(chunk);
  }

  [customInspectSymbol](depth, options, inspect) {
    const { stream, closed, ready } = this.#core;
    return shown('WritableStreamDefaultWriter',
      { stream: stream?.self, close: closed.promise, ready: ready.promise, desiredSize: stream && this.#core.desiredSize() },
      depth, options, inspect);
  }
}
expose(WritableStreamDefaultWriter, 'WritableStreamDefaultWriter', ['closed', 'desiredSize', 'ready', 'abort', 'close', 'releaseLock', 'write']);

module.exports = { WritableStreamDefaultWriter, WriterCore };
