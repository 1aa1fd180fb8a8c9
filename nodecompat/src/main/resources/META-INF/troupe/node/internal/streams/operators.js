// https://nodejs.org/docs/latest-v22.x/api/stream.html#readablemapfn-options and its kin (v22); `this` is the Readable. The concurrent ones
// stand on internal/streams/map. Missing: nothing.
'use strict';

const { codes, AbortError } = require('internal/errors');
const { validateAbortSignal, validateFunction, validateObject } = require('internal/validators');
const { map, checkOptions } = require('internal/streams/map');

const kEmpty = Symbol('empty');

/** A lazily made Readable over an async generator. */
function readable(iterable) {
  return require('internal/streams/readable').from(iterable);
}

function throwIfAborted(signal) {
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
}

function filter(fn, options) {
  validateFunction(fn, 'fn');
  return map.call(this, async (value, context) => ((await fn(value, context)) ? value : kEmpty), options, kEmpty);
}

function flatMap(fn, options) {
  const values = map.call(this, fn, options);
  return (async function* () {
    for await (const value of values) yield* value;
  })();
}

function asIndexedPairs(options) {
  checkOptions(options);
  const source = this;
  return (async function* () {
    let index = 0;
    for await (const value of source) {
      throwIfAborted(options?.signal);
      yield [index++, value];
    }
  })();
}

function toCount(number) {
  const count = Number(number);
  if (Number.isNaN(count)) return 0;
  if (count < 0) throw new codes.ERR_OUT_OF_RANGE('number', '>= 0', count);
  return count;
}

function drop(number, options) {
  checkOptions(options);
  const source = this;
  let left = toCount(number);
  return (async function* () {
    throwIfAborted(options?.signal);
    for await (const value of source) {
      throwIfAborted(options?.signal);
      if (left-- <= 0) yield value;
    }
  })();
}

function take(number, options) {
  checkOptions(options);
  const source = this;
  let left = toCount(number);
  return (async function* () {
    throwIfAborted(options?.signal);
    for await (const value of source) {
      throwIfAborted(options?.signal);
      if (left-- > 0) yield value;
      // the next value is not waited for
      if (left <= 0) return;
    }
  })();
}

async function forEach(fn, options) {
  validateFunction(fn, 'fn');
  const call = async (value, context) => {
    await fn(value, context);
    return kEmpty;
  };
  // eslint-disable-next-line no-unused-vars
  for await (const nothing of map.call(this, call, options, kEmpty));
}

async function toArray(options) {
  checkOptions(options);
  const all = [];
  for await (const value of this) {
    throwIfAborted(options?.signal);
    all.push(value);
  }
  return all;
}

async function some(fn, options) {
  validateFunction(fn, 'fn');
  // eslint-disable-next-line no-unused-vars
  for await (const found of filter.call(this, fn, options)) return true;
  return false;
}

async function every(fn, options) {
  validateFunction(fn, 'fn');
  return !(await some.call(this, async (...args) => !(await fn(...args)), options));
}

async function find(fn, options) {
  validateFunction(fn, 'fn');
  for await (const found of filter.call(this, fn, options)) return found;
  return undefined;
}

async function reduce(fn, initial, options) {
  validateFunction(fn, 'reducer');
  if (options !== undefined && options !== null) validateObject(options, 'options');
  if (options?.signal !== undefined && options?.signal !== null) validateAbortSignal(options.signal, 'options.signal');
  let hasValue = arguments.length > 1;
  if (options?.signal?.aborted) {
    const error = new AbortError(undefined, { cause: options.signal.reason });
    this.once('error', () => {}); // the caller gets it from the promise
    await require('internal/streams/end_of_stream').finishedPromise(this.destroy(error), { error: false }).catch(() => {});
    throw error;
  }
  const { AbortController } = require('internal/abort_controller');
  const controller = new AbortController();
  const { signal } = controller;
  let forget;
  if (options?.signal) {
    forget = require('internal/streams/add_abort_signal').addAbortListener(options.signal, () => controller.abort());
  }
  let result = initial;
  let isEmpty = true;
  try {
    for await (const value of this) {
      isEmpty = false;
      if (options?.signal?.aborted) throw new AbortError();
      if (hasValue) {
        result = await fn(result, value, { signal });
      } else {
        result = value;
        hasValue = true;
      }
    }
    if (isEmpty && !hasValue) throw Object.assign(new TypeError('Reduce of an empty stream requires an initial value'), { code: 'ERR_MISSING_ARGS' });
  } finally {
    controller.abort();
    forget?.();
  }
  return result;
}

function compose(stream, options) {
  if (options !== undefined && options !== null) validateObject(options, 'options');
  if (options?.signal !== undefined && options?.signal !== null) validateAbortSignal(options.signal, 'options.signal');
  const kinds = require('internal/streams/kinds');
  if (kinds.isNode(stream) && !kinds.isWritable(stream)) throw new codes.ERR_INVALID_ARG_VALUE('stream', stream, 'must be writable');
  const composed = require('internal/streams/compose').compose(this, stream);
  if (options?.signal) require('internal/streams/add_abort_signal').addAbortSignalNoValidate(options.signal, composed);
  return composed;
}

const giving = (operator) =>
  function (...args) {
    return readable(Reflect.apply(operator, this, args));
  };

module.exports = {
  asIndexedPairs: giving(asIndexedPairs),
  drop: giving(drop),
  filter: giving(filter),
  flatMap: giving(flatMap),
  map: giving(map),
  take: giving(take),
  compose, every, find, forEach, reduce, some, toArray,
};
