// https://streams.spec.whatwg.org/#rbs-controller-abstract-ops: the controller of a byte stream. How a consumer's buffers are filled is in
// pull_into.
'use strict';

const { invalidState, kMake, resolvedWith, when } = require('internal/webstreams/slots');
const { ReadableByteStreamController, ReadableStreamBYOBRequest, invalidate } = require('internal/webstreams/readable/byte_controller');
const { ByteQueue } = require('internal/webstreams/readable/byte_queue');
const pulling = require('internal/webstreams/readable/pull_into');
const { bufferLength, isDetached, transferBuffer, viewShape } = require('internal/webstreams/readable/views');

class ByteControllerCore {
  // a field and not an assignment: a program may have put a setter of this name on Object.prototype
  highWaterMark = 0;

  constructor(stream, start, pull, cancel, highWaterMark, autoAllocateChunkSize) {
    this.stream = stream;
    this.queue = new ByteQueue();
    this.pending = []; // pull-into descriptors
    this.request = null;
    this.started = false;
    this.closeRequested = false;
    this.pullAgain = false;
    this.pulling = false;
    this.highWaterMark = highWaterMark;
    this.pull = pull;
    this.cancel = cancel;
    this.autoAllocateChunkSize = autoAllocateChunkSize;
    this.self = new ReadableByteStreamController(kMake, this);
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
    return true;
  }

  cancelSteps(reason) {
    this.clearPending();
    this.queue.clear();
    const result = this.cancel(reason);
    this.forgetAlgorithms();
    return result;
  }

  pullSteps(request) {
    const { stream } = this;
    if (this.queue.total > 0) {
      pulling.fillReadRequest(this, request);
      return;
    }
    const size = this.autoAllocateChunkSize;
    if (size !== undefined) {
      let buffer;
      try {
        buffer = new ArrayBuffer(size);
      } catch (error) {
        request.error(error);
        return;
      }
      this.pending.push({
        buffer, bufferByteLength: size, byteOffset: 0, byteLength: size, bytesFilled: 0, minimumFill: 1, elementSize: 1, View: Uint8Array,
        readerType: 'default',
      });
    }
    stream.reader.requests.push(request);
    this.callPullIfNeeded();
  }

  releaseSteps() {
    if (this.pending.length > 0) {
      const first = this.pending[0];
      first.readerType = 'none';
      this.pending = [first];
    }
  }

  pullInto(view, min, request) {
    pulling.pullInto(this, view, min, request);
  }

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
    const { stream } = this;
    if (stream.state !== 'readable' || this.closeRequested || !this.started) return false;
    if (stream.readRequestCount > 0) return true;
    if (stream.reader?.intoRequests?.length > 0) return true;
    return this.desiredSize() > 0;
  }

  forgetAlgorithms() {
    this.pull = this.cancel = undefined;
  }

  clearPending() {
    this.invalidateRequest();
    this.pending = [];
  }

  invalidateRequest() {
    if (this.request === null) return;
    invalidate(this.request);
    this.request = null;
  }

  byobRequest() {
    if (this.request === null && this.pending.length > 0) {
      const { buffer, byteOffset, byteLength, bytesFilled } = this.pending[0];
      const view = new Uint8Array(buffer, byteOffset + bytesFilled, byteLength - bytesFilled);
      this.request = new ReadableStreamBYOBRequest(kMake, this, view);
    }
    return this.request;
  }

  close() {
    const { stream } = this;
    if (this.closeRequested || stream.state !== 'readable') return;
    if (this.queue.total > 0) {
      this.closeRequested = true;
      return;
    }
    if (this.pending.length > 0) {
      const { bytesFilled, elementSize } = this.pending[0];
      if (bytesFilled % elementSize !== 0) {
        const error = invalidState('Partial read');
        this.error(error);
        throw error;
      }
    }
    this.forgetAlgorithms();
    stream.close();
  }

  enqueue(chunk) {
    const { stream } = this;
    if (this.closeRequested || stream.state !== 'readable') return;
    const { buffer, byteOffset, byteLength } = viewShape(chunk);
    if (isDetached(buffer)) throw invalidState('Destination ArrayBuffer is detached');
    const own = transferBuffer(buffer);
    if (this.pending.length > 0) {
      const first = this.pending[0];
      if (isDetached(first.buffer)) throw invalidState('Destination ArrayBuffer is detached');
      this.invalidateRequest();
      first.buffer = transferBuffer(first.buffer);
      if (first.readerType === 'none') pulling.enqueueDetached(this, first);
    }
    this.hand(own, byteOffset, byteLength);
    this.callPullIfNeeded();
  }

  /** Gives new bytes to whoever waits, or keeps them. */
  hand(buffer, byteOffset, byteLength) {
    const { stream } = this;
    const { reader } = stream;
    if (reader !== undefined && reader.intoRequests === undefined) {
      pulling.processReadRequests(this);
      if (stream.readRequestCount === 0) {
        this.queue.add(buffer, byteOffset, byteLength);
      } else {
        if (this.pending.length > 0) this.pending.shift();
        stream.fulfillRead(new Uint8Array(buffer, byteOffset, byteLength), false);
      }
    } else if (reader !== undefined) {
      this.queue.add(buffer, byteOffset, byteLength);
      pulling.commitAll(stream, pulling.processPending(this));
    } else {
      this.queue.add(buffer, byteOffset, byteLength);
    }
  }

  error(reason) {
    if (this.stream.state !== 'readable') return;
    this.clearPending();
    this.queue.clear();
    this.forgetAlgorithms();
    this.stream.error(reason);
  }

  desiredSize() {
    const { state } = this.stream;
    if (state === 'errored') return null;
    return state === 'closed' ? 0 : this.highWaterMark - this.queue.total;
  }

  respond(bytesWritten) {
    const first = this.pending[0];
    if (this.stream.state === 'closed') {
      if (bytesWritten !== 0) throw invalidState('bytesWritten must be 0 when the stream is closed');
    } else {
      if (bytesWritten === 0) throw invalidState('bytesWritten must be greater than 0');
      if (first.bytesFilled + bytesWritten > first.byteLength) {
        const { codes } = require('internal/errors');
        throw new codes.ERR_INVALID_ARG_VALUE.RangeError('bytesWritten', bytesWritten);
      }
    }
    first.buffer = transferBuffer(first.buffer);
    pulling.respondInternal(this, bytesWritten);
  }

  respondWithNewView(view) {
    const first = this.pending[0];
    const { buffer, byteOffset, byteLength } = viewShape(view);
    if (this.stream.state === 'closed') {
      if (byteLength !== 0) throw invalidState('View is not zero-length');
    } else if (byteLength === 0) {
      throw invalidState('View is zero-length');
    }
    const { codes } = require('internal/errors');
    if (first.byteOffset + first.bytesFilled !== byteOffset) throw new codes.ERR_INVALID_ARG_VALUE.RangeError('view', view);
    if (first.bufferByteLength !== bufferLength(buffer)) throw new codes.ERR_INVALID_ARG_VALUE.RangeError('view', view);
    if (first.bytesFilled + byteLength > first.byteLength) throw new codes.ERR_INVALID_ARG_VALUE.RangeError('view', view);
    first.buffer = transferBuffer(buffer);
    pulling.respondInternal(this, byteLength);
  }
}

module.exports = { ByteControllerCore };
