// https://streams.spec.whatwg.org/#ws-abstract-ops-used-by-controllers: a WritableStream's internal slots and what happens to them.
'use strict';

const { Deferred, rejectedWith, resolvedWith, when } = require('internal/webstreams/slots');

class WritableCore {
  constructor() {
    this.state = 'writable';
    this.storedError = undefined;
    this.writer = undefined;
    this.controller = undefined;
    this.writeRequests = [];
    this.inFlightWrite = undefined;
    this.closeRequest = undefined;
    this.inFlightClose = undefined;
    this.pendingAbort = undefined; // { deferred, reason, wasAlreadyErroring }
    this.backpressure = false;
    this.self = undefined;
    this.ended = undefined; // told when it closes or errors; node streams ask for it
  }

  get locked() {
    return this.writer !== undefined;
  }

  closeQueuedOrInFlight() {
    return this.closeRequest !== undefined || this.inFlightClose !== undefined;
  }

  abort(reason) {
    if (this.state === 'closed' || this.state === 'errored') return resolvedWith(undefined);
    this.controller.signalAbort(reason);
    // the program's listener may have changed it
    if (this.state === 'closed' || this.state === 'errored') return resolvedWith(undefined);
    if (this.pendingAbort !== undefined) return this.pendingAbort.deferred.promise;
    const wasAlreadyErroring = this.state === 'erroring';
    const deferred = new Deferred();
    this.pendingAbort = { deferred, reason: wasAlreadyErroring ? undefined : reason, wasAlreadyErroring };
    if (!wasAlreadyErroring) this.startErroring(reason);
    return deferred.promise;
  }

  close() {
    if (this.state === 'closed' || this.state === 'errored') return rejectedWith(this.notWritable());
    const deferred = this.closeRequest = new Deferred();
    const { writer } = this;
    if (writer !== undefined && this.backpressure && this.state === 'writable') writer.ready.resolve(undefined);
    this.controller.close();
    return deferred.promise;
  }

  notWritable() {
    const { invalidState } = require('internal/webstreams/slots');
    return invalidState(`WritableStream is ${this.state}`);
  }

  addWriteRequest() {
    const deferred = new Deferred();
    this.writeRequests.push(deferred);
    return deferred.promise;
  }

  dealWithRejection(error) {
    if (this.state === 'writable') this.startErroring(error);
    else this.finishErroring();
  }

  startErroring(reason) {
    this.state = 'erroring';
    this.storedError = reason;
    if (this.writer !== undefined) this.writer.ensureReadyRejected(reason);
    if (!this.hasOperationInFlight() && this.controller.started) this.finishErroring();
  }

  finishErroring() {
    this.state = 'errored';
    this.controller.errorSteps();
    const { writeRequests, storedError } = this;
    this.writeRequests = [];
    for (const request of writeRequests) request.reject(storedError);
    const abort = this.pendingAbort;
    if (abort === undefined) {
      this.rejectCloseAndClosed();
      return;
    }
    this.pendingAbort = undefined;
    if (abort.wasAlreadyErroring) {
      abort.deferred.reject(storedError);
      this.rejectCloseAndClosed();
      return;
    }
    when(
      this.controller.abortSteps(abort.reason),
      () => {
        abort.deferred.resolve(undefined);
        this.rejectCloseAndClosed();
      },
      (error) => {
        abort.deferred.reject(error);
        this.rejectCloseAndClosed();
      },
    );
  }

  hasOperationInFlight() {
    return this.inFlightWrite !== undefined || this.inFlightClose !== undefined;
  }

  finishWrite() {
    this.inFlightWrite.resolve(undefined);
    this.inFlightWrite = undefined;
  }

  finishWriteWithError(error) {
    this.inFlightWrite.reject(error);
    this.inFlightWrite = undefined;
    this.dealWithRejection(error);
  }

  finishClose() {
    this.inFlightClose.resolve(undefined);
    this.inFlightClose = undefined;
    if (this.state === 'erroring') {
      this.storedError = undefined;
      if (this.pendingAbort !== undefined) {
        this.pendingAbort.deferred.resolve(undefined);
        this.pendingAbort = undefined;
      }
    }
    this.state = 'closed';
    this.ended?.resolve(undefined);
    if (this.writer !== undefined) this.writer.closed.resolve(undefined);
  }

  finishCloseWithError(error) {
    this.inFlightClose.reject(error);
    this.inFlightClose = undefined;
    if (this.pendingAbort !== undefined) {
      this.pendingAbort.deferred.reject(error);
      this.pendingAbort = undefined;
    }
    this.dealWithRejection(error);
  }

  rejectCloseAndClosed() {
    if (this.closeRequest !== undefined) {
      this.closeRequest.reject(this.storedError);
      this.closeRequest = undefined;
    }
    this.ended?.reject(this.storedError);
    if (this.writer !== undefined) this.writer.rejectClosed(this.storedError);
  }

  updateBackpressure(backpressure) {
    const { writer } = this;
    if (writer !== undefined && backpressure !== this.backpressure) {
      if (backpressure) writer.ready = new Deferred();
      else writer.ready.resolve(undefined);
    }
    this.backpressure = backpressure;
  }
}

module.exports = { WritableCore };
