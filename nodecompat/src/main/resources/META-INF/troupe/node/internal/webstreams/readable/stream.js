// https://streams.spec.whatwg.org/#rs-class (nodejs.org/api/webstreams.html#class-readablestream, v22). Missing: transfer to other realms.
'use strict';

const { codes } = require('internal/errors');
const { dictionary, expose, invalidState, invalidThis, kMake, method, nop, rejectedWith, resolvedWith, shown, markHandled } = require('internal/webstreams/slots');
const { markOf, readStrategy, sizeOf } = require('internal/webstreams/strategies');
const { ReadableCore } = require('internal/webstreams/readable/core');
const { DefaultReaderCore, ReadableStreamBYOBReader, ReadableStreamDefaultReader } = require('internal/webstreams/readable/readers');
const { customInspectSymbol } = require('internal/util');
const kinds = require('internal/streams/kinds');
const { kControllerError } = require('internal/streams/add_abort_signal');

const toPromise = () => resolvedWith(undefined);

class ReadableStream {
  #core;

  constructor(underlyingSource = {}, strategy = {}) {
    if (underlyingSource === kMake) {
      this.#core = strategy;
      strategy.self = this;
      return;
    }
    if (underlyingSource === null || (typeof underlyingSource !== 'object' && typeof underlyingSource !== 'function')) {
      throw new codes.ERR_INVALID_ARG_TYPE('source', 'Object', underlyingSource);
    }
    const read = readStrategy(strategy);
    const source = readSource(underlyingSource);
    const core = this.#core = new ReadableCore();
    core.self = this;
    if (source.type === 'bytes') {
      if (read.size !== undefined) throw new codes.ERR_INVALID_ARG_VALUE.RangeError('strategy.size', read.size);
      const { ByteControllerCore } = require('internal/webstreams/readable/byte_core');
      new ByteControllerCore(core, source.start, source.pull, source.cancel, markOf(read, 0), source.autoAllocateChunkSize);
    } else {
      const { DefaultControllerCore } = require('internal/webstreams/readable/default_controller');
      new DefaultControllerCore(core, source.start, source.pull, source.cancel, markOf(read, 1), sizeOf(read));
    }
  }

  static from(iterable) {
    return require('internal/webstreams/readable/iteration').from(iterable);
  }

  get locked() {
    if (!(#core in Object(this))) throw invalidThis('ReadableStream');
    return this.#core.locked;
  }

  cancel(reason = undefined) {
    if (!(#core in Object(this))) return rejectedWith(invalidThis('ReadableStream'));
    if (this.#core.locked) return rejectedWith(invalidState('ReadableStream is locked'));
    return this.#core.cancel(reason);
  }

  getReader(options = {}) {
    if (!(#core in Object(this))) throw invalidThis('ReadableStream');
    const { mode } = dictionary(options, 'options');
    if (mode === undefined) return new ReadableStreamDefaultReader(this);
    if (`${mode}` !== 'byob') throw new codes.ERR_INVALID_ARG_VALUE('options.mode', mode);
    return new ReadableStreamBYOBReader(this);
  }

  pipeThrough(transform, options = {}) {
    if (!(#core in Object(this))) throw invalidThis('ReadableStream');
    const { writableCoreOf } = require('internal/webstreams/writable/stream');
    const readable = transform?.readable;
    if (coreOf(readable) === undefined) throw new codes.ERR_INVALID_ARG_TYPE('transform.readable', 'ReadableStream', readable);
    const writable = transform?.writable;
    const target = writableCoreOf(writable);
    if (target === undefined) throw new codes.ERR_INVALID_ARG_TYPE('transform.writable', 'WritableStream', writable);
    const read = readPipeOptions(options);
    if (this.#core.locked) throw invalidState('The ReadableStream is locked');
    if (target.locked) throw invalidState('The WritableStream is locked');
    markHandled(require('internal/webstreams/readable/pipe_to').pipeTo(this.#core, target, read));
    return readable;
  }

  pipeTo(destination, options = {}) {
    try {
      if (!(#core in Object(this))) throw invalidThis('ReadableStream');
      const { writableCoreOf } = require('internal/webstreams/writable/stream');
      const target = writableCoreOf(destination);
      if (target === undefined) throw new codes.ERR_INVALID_ARG_TYPE('transform.writable', 'WritableStream', destination);
      const read = readPipeOptions(options);
      if (this.#core.locked) throw invalidState('The ReadableStream is locked');
      if (target.locked) throw invalidState('The WritableStream is locked');
      return require('internal/webstreams/readable/pipe_to').pipeTo(this.#core, target, read);
    } catch (error) {
      return rejectedWith(error);
    }
  }

  tee() {
    if (!(#core in Object(this))) throw invalidThis('ReadableStream');
    if (this.#core.locked) throw invalidState('ReadableStream is locked');
    const { tee } = this.#core.controller.isByte
      ? require('internal/webstreams/readable/byte_tee')
      : require('internal/webstreams/readable/tee');
    return tee(this.#core).map((branch) => branch.self);
  }

  values(options = {}) {
    if (!(#core in Object(this))) throw invalidThis('ReadableStream');
    const preventCancel = Boolean(dictionary(options, 'options').preventCancel);
    if (this.#core.locked) throw invalidState('ReadableStream is locked');
    return require('internal/webstreams/readable/iteration').iterate(new DefaultReaderCore(this.#core), preventCancel);
  }

  get [kinds.kIsDisturbed]() {
    return this.#core.disturbed;
  }

  get [kinds.kIsErrored]() {
    return this.#core.state === 'errored';
  }

  get [kinds.kIsReadable]() {
    return this.#core.state === 'readable';
  }

  [kControllerError](error) {
    this.#core.controller.error(error);
  }

  [customInspectSymbol](depth, options, inspect) {
    const { locked, state, controller } = this.#core;
    return shown('ReadableStream', { locked, state, supportsBYOB: controller.isByte }, depth, options, inspect);
  }

  static coreOf(value) {
    return typeof value === 'object' && value !== null && #core in value ? value.#core : undefined;
  }
}
const { coreOf } = ReadableStream;
delete ReadableStream.coreOf;
expose(ReadableStream, 'ReadableStream', ['locked', 'cancel', 'getReader', 'pipeThrough', 'pipeTo', 'tee', 'values']);
Object.defineProperty(ReadableStream.prototype, Symbol.asyncIterator, {
  __proto__: null, configurable: true, writable: true, value: ReadableStream.prototype.values,
});
Object.defineProperty(ReadableStream, 'from', { __proto__: null, enumerable: true });

/** The members of an underlying source in the order of the specification, as functions that give promises. */
function readSource(source) {
  const { autoAllocateChunkSize: asked } = source;
  const autoAllocateChunkSize = asked === undefined ? undefined : toChunkSize(asked);
  const cancel = method(source, 'cancel', 'source', toPromise);
  const pull = method(source, 'pull', 'source', toPromise);
  const { start, type: given } = source;
  if (start !== undefined && typeof start !== 'function') throw new codes.ERR_INVALID_ARG_TYPE('source.start', 'Function', start);
  const type = given === undefined ? undefined : `${given}`;
  if (type !== undefined && type !== 'bytes') throw new codes.ERR_INVALID_ARG_VALUE('source.type', given);
  return {
    autoAllocateChunkSize,
    cancel: (reason) => cancel(reason),
    pull: (controller) => pull(controller),
    start: start === undefined ? nop : (controller) => Reflect.apply(start, source, [controller]),
    type,
  };
}

function toChunkSize(value) {
  const number = Math.trunc(Number(value));
  if (!(number > 0 && number <= Number.MAX_SAFE_INTEGER)) throw new codes.ERR_INVALID_ARG_VALUE('source.autoAllocateChunkSize', value);
  return number;
}

/** Web IDL reads the members in the order of their names. */
function readPipeOptions(given) {
  const options = dictionary(given, 'options');
  const preventAbort = Boolean(options.preventAbort);
  const preventCancel = Boolean(options.preventCancel);
  const preventClose = Boolean(options.preventClose);
  const { signal } = options;
  if (signal !== undefined && !(signal instanceof require('internal/abort_controller').AbortSignal)) {
    throw new codes.ERR_INVALID_ARG_TYPE('options.signal', 'AbortSignal', signal);
  }
  return { preventAbort, preventCancel, preventClose, signal };
}

/** A stream made by the platform; gives the core. */
function createReadable(start, pull, cancel, highWaterMark = 1, size = () => 1) {
  const core = new ReadableCore();
  new ReadableStream(kMake, core);
  const { DefaultControllerCore } = require('internal/webstreams/readable/default_controller');
  new DefaultControllerCore(core, start, pull, cancel, highWaterMark, size);
  return core;
}

function createReadableBytes(start, pull, cancel, highWaterMark = 0) {
  const core = new ReadableCore();
  new ReadableStream(kMake, core);
  const { ByteControllerCore } = require('internal/webstreams/readable/byte_core');
  new ByteControllerCore(core, start, pull, cancel, highWaterMark, undefined);
  return core;
}

Object.defineProperty(ReadableStream.prototype, require('internal/cloneable').kTransfer, {
  __proto__: null,
  configurable: true,
  value() {
    return require('internal/webstreams/transfer').transferReadable(this);
  },
});

module.exports = { ReadableStream, coreOf, createReadable, createReadableBytes };
