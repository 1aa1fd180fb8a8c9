// https://streams.spec.whatwg.org/#ts-abstract-ops: the two sides of a TransformStream and what goes between them.
'use strict';

const { Deferred, invalidState, transform, when } = require('internal/webstreams/slots');
const { createReadable } = require('internal/webstreams/readable/stream');
const { createWritable } = require('internal/webstreams/writable/stream');

class TransformCore {
  /** `started` is settled by whoever made the transformer; the algorithms give promises. */
  constructor(started, writableStrategy, readableStrategy) {
    this.backpressure = undefined;
    this.backpressureChange = undefined;
    this.finish = undefined; // one of abort, close and cancel; the first decides
    this.transformAlgorithm = this.flushAlgorithm = this.cancelAlgorithm = undefined;
    const start = () => started;
    this.writable = createWritable(
      start, (chunk) => this.sinkWrite(chunk), () => this.sinkClose(), (reason) => this.sinkAbort(reason),
      writableStrategy.highWaterMark, writableStrategy.size,
    );
    this.readable = createReadable(
      start, () => this.sourcePull(), (reason) => this.sourceCancel(reason), readableStrategy.highWaterMark, readableStrategy.size,
    );
    this.setBackpressure(true);
  }

  setAlgorithms(transformAlgorithm, flushAlgorithm, cancelAlgorithm) {
    this.transformAlgorithm = transformAlgorithm;
    this.flushAlgorithm = flushAlgorithm;
    this.cancelAlgorithm = cancelAlgorithm;
  }

  forgetAlgorithms() {
    this.setAlgorithms(undefined, undefined, undefined);
  }

  setBackpressure(backpressure) {
    this.backpressureChange?.resolve(undefined);
    this.backpressureChange = new Deferred();
    this.backpressure = backpressure;
  }

  error(reason) {
    this.readable.controller.error(reason);
    this.errorWritableAndUnblock(reason);
  }

  errorWritableAndUnblock(reason) {
    this.forgetAlgorithms();
    this.writable.controller.errorIfNeeded(reason);
    this.unblockWrite();
  }

  unblockWrite() {
    if (this.backpressure) this.setBackpressure(false);
  }

  desiredSize() {
    return this.readable.controller.desiredSize();
  }

  enqueue(chunk) {
    const { readable } = this;
    const { controller } = readable;
    if (!controller.canCloseOrEnqueue()) throw invalidState('Unable to enqueue');
    try {
      controller.enqueue(chunk);
    } catch (error) {
      this.errorWritableAndUnblock(error);
      throw readable.storedError;
    }
    if (controller.hasBackpressure() !== this.backpressure) this.setBackpressure(true);
  }

  terminate() {
    this.readable.controller.close();
    this.errorWritableAndUnblock(invalidState('TransformStream has been terminated'));
  }

  sinkWrite(chunk) {
    if (!this.backpressure) return this.perform(chunk);
    return transform(this.backpressureChange.promise, () => {
      const { writable } = this;
      if (writable.state === 'erroring') throw writable.storedError;
      return this.perform(chunk);
    });
  }

  perform(chunk) {
    return transform(this.transformAlgorithm(chunk), undefined, (error) => {
      this.error(error);
      throw error;
    });
  }

  sinkAbort(reason) {
    if (this.finish !== undefined) return this.finish.promise;
    const { readable } = this;
    return this.finishing(() => this.cancelAlgorithm(reason), (finish) => {
      if (readable.state === 'errored') {
        finish.reject(readable.storedError);
      } else {
        readable.controller.error(reason);
        finish.resolve(undefined);
      }
    }, (error) => readable.controller.error(error));
  }

  sinkClose() {
    if (this.finish !== undefined) return this.finish.promise;
    const { readable } = this;
    return this.finishing(() => this.flushAlgorithm(), (finish) => {
      if (readable.state === 'errored') {
        finish.reject(readable.storedError);
      } else {
        readable.controller.close();
        finish.resolve(undefined);
      }
    }, (error) => readable.controller.error(error));
  }

  sourceCancel(reason) {
    if (this.finish !== undefined) return this.finish.promise;
    const { writable } = this;
    const fail = (error) => {
      writable.controller.errorIfNeeded(error);
      this.unblockWrite();
    };
    return this.finishing(() => this.cancelAlgorithm(reason), (finish) => {
      if (writable.state === 'errored') {
        finish.reject(writable.storedError);
      } else {
        fail(reason);
        finish.resolve(undefined);
      }
    }, fail);
  }

  /** Runs the last algorithm; `ended` and `failed` say what becomes of the other side. */
  finishing(algorithm, ended, failed) {
    // set before the program is called, which may come here again
    const finish = this.finish = new Deferred();
    const result = algorithm();
    this.forgetAlgorithms();
    when(
      result,
      () => ended(finish),
      (error) => {
        failed(error);
        finish.reject(error);
      },
    );
    return finish.promise;
  }

  sourcePull() {
    this.setBackpressure(false);
    return this.backpressureChange.promise;
  }
}

module.exports = { TransformCore };
