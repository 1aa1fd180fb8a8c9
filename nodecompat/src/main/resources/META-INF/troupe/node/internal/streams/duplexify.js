// https://nodejs.org/docs/latest-v22.x/api/stream.html#streamduplexfromsrc (v22): nearly anything as a Duplex. Missing: nothing.
'use strict';

const { nextTick } = require('internal/ticks');
const { codes } = require('internal/errors');
const kinds = require('internal/streams/kinds');
const Duplex = require('internal/streams/duplex');
const { destroyer } = require('internal/streams/destroy');
const { from } = require('internal/streams/from');

const isThenable = (thing) => thing !== null && typeof thing === 'object' && typeof thing.then === 'function';

function duplexFrom(body, name = 'body') {
  if (kinds.isDuplexNode(body)) return body;
  const { joined } = require('internal/streams/joined');
  if (kinds.isReadableNode(body)) return joined({ readable: body });
  if (kinds.isWritableNode(body)) return joined({ writable: body });
  if (kinds.isNode(body)) return joined({ readable: false, writable: false });
  if (kinds.isReadableStream(body)) return joined({ readable: require('internal/streams/readable').fromWeb(body) });
  if (kinds.isWritableStream(body)) return joined({ writable: require('internal/streams/writable').fromWeb(body) });
  if (typeof body === 'function') return fromFunction(body, name);
  if (isBlob(body)) return duplexFrom(body.arrayBuffer());
  if (kinds.isIterable(body)) return from(ReadingDuplex, body, { objectMode: true, writable: false });
  if (kinds.isReadableStream(body?.readable) && kinds.isWritableStream(body?.writable)) return Duplex.fromWeb(body);
  if (typeof body?.writable === 'object' || typeof body?.readable === 'object') return fromSides(body, joined);
  if (isThenable(body)) return fromPromise(body);
  throw new codes.ERR_INVALID_ARG_TYPE(
    name,
    ['Blob', 'ReadableStream', 'WritableStream', 'Stream', 'Iterable', 'AsyncIterable', 'Function', '{ readable, writable } pair', 'Promise'],
    body,
  );
}

function isBlob(thing) {
  return thing !== null && typeof thing === 'object' && typeof thing.arrayBuffer === 'function' && Object.prototype.toString.call(thing) === '[object Blob]';
}

// `readable: false` says it in the constructor; Duplex itself says the same of its writable side
class ReadingDuplex extends Duplex {
  constructor(options) {
    super({ ...options, writable: options?.writable ?? false });
  }
}

function fromSides({ readable, writable }, joined) {
  const side = (given, isRight) => (given ? (isRight(given) ? given : duplexFrom(given)) : undefined);
  return joined({ readable: side(readable, kinds.isReadableNode), writable: side(writable, kinds.isWritableNode) });
}

function fromPromise(promise) {
  const duplex = new Duplex({ objectMode: true, writable: false, read() {} });
  promise.then(
    (value) => {
      if (value !== null && value !== undefined) duplex.push(value);
      duplex.push(null);
    },
    (error) => destroyer(duplex, error),
  );
  return duplex;
}

/** An async function or generator that reads what is written; what a generator gives can be read. */
function fromFunction(body, name) {
  const inlet = new Inlet();
  const value = body(inlet.chunks(), { signal: inlet.signal });
  const options = {
    objectMode: true,
    write: (chunk, encoding, callback) => inlet.put(chunk, callback),
    destroy: (error, callback) => inlet.destroy(error, callback),
  };
  if (kinds.isIterable(value)) {
    return from(Duplex, value, { ...options, final: (callback) => inlet.end(callback) });
  }
  if (typeof value?.then === 'function') {
    const result = value.then(
      (given) => {
        if (given !== null && given !== undefined) throw new codes.ERR_INVALID_RETURN_VALUE('nully', name, given);
      },
      (error) => destroyer(duplex, error),
    );
    const final = (callback) => inlet.end(() => {
      result.then(() => nextTick(callback, null), (error) => nextTick(callback, error));
    });
    const duplex = new Duplex({ ...options, readable: false, final });
    return duplex;
  }
  throw new codes.ERR_INVALID_RETURN_VALUE('Iterable, AsyncIterable or AsyncFunction', name, value);
}

/** One written chunk at a time, handed to the function that reads them. */
class Inlet {
  constructor() {
    this.controller = new (require('internal/abort_controller').AbortController)();
    this.next = Promise.withResolvers();
  }

  get signal() {
    return this.controller.signal;
  }

  async* chunks() {
    for (;;) {
      const { chunk, done, callback } = await this.next.promise;
      this.next = Promise.withResolvers();
      nextTick(callback);
      if (done) return;
      if (this.signal.aborted) throw new (require('internal/errors').AbortError)(undefined, { cause: this.signal.reason });
      yield chunk;
    }
  }

  put(chunk, callback) {
    this.next.resolve({ chunk, done: false, callback });
  }

  end(callback) {
    this.next.resolve({ done: true, callback });
  }

  destroy(error, callback) {
    this.controller.abort();
    callback(error);
  }
}

module.exports = { duplexFrom };
