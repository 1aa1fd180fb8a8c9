// https://streams.spec.whatwg.org/#abstract-opdef-readablestreamdefaulttee: two streams of the same chunks. Missing: nothing.
'use strict';

const { Deferred, resolvedWith, when } = require('internal/webstreams/slots');
const { DefaultReaderCore } = require('internal/webstreams/readable/readers');

const microtask = (callback) => when(resolvedWith(undefined), callback);

class Tee {
  constructor(stream) {
    this.stream = stream;
    this.reader = new DefaultReaderCore(stream);
    this.reading = false;
    this.readAgain = false;
    this.canceled = [false, false];
    this.reasons = [undefined, undefined];
    this.allCanceled = new Deferred();
    const { createReadable } = require('internal/webstreams/readable/stream');
    const pull = () => this.pull();
    const start = () => undefined;
    this.branches = [0, 1].map((i) => createReadable(start, pull, (reason) => this.cancel(i, reason)));
    when(this.reader.closed.promise, undefined, (reason) => {
      for (const branch of this.branches) branch.controller.error(reason);
      if (!this.canceled[0] || !this.canceled[1]) this.allCanceled.resolve(undefined);
    });
  }

  pull() {
    if (this.reading) {
      this.readAgain = true;
      return resolvedWith(undefined);
    }
    this.reading = true;
    this.reader.read({
      // in a microtask, so that a branch that fails by its chunk does so after the other got it
      chunk: (chunk) => microtask(() => this.hand(chunk)),
      close: () => this.close(),
      error: () => {
        this.reading = false;
      },
    });
    return resolvedWith(undefined);
  }

  hand(chunk) {
    this.readAgain = false;
    for (let i = 0; i < 2; i++) if (!this.canceled[i]) this.branches[i].controller.enqueue(chunk);
    this.reading = false;
    if (this.readAgain) this.pull();
  }

  close() {
    this.reading = false;
    for (let i = 0; i < 2; i++) if (!this.canceled[i]) this.branches[i].controller.close();
    if (!this.canceled[0] || !this.canceled[1]) this.allCanceled.resolve(undefined);
  }

  cancel(i, reason) {
    this.canceled[i] = true;
    this.reasons[i] = reason;
    if (this.canceled[1 - i]) this.allCanceled.resolve(this.stream.cancel([...this.reasons]));
    return this.allCanceled.promise;
  }
}

function tee(stream) {
  return new Tee(stream).branches;
}

module.exports = { tee, microtask };
