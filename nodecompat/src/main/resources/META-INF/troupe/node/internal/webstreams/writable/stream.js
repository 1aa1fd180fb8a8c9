// https://streams.spec.whatwg.org/#ws-class (nodejs.org/api/webstreams.html#class-writablestream, v22). Missing: transfer to other realms.
'use strict';

const { codes } = require('internal/errors');
const { expose, invalidState, invalidThis, kMake, method, nop, rejectedWith, resolvedWith, shown } = require('internal/webstreams/slots');
const { markOf, readStrategy, sizeOf } = require('internal/webstreams/strategies');
const { WritableCore } = require('internal/webstreams/writable/core');
const { WritableControllerCore } = require('internal/webstreams/writable/controller');
const { customInspectSymbol } = require('internal/util');
const kinds = require('internal/streams/kinds');
const { kControllerError } = require('internal/streams/add_abort_signal');

const toPromise = () => resolvedWith(undefined);

class WritableStream {
  #core;

  constructor(underlyingSink = {}, strategy = {}) {
    if (underlyingSink === kMake) {
      this.#core = strategy;
      strategy.self = this;
      return;
    }
    if (underlyingSink === null || (typeof underlyingSink !== 'object' && typeof underlyingSink !== 'function')) {
      throw new codes.ERR_INVALID_ARG_TYPE('sink', 'Object', underlyingSink);
    }
    const read = readStrategy(strategy);
    const sink = readSink(underlyingSink);
    const core = this.#core = new WritableCore();
    core.self = this;
    new WritableControllerCore(core, sink.start, sink.write, sink.close, sink.abort, markOf(read, 1), sizeOf(read));
  }

  get locked() {
    if (!(#core in Object(this))) throw invalidThis('WritableStream');
    return this.#core.locked;
  }

  abort(reason = undefined) {
    if (!(#core in Object(this))) return rejectedWith(invalidThis('WritableStream'));
    if (this.#core.locked) return rejectedWith(invalidState('WritableStream is locked'));
    return this.#core.abort(reason);
  }

  close() {
    if (!(#core in Object(this))) return rejectedWith(invalidThis('WritableStream'));
    if (this.#core.locked) return rejectedWith(invalidState('WritableStream is locked'));
    if (this.#core.closeQueuedOrInFlight()) return rejectedWith(invalidState('Failure closing WritableStream: it is closing or closed'));
    return this.#core.close();
  }

  getWriter() {
    if (!(#core in Object(this))) throw invalidThis('WritableStream');
    return new (require('internal/webstreams/writable/writer').WritableStreamDefaultWriter)(this);
  }

  get [kinds.kIsErrored]() {
    return this.#core.state === 'errored';
  }

  get [kinds.kIsWritable]() {
    return this.#core.state === 'writable';
  }

  [kControllerError](error) {
    this.#core.controller.errorIfNeeded(error);
  }

  [customInspectSymbol](depth, options, inspect) {
    const { locked, state } = this.#core;
    return shown('WritableStream', { locked, state }, depth, options, inspect);
  }

  static coreOf(value) {
    return typeof value === 'object' && value !== null && #core in value ? value.#core : undefined;
  }
}
const { coreOf: writableCoreOf } = WritableStream;
delete WritableStream.coreOf;
expose(WritableStream, 'WritableStream', ['locked', 'abort', 'close', 'getWriter']);

/** The members of an underlying sink in the order of the specification, as functions that give promises. */
function readSink(sink) {
  const abort = method(sink, 'abort', 'sink', toPromise);
  const close = method(sink, 'close', 'sink', toPromise);
  const { start, type } = sink;
  if (start !== undefined && typeof start !== 'function') throw new codes.ERR_INVALID_ARG_TYPE('sink.start', 'Function', start);
  if (type !== undefined) throw new codes.ERR_INVALID_ARG_VALUE.RangeError('sink.type', type);
  const write = method(sink, 'write', 'sink', toPromise);
  return {
    abort: (reason) => abort(reason),
    close: () => close(),
    start: start === undefined ? nop : (controller) => Reflect.apply(start, sink, [controller]),
    write: (chunk, controller) => write(chunk, controller),
  };
}

/** A stream made by the platform; gives the core. */
function createWritable(start, write, close, abort, highWaterMark = 1, size = () => 1) {
  const core = new WritableCore();
  new WritableStream(kMake, core);
  new WritableControllerCore(core, start, write, close, abort, highWaterMark, size);
  return core;
}

Object.defineProperty(WritableStream.prototype, require('internal/cloneable').kTransfer, {
  __proto__: null,
  configurable: true,
  value() {
    return require('internal/webstreams/transfer').transferWritable(this);
  },
});

module.exports = { WritableStream, writableCoreOf, createWritable };
