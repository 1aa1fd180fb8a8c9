// https://streams.spec.whatwg.org/#abstract-opdef-readablebytestreamtee: two byte streams of the same bytes; a branch that brings its own
// buffer has it filled. Missing: nothing.
'use strict';

const { Deferred, resolvedWith, when } = require('internal/webstreams/slots');
const { ByobReaderCore, DefaultReaderCore } = require('internal/webstreams/readable/readers');
const { microtask } = require('internal/webstreams/readable/tee');
const { copyBuffer, viewShape } = require('internal/webstreams/readable/views');

class ByteTee {
  constructor(stream) {
    this.stream = stream;
    this.reading = false;
    this.readAgain = [false, false];
    this.canceled = [false, false];
    this.reasons = [undefined, undefined];
    this.allCanceled = new Deferred();
    this.hold(new DefaultReaderCore(stream));
    const { createReadableBytes } = require('internal/webstreams/readable/stream');
    const start = () => undefined;
    this.branches = [];
    for (const i of [0, 1]) {
      this.branches[i] = createReadableBytes(start, () => this.pull(i), (reason) => this.cancel(i, reason));
    }
  }

  hold(reader) {
    this.reader = reader;
    when(reader.closed.promise, undefined, (reason) => {
      if (this.reader !== reader) return;
      for (const branch of this.branches) branch.controller.error(reason);
      if (!this.canceled[0] || !this.canceled[1]) this.allCanceled.resolve(undefined);
    });
  }

  pull(i) {
    if (this.reading) {
      this.readAgain[i] = true;
      return resolvedWith(undefined);
    }
    this.reading = true;
    const request = this.branches[i].controller.byobRequest();
    if (request === null) this.pullWithDefaultReader();
    else this.pullWithByobReader(request.view, i);
    return resolvedWith(undefined);
  }

  pullWithDefaultReader() {
    if (this.reader.intoRequests !== undefined) {
      this.reader.release();
      this.hold(new DefaultReaderCore(this.stream));
    }
    this.reader.read({
      chunk: (chunk) => microtask(() => this.hand(chunk)),
      close: () => {
        this.reading = false;
        this.finish((controller) => controller.close());
      },
      error: () => {
        this.reading = false;
      },
    });
  }

  /** A whole chunk for both: the second gets a copy. */
  hand(chunk) {
    this.readAgain = [false, false];
    let second = chunk;
    if (!this.canceled[0] && !this.canceled[1]) {
      try {
        second = cloneView(chunk);
      } catch (error) {
        this.fail(error);
        return;
      }
    }
    if (!this.canceled[0]) this.branches[0].controller.enqueue(chunk);
    if (!this.canceled[1]) this.branches[1].controller.enqueue(second);
    this.goOn();
  }

  fail(error) {
    for (const branch of this.branches) branch.controller.error(error);
    this.allCanceled.resolve(this.stream.cancel(error));
  }

  goOn() {
    this.reading = false;
    if (this.readAgain[0]) this.pull(0);
    else if (this.readAgain[1]) this.pull(1);
  }

  finish(close) {
    for (const i of [0, 1]) if (!this.canceled[i]) close(this.branches[i].controller, i);
    for (const { controller } of this.branches) if (controller.pending.length > 0) controller.respond(0);
    if (!this.canceled[0] || !this.canceled[1]) this.allCanceled.resolve(undefined);
  }

  pullWithByobReader(view, i) {
    if (this.reader.intoRequests === undefined) {
      this.reader.release();
      this.hold(new ByobReaderCore(this.stream));
    }
    const [byob, other] = [i, 1 - i];
    this.reader.read(view, 1, {
      chunk: (chunk) => microtask(() => this.handInto(chunk, byob, other)),
      close: (chunk) => this.closeInto(chunk, byob, other),
      error: () => {
        this.reading = false;
      },
    });
  }

  handInto(chunk, byob, other) {
    this.readAgain = [false, false];
    if (!this.canceled[other]) {
      let copy;
      try {
        copy = cloneView(chunk);
      } catch (error) {
        this.fail(error);
        return;
      }
      if (!this.canceled[byob]) this.branches[byob].controller.respondWithNewView(chunk);
      this.branches[other].controller.enqueue(copy);
    } else if (!this.canceled[byob]) {
      this.branches[byob].controller.respondWithNewView(chunk);
    }
    this.goOn();
  }

  closeInto(chunk, byob, other) {
    this.reading = false;
    if (!this.canceled[byob]) this.branches[byob].controller.close();
    if (!this.canceled[other]) this.branches[other].controller.close();
    if (chunk !== undefined) {
      if (!this.canceled[byob]) this.branches[byob].controller.respondWithNewView(chunk);
      if (!this.canceled[other] && this.branches[other].controller.pending.length > 0) this.branches[other].controller.respond(0);
    }
    if (!this.canceled[byob] || !this.canceled[other]) this.allCanceled.resolve(undefined);
  }

  cancel(i, reason) {
    this.canceled[i] = true;
    this.reasons[i] = reason;
    if (this.canceled[1 - i]) this.allCanceled.resolve(this.stream.cancel([...this.reasons]));
    return this.allCanceled.promise;
  }
}

function cloneView(view) {
  const { buffer, byteOffset, byteLength } = viewShape(view);
  return new Uint8Array(copyBuffer(buffer, byteOffset, byteLength));
}

function tee(stream) {
  return new ByteTee(stream).branches;
}

module.exports = { tee };
