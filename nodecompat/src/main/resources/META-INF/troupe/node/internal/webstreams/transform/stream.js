// https://streams.spec.whatwg.org/#ts-class (nodejs.org/api/webstreams.html#class-transformstream, v22). Missing: transfer to other realms.
'use strict';

const { codes } = require('internal/errors');
const { Deferred, expose, invalidThis, kMake, method, rejectedWith, resolvedWith, shown } = require('internal/webstreams/slots');
const { markOf, readStrategy, sizeOf } = require('internal/webstreams/strategies');
const { TransformCore } = require('internal/webstreams/transform/core');
const { customInspectSymbol } = require('internal/util');

const toPromise = () => resolvedWith(undefined);

class TransformStreamDefaultController {
  #core;

  constructor(secret = undefined, core = undefined) {
    if (secret !== kMake) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
    this.#core = core;
  }

  get desiredSize() {
    if (!(#core in Object(this))) throw invalidThis('TransformStreamDefaultController');
    return this.#core.desiredSize();
  }

  enqueue(chunk = undefined) {
    if (!(#core in Object(this))) throw invalidThis('TransformStreamDefaultController');
    this.#core.enqueue(chunk);
  }

  error(reason = undefined) {
    if (!(#core in Object(this))) throw invalidThis('TransformStreamDefaultController');
    this.#core.error(reason);
  }

  terminate() {
    if (!(#core in Object(this))) throw invalidThis('TransformStreamDefaultController');
    this.#core.terminate();
  }

  [customInspectSymbol](depth, options, inspect) {
    return shown('TransformStreamDefaultController', {}, depth, options, inspect);
  }
}
expose(TransformStreamDefaultController, 'TransformStreamDefaultController', ['desiredSize', 'enqueue', 'error', 'terminate']);

class TransformStream {
  #core;

  constructor(transformer = {}, writableStrategy = {}, readableStrategy = {}) {
    if (transformer === null || (typeof transformer !== 'object' && typeof transformer !== 'function')) {
      throw new codes.ERR_INVALID_ARG_TYPE('transformer', 'Object', transformer);
    }
    const writableRead = readStrategy(writableStrategy, 'writableStrategy');
    const readableRead = readStrategy(readableStrategy, 'readableStrategy');
    const read = readTransformer(transformer);
    const readableSide = { highWaterMark: markOf(readableRead, 0), size: sizeOf(readableRead) };
    const writableSide = { highWaterMark: markOf(writableRead, 1), size: sizeOf(writableRead) };
    const started = new Deferred();
    const core = this.#core = new TransformCore(started.promise, writableSide, readableSide);
    const controller = new TransformStreamDefaultController(kMake, core);
    core.setAlgorithms(
      read.transform === undefined ? passOn(core) : (chunk) => read.transform(chunk, controller),
      () => read.flush(controller),
      (reason) => read.cancel(reason),
    );
    started.resolve(read.start === undefined ? undefined : Reflect.apply(read.start, transformer, [controller]));
  }

  get readable() {
    if (!(#core in Object(this))) throw invalidThis('TransformStream');
    return this.#core.readable.self;
  }

  get writable() {
    if (!(#core in Object(this))) throw invalidThis('TransformStream');
    return this.#core.writable.self;
  }

  [customInspectSymbol](depth, options, inspect) {
    const { readable, writable, backpressure } = this.#core;
    return shown('TransformStream', { readable: readable.self, writable: writable.self, backpressure }, depth, options, inspect);
  }
}
expose(TransformStream, 'TransformStream', ['readable', 'writable']);

function passOn(core) {
  return (chunk) => {
    try {
      core.enqueue(chunk);
      return resolvedWith(undefined);
    } catch (error) {
      return rejectedWith(error);
    }
  };
}

/** The members of a transformer in the order of the specification. */
function readTransformer(transformer) {
  const cancel = method(transformer, 'cancel', 'transformer', toPromise);
  const flush = method(transformer, 'flush', 'transformer', toPromise);
  const { readableType } = transformer;
  const { start } = transformer;
  if (start !== undefined && typeof start !== 'function') throw new codes.ERR_INVALID_ARG_TYPE('transformer.start', 'Function', start);
  const transform = method(transformer, 'transform', 'transformer', undefined);
  const { writableType } = transformer;
  if (readableType !== undefined) throw new codes.ERR_INVALID_ARG_VALUE.RangeError('transformer.readableType', readableType);
  if (writableType !== undefined) throw new codes.ERR_INVALID_ARG_VALUE.RangeError('transformer.writableType', writableType);
  return { cancel, flush, start, transform };
}

/** A transform stream of the platform; `transform` and `flush` get the core and may throw or give a promise. */
function createTransform(transform, flush) {
  const { promiseCall } = require('internal/webstreams/slots');
  const one = () => 1;
  const core = new TransformCore(resolvedWith(undefined), { highWaterMark: 1, size: one }, { highWaterMark: 0, size: one });
  core.setAlgorithms(
    (chunk) => promiseCall(transform, undefined, [chunk, core]),
    () => promiseCall(flush, undefined, [core]),
    toPromise,
  );
  return core;
}

Object.defineProperty(TransformStream.prototype, require('internal/cloneable').kTransfer, {
  __proto__: null,
  configurable: true,
  value() {
    return require('internal/webstreams/transfer').transferTransform(this);
  },
});

module.exports = { TransformStream, TransformStreamDefaultController, createTransform };
