// https://streams.spec.whatwg.org/#rs-asynciterator and ReadableStream.from (nodejs.org/api/webstreams.html, v22). Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { isObject, promiseCall, rejectedWith, resolvedWith, transform, Deferred } = require('internal/webstreams/slots');

const { apply } = Reflect;
const AsyncIteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf(async function* () {}).prototype);

/** One for-await over a stream: calls wait for those before them. */
class Iteration {
  constructor(reader, preventCancel) {
    this.reader = reader;
    this.preventCancel = preventCancel;
    this.ongoing = undefined;
    this.isFinished = false;
  }

  next() {
    const step = () => this.nextStep();
    this.ongoing = this.ongoing ? transform(this.ongoing, step, step) : this.nextStep();
    return this.ongoing;
  }

  return(value) {
    const step = () => this.returnStep(value);
    this.ongoing = this.ongoing ? transform(this.ongoing, step, step) : this.returnStep(value);
    return this.ongoing;
  }

  nextStep() {
    if (this.isFinished) return resolvedWith({ value: undefined, done: true });
    const result = new Deferred();
    this.reader.read({
      chunk: (value) => result.resolve({ value, done: false }),
      close: () => {
        this.reader.release();
        result.resolve({ value: undefined, done: true });
      },
      error: (reason) => {
        this.reader.release();
        result.reject(reason);
      },
    });
    // Web IDL reacts to the promise of the stream with one of its own
    return transform(
      result.promise,
      (step) => {
        this.ongoing = undefined;
        if (step.done) this.isFinished = true;
        return step;
      },
      (reason) => {
        this.ongoing = undefined;
        this.isFinished = true;
        throw reason;
      },
    );
  }

  returnStep(value) {
    if (this.isFinished) return resolvedWith({ value, done: true });
    this.isFinished = true;
    const result = this.preventCancel ? resolvedWith(undefined) : this.reader.cancel(value);
    this.reader.release();
    return transform(result, () => ({ value, done: true }));
  }
}

const iterations = new WeakMap();

const IteratorPrototype = Object.setPrototypeOf({
  next() {
    const iteration = iterations.get(this);
    return iteration ? iteration.next() : rejectedWith(new codes.ERR_INVALID_THIS('ReadableStreamAsyncIterator'));
  },
  return(value) {
    const iteration = iterations.get(this);
    return iteration ? iteration.return(value) : rejectedWith(new codes.ERR_INVALID_THIS('ReadableStreamAsyncIterator'));
  },
}, AsyncIteratorPrototype);
Object.defineProperty(IteratorPrototype, Symbol.toStringTag, { __proto__: null, value: 'ReadableStream AsyncIterator', configurable: true });

function iterate(reader, preventCancel) {
  const iterator = Object.create(IteratorPrototype);
  iterations.set(iterator, new Iteration(reader, preventCancel));
  return iterator;
}

/** The iterator of a value, async before sync; `isSync` ones give their values as promises. */
function iteratorOf(iterable) {
  if (iterable === undefined || iterable === null) throw new codes.ERR_ARG_NOT_ITERABLE(iterable);
  let method = iterable[Symbol.asyncIterator];
  let isSync = false;
  if (method === undefined || method === null) {
    method = iterable[Symbol.iterator];
    isSync = true;
  }
  if (typeof method !== 'function') throw new codes.ERR_ARG_NOT_ITERABLE(iterable);
  const iterator = apply(method, iterable, []);
  if (!isObject(iterator)) throw new codes.ERR_INVALID_STATE.TypeError('The iterator method must return an object');
  return { iterator, next: iterator.next, isSync };
}

function from(iterable) {
  const { createReadable } = require('internal/webstreams/readable/stream');
  const { iterator, next, isSync } = iteratorOf(iterable);
  const settle = (result) => (isSync ? transform(resolvedWith(result.value), (value) => ({ value, done: result.done })) : result);
  const stream = createReadable(
    () => undefined,
    () => transform(
      promiseCall(() => {
        const result = apply(next, iterator, []);
        return isSync ? settle(checked(result)) : result;
      }, undefined, []),
      (result) => {
        checked(result);
        if (result.done) stream.controller.close();
        else stream.controller.enqueue(result.value);
      },
    ),
    (reason) => {
      let method;
      try {
        method = iterator.return;
      } catch (error) {
        return rejectedWith(error);
      }
      if (method === undefined || method === null) return resolvedWith(undefined);
      return transform(promiseCall(method, iterator, [reason]), (result) => {
        if (!isObject(result)) throw new codes.ERR_INVALID_STATE.TypeError('The promise returned by the iterator.return() method must fulfill with an object');
      });
    },
    0,
  );
  return stream.self;
}

function checked(result) {
  if (!isObject(result)) throw new codes.ERR_INVALID_STATE.TypeError('The promise or iterator result must be an object');
  return result;
}

module.exports = { iterate, from };
