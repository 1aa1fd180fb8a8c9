// https://streams.spec.whatwg.org/#ws-default-controller-class (nodejs.org/api/webstreams.html, v22). Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { expose, invalidThis, kMake, resolvedWith, shown, when } = require('internal/webstreams/slots');
const { SizedQueue } = require('internal/webstreams/sized_queue');
const { customInspectSymbol } = require('internal/util');

const kClose = Symbol('close'); // in the queue, after the last chunk

class WritableControllerCore {
  // fields and not assignments: a program may have put setters of these names on Object.prototype
  highWaterMark = 0;
  size = undefined;

  constructor(stream, start, write, close, abort, highWaterMark, size) {
    this.stream = stream;
    this.queue = new SizedQueue();
    this.aborting = undefined; // an AbortController, when somebody asks for the signal
    this.started = false;
    this.size = size;
    this.highWaterMark = highWaterMark;
    this.writeAlgorithm = write;
    this.closeAlgorithm = close;
    this.abortAlgorithm = abort;
    this.self = new WritableStreamDefaultController(kMake, this);
    stream.controller = this;
    stream.updateBackpressure(this.hasBackpressure());
    when(
      resolvedWith(start(this.self)),
      () => {
        this.started = true;
        this.advance();
      },
      (error) => {
        this.started = true;
        stream.dealWithRejection(error);
      },
    );
  }

  get signal() {
    this.aborting ??= new (require('internal/abort_controller').AbortController)();
    return this.aborting.signal;
  }

  signalAbort(reason) {
    this.aborting ??= new (require('internal/abort_controller').AbortController)();
    this.aborting.abort(reason);
  }

  abortSteps(reason) {
    const result = this.abortAlgorithm(reason);
    this.forgetAlgorithms();
    return result;
  }

  errorSteps() {
    this.queue.clear();
  }

  forgetAlgorithms() {
    this.writeAlgorithm = this.closeAlgorithm = this.abortAlgorithm = this.size = undefined;
  }

  sizeOf(chunk) {
    const { size } = this;
    if (size === undefined) return 1;
    try {
      return size(chunk);
    } catch (error) {
      this.errorIfNeeded(error);
      return 1;
    }
  }

  desiredSize() {
    return this.highWaterMark - this.queue.total;
  }

  hasBackpressure() {
    return this.desiredSize() <= 0;
  }

  close() {
    this.queue.add(kClose, 0);
    this.advance();
  }

  write(chunk, size) {
    const { stream } = this;
    try {
      this.queue.add(chunk, size);
    } catch (error) {
      this.errorIfNeeded(error);
      return;
    }
    if (!stream.closeQueuedOrInFlight() && stream.state === 'writable') stream.updateBackpressure(this.hasBackpressure());
    this.advance();
  }

  advance() {
    const { stream } = this;
    if (!this.started || stream.inFlightWrite !== undefined) return;
    if (stream.state === 'erroring') {
      stream.finishErroring();
      return;
    }
    if (this.queue.length === 0) return;
    const value = this.queue.peek();
    if (value === kClose) this.processClose();
    else this.processWrite(value);
  }

  errorIfNeeded(error) {
    if (this.stream.state === 'writable') this.error(error);
  }

  error(error) {
    this.forgetAlgorithms();
    this.stream.startErroring(error);
  }

  processClose() {
    const { stream } = this;
    stream.inFlightClose = stream.closeRequest;
    stream.closeRequest = undefined;
    this.queue.take();
    const closed = this.closeAlgorithm();
    this.forgetAlgorithms();
    when(closed, () => stream.finishClose(), (error) => stream.finishCloseWithError(error));
  }

  processWrite(chunk) {
    const { stream } = this;
    stream.inFlightWrite = stream.writeRequests.shift();
    when(
      this.writeAlgorithm(chunk, this.self),
      () => {
        stream.finishWrite();
        this.queue.take();
        if (!stream.closeQueuedOrInFlight() && stream.state === 'writable') stream.updateBackpressure(this.hasBackpressure());
        this.advance();
      },
      (error) => {
        if (stream.state === 'writable') this.forgetAlgorithms();
        stream.finishWriteWithError(error);
      },
    );
  }
}

class WritableStreamDefaultController {
  #core;

  constructor(secret = undefined, core = undefined) {
    if (secret !== kMake) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
    this.#core = core;
  }

  get signal() {
    if (!(#core in Object(this))) throw invalidThis('WritableStreamDefaultController');
    return this.#core.signal;
  }

  error(error = undefined) {
    if (!(#core in Object(this))) throw invalidThis('WritableStreamDefaultController');
    if (this.#core.stream.state === 'writable') this.#core.error(error);
  }

  [customInspectSymbol](depth, options, inspect) {
    return shown('WritableStreamDefaultController', { stream: this.#core.stream.self }, depth, options, inspect);
  }
}
expose(WritableStreamDefaultController, 'WritableStreamDefaultController', ['signal', 'error']);

module.exports = { WritableStreamDefaultController, WritableControllerCore };
