// https://streams.spec.whatwg.org/#rs-abstract-ops-used-by-controllers: a ReadableStream's internal slots and what happens to them.
'use strict';

const { nop, rejectedWith, resolvedWith, transform } = require('internal/webstreams/slots');

class ReadableCore {
  constructor() {
    this.state = 'readable';
    this.reader = undefined;
    this.storedError = undefined;
    this.disturbed = false;
    this.controller = undefined;
    this.self = undefined; // the public object
    this.ended = undefined; // told when it closes or errors; node streams ask for it
  }

  get locked() {
    return this.reader !== undefined;
  }

  cancel(reason) {
    this.disturbed = true;
    if (this.state === 'closed') return resolvedWith(undefined);
    if (this.state === 'errored') return rejectedWith(this.storedError);
    this.close();
    if (this.reader?.intoRequests !== undefined) {
      for (const request of this.reader.takeRequests()) request.close(undefined);
    }
    return transform(this.controller.cancelSteps(reason), nop);
  }

  close() {
    this.state = 'closed';
    this.ended?.resolve(undefined);
    const { reader } = this;
    if (reader === undefined) return;
    reader.closed.resolve(undefined);
    if (reader.intoRequests === undefined) for (const request of reader.takeRequests()) request.close();
  }

  error(reason) {
    this.state = 'errored';
    this.storedError = reason;
    this.ended?.reject(reason);
    const { reader } = this;
    if (reader === undefined) return;
    reader.rejectClosed(reason);
    for (const request of reader.takeRequests()) request.error(reason);
  }

  /** Is somebody waiting in a default reader? */
  get readRequestCount() {
    return this.reader?.intoRequests === undefined ? this.reader?.requests.length ?? 0 : 0;
  }

  fulfillRead(chunk, done) {
    const request = this.reader.requests.shift();
    if (done) request.close();
    else request.chunk(chunk);
  }

  fulfillReadInto(view, done) {
    const request = this.reader.intoRequests.shift();
    if (done) request.close(view);
    else request.chunk(view);
  }
}

module.exports = { ReadableCore };
