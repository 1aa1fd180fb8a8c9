// https://streams.spec.whatwg.org/#rs-default-controller-class (nodejs.org/api/webstreams.html, v22). Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { expose, invalidState, invalidThis, kMake, resolvedWith, shown, when } = require('internal/webstreams/slots');
const { SizedQueue } = require('internal/webstreams/sized_queue');
const { customInspectSymbol } = require('internal/util');

/** Sets itself up on `stream` and starts it; the algorithms give promises, `start` a plain value. */
class DefaultControllerCore {
  // fields and not assignments: a program may have put setters of these names on Object.prototype
  highWaterMark = 0;
  size = undefined;

  constructor(stream, start, pull, cancel, highWaterMark, size) {
    this.stream = stream;
    this.queue = new SizedQueue();
    this.started = false;
    this.closeRequested = false;
    this.pullAgain = false;
    this.pulling = false;
    this.highWaterMark = highWaterMark;
    this.size = size;
    this.pull = pull;
    this.cancel = cancel;
    this.self = new ReadableStreamDefaultController(kMake, this);
    stream.controller = this;
    when(
      resolvedWith(start(this.self)),
      () => {
        this.started = true;
        this.callPullIfNeeded();
      },
      (error) => this.error(error),
    );
  }

  get isByte() {
    return false;
  }

  cancelSteps(reason) {
    this.queue.clear();
    const result = this.cancel(reason);
    this.forgetAlgorithms();
    return result;
  }

  pullSteps(request) {
    const { stream } = this;
    if (this.queue.length === 0) {
      stream.reader.requests.push(request);
      this.callPullIfNeeded();
      return;
    }
    const chunk = this.queue.take();
    if (this.closeRequested && this.queue.length === 0) {
      this.forgetAlgorithms();
      stream.close();
    } else {
      this.callPullIfNeeded();
    }
    request.chunk(chunk);
  }

  releaseSteps() {}

  callPullIfNeeded() {
    if (!this.shouldPull()) return;
    if (this.pulling) {
      this.pullAgain = true;
      return;
    }
    this.pulling = true;
    when(
      this.pull(this.self),
      () => {
        this.pulling = false;
        if (this.pullAgain) {
          this.pullAgain = false;
          this.callPullIfNeeded();
        }
      },
      (error) => this.error(error),
    );
  }

  shouldPull() {
    if (!this.canCloseOrEnqueue() || !this.started) return false;
    return this.stream.readRequestCount > 0 || this.desiredSize() > 0;
  }

  forgetAlgorithms() {
    this.pull = this.cancel = this.size = undefined;
  }

  canCloseOrEnqueue() {
    return !this.closeRequested && this.stream.state === 'readable';
  }

  close() {
    if (!this.canCloseOrEnqueue()) return;
    this.closeRequested = true;
    if (this.queue.length === 0) {
      this.forgetAlgorithms();
      this.stream.close();
    }
  }

  enqueue(chunk) {
    if (!this.canCloseOrEnqueue()) return;
    if (this.stream.readRequestCount > 0) {
      this.stream.fulfillRead(chunk, false);
    } else {
      try {
        const { size } = this;
        this.queue.add(chunk, size(chunk));
      } catch (error) {
        this.error(error);
        throw error;
      }
    }
    this.callPullIfNeeded();
  }

  error(reason) {
    if (this.stream.state !== 'readable') return;
    this.queue.clear();
    this.forgetAlgorithms();
    this.stream.error(reason);
  }

  desiredSize() {
    const { state } = this.stream;
    if (state === 'errored') return null;
    return state === 'closed' ? 0 : this.highWaterMark - this.queue.total;
  }

  hasBackpressure() {
    return !this.shouldPull();
  }
}

class ReadableStreamDefaultController {
  #core;

  constructor(secret = undefined, core = undefined) {
    if (secret !== kMake) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
    this.#core = core;
  }

  get desiredSize() {
    if (!(#core in Object(this))) throw invalidThis('ReadableStreamDefaultController');
    return this.#core.desiredSize();
  }

  close() {
    if (!(#core in Object(this))) throw invalidThis('ReadableStreamDefaultController');
    if (!this.#core.canCloseOrEnqueue()) throw invalidState('Controller is already closed');
    this.#core.close();
  }

  enqueue(chunk = undefined) {
    if (!(#core in Object(this))) throw invalidThis('ReadableStreamDefaultController');
    if (!this.#core.canCloseOrEnqueue()) throw invalidState('Controller is already closed');
    this.#core.enqueue(chunk);
  }

  error(error = undefined) {
    if (!(#core in Object(this))) throw invalidThis('ReadableStreamDefaultController');
    this.#core.error(error);
  }

  [customInspectSymbol](depth, options, inspect) {
    return shown('ReadableStreamDefaultController', {}, depth, options, inspect);
  }
}
expose(ReadableStreamDefaultController, 'ReadableStreamDefaultController', ['desiredSize', 'close', 'enqueue', 'error']);

module.exports = { ReadableStreamDefaultController, DefaultControllerCore };
