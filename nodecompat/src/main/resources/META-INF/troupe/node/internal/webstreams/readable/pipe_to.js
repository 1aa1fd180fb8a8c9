// https://streams.spec.whatwg.org/#readable-stream-pipe-to: chunks go over while the target wants them; errors and ends go both ways.
// Missing: nothing.
'use strict';

const { Deferred, invalidState, nop, resolvedWith, transform, when } = require('internal/webstreams/slots');
const { DefaultReaderCore } = require('internal/webstreams/readable/readers');

class Pipe {
  constructor(source, target, options) {
    this.source = source;
    this.target = target;
    this.options = options;
    const { WriterCore } = require('internal/webstreams/writable/writer');
    this.reader = new DefaultReaderCore(source);
    this.writer = new WriterCore(target);
    source.disturbed = true;
    this.isShuttingDown = false;
    this.currentWrite = resolvedWith(undefined);
    this.result = new Deferred();
    this.forget = undefined;
  }

  start() {
    if (this.options.signal !== undefined && this.followSignal(this.options.signal)) return this.result.promise;
    const { source, target, reader, writer } = this;
    this.whenErrored(source, reader.closed.promise, (error) => this.sourceErrored(error));
    this.whenErrored(target, writer.closed.promise, (error) => this.targetErrored(error));
    if (source.state === 'closed') this.sourceClosed();
    else when(reader.closed.promise, () => this.sourceClosed());
    if (target.closeQueuedOrInFlight() || target.state === 'closed') this.targetClosed();
    this.loop();
    return this.result.promise;
  }

  whenErrored(stream, closed, action) {
    if (stream.state === 'errored') action(stream.storedError);
    else when(closed, undefined, action);
  }

  /** True if it has aborted already. */
  followSignal(signal) {
    const abort = () => {
      const { reason } = signal;
      const actions = [];
      if (!this.options.preventAbort) {
        actions.push(() => (this.target.state === 'writable' ? this.target.abort(reason) : resolvedWith(undefined)));
      }
      if (!this.options.preventCancel) {
        actions.push(() => (this.source.state === 'readable' ? this.source.cancel(reason) : resolvedWith(undefined)));
      }
      this.shutDown(() => waitForAll(actions.map((action) => action())), { error: reason });
    };
    if (signal.aborted) {
      abort();
      return true;
    }
    this.forget = require('internal/streams/add_abort_signal').addAbortListener(signal, abort);
    return false;
  }

  sourceErrored(error) {
    if (this.options.preventAbort) this.shutDown(undefined, { error });
    else this.shutDown(() => this.target.abort(error), { error });
  }

  targetErrored(error) {
    if (this.options.preventCancel) this.shutDown(undefined, { error });
    else this.shutDown(() => this.source.cancel(error), { error });
  }

  sourceClosed() {
    if (this.options.preventClose) this.shutDown(undefined, undefined);
    else this.shutDown(() => this.writer.closeWithErrorPropagation(), undefined);
  }

  targetClosed() {
    const error = invalidState('Destination WritableStream is closed');
    if (this.options.preventCancel) this.shutDown(undefined, { error });
    else this.shutDown(() => this.source.cancel(error), { error });
  }

  /** One chunk after another, no read while the target is full. */
  loop() {
    const step = () => {
      if (this.isShuttingDown) return;
      when(this.writer.ready.promise, () => {
        if (this.isShuttingDown) return;
        this.reader.read({
          chunk: (chunk) => {
            this.currentWrite = transform(this.writer.write(chunk), nop, nop);
            when(resolvedWith(undefined), step);
          },
          close: nop,
          error: nop,
        });
      });
    };
    step();
  }

  /** Ends once: after what was read is written, after `action`; `failure` is { error } or undefined. */
  shutDown(action, failure) {
    if (this.isShuttingDown) return;
    this.isShuttingDown = true;
    const proceed = () => {
      if (action === undefined) this.finish(failure);
      else when(action(), () => this.finish(failure), (error) => this.finish({ error }));
    };
    if (this.target.state === 'writable' && !this.target.closeQueuedOrInFlight()) when(this.writesDone(), proceed);
    else proceed();
  }

  /** The last write may start while we wait for the one before. */
  writesDone() {
    const current = this.currentWrite;
    return transform(current, () => (this.currentWrite === current ? undefined : this.writesDone()));
  }

  finish(failure) {
    this.writer.release();
    this.reader.release();
    this.forget?.();
    if (failure === undefined) this.result.resolve(undefined);
    else this.result.reject(failure.error);
  }
}

function waitForAll(promises) {
  const all = new Deferred();
  let left = promises.length;
  if (left === 0) all.resolve(undefined);
  for (const promise of promises) {
    when(
      promise,
      () => {
        if (--left === 0) all.resolve(undefined);
      },
      (error) => all.reject(error),
    );
  }
  return all.promise;
}

function pipeTo(source, target, options) {
  return new Pipe(source, target, options).start();
}

module.exports = { pipeTo };
