// https://streams.spec.whatwg.org/#qs: queuing strategies (nodejs.org/api/webstreams.html, v22). Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { dictionary, expose, invalidThis, isObject, shown } = require('internal/webstreams/slots');
const { customInspectSymbol } = require('internal/util');

function readMark(init) {
  if (!isObject(init)) throw new codes.ERR_INVALID_ARG_TYPE('init', 'Object', init);
  const { highWaterMark } = init;
  if (highWaterMark === undefined) throw new codes.ERR_MISSING_OPTION('options.highWaterMark');
  return +highWaterMark;
}

// one function each for all strategies, made without a prototype as Web IDL's functions are
const { size: byteSize } = { size: (chunk) => chunk.byteLength };
const { size: countSize } = { size: () => 1 };

class ByteLengthQueuingStrategy {
  #mark;

  constructor(init) {
    this.#mark = readMark(init);
  }

  get highWaterMark() {
    if (!(#mark in Object(this))) throw invalidThis('ByteLengthQueuingStrategy');
    return this.#mark;
  }

  get size() {
    if (!(#mark in Object(this))) throw invalidThis('ByteLengthQueuingStrategy');
    return byteSize;
  }

  [customInspectSymbol](depth, options, inspect) {
    return shown('ByteLengthQueuingStrategy', { highWaterMark: this.highWaterMark }, depth, options, inspect);
  }
}
expose(ByteLengthQueuingStrategy, 'ByteLengthQueuingStrategy', ['highWaterMark', 'size']);

class CountQueuingStrategy {
  #mark;

  constructor(init) {
    this.#mark = readMark(init);
  }

  get highWaterMark() {
    if (!(#mark in Object(this))) throw invalidThis('CountQueuingStrategy');
    return this.#mark;
  }

  get size() {
    if (!(#mark in Object(this))) throw invalidThis('CountQueuingStrategy');
    return countSize;
  }

  [customInspectSymbol](depth, options, inspect) {
    return shown('CountQueuingStrategy', { highWaterMark: this.highWaterMark }, depth, options, inspect);
  }
}
expose(CountQueuingStrategy, 'CountQueuingStrategy', ['highWaterMark', 'size']);

/** A strategy's two members, read once and in the order of the specification. */
function readStrategy(given, name = 'strategy') {
  const strategy = dictionary(given, name);
  const { highWaterMark, size } = strategy;
  const mark = highWaterMark === undefined ? undefined : +highWaterMark;
  if (size !== undefined && typeof size !== 'function') throw new codes.ERR_INVALID_ARG_TYPE(`${name}.size`, 'Function', size);
  return { mark, size };
}

function markOf(strategy, otherwise) {
  const { mark } = strategy;
  if (mark === undefined) return otherwise;
  if (!(mark >= 0)) throw new codes.ERR_INVALID_ARG_VALUE.RangeError('strategy.highWaterMark', mark);
  return mark;
}

/** The function that measures a chunk. */
function sizeOf({ size }) {
  return size === undefined ? countSize : (chunk) => size(chunk);
}

module.exports = { ByteLengthQueuingStrategy, CountQueuingStrategy, readStrategy, markOf, sizeOf };
