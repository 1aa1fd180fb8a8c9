// The properties and the rarely used methods of a Readable (nodejs.org/api/stream.html#class-streamreadable, v22); operators load on first use.
'use strict';

const { defineProperties } = Object;

// with the number of their arguments
const OPERATORS = {
  __proto__: null, map: 2, filter: 2, flatMap: 2, take: 1, drop: 1, asIndexedPairs: 1, compose: 2, forEach: 2, toArray: 1, some: 1, every: 1, find: 2,
  reduce: 3,
};

function get(compute, set) {
  return { __proto__: null, enumerable: false, configurable: true, get: compute, set };
}

function define(Readable) {
  const { prototype } = Readable;
  defineProperties(prototype, {
    readable: get(
      function () {
        const state = this._readableState;
        return state !== undefined && state.readable !== false && !state.destroyed && !state.errorEmitted && !state.endEmitted;
      },
      function (value) {
        if (this._readableState) this._readableState.readable = Boolean(value);
      },
    ),
    readableDidRead: get(function () { return this._readableState.dataEmitted; }),
    readableAborted: get(function () {
      const state = this._readableState;
      return state.readable !== false && (state.destroyed || state.errored !== null) && !state.endEmitted;
    }),
    readableHighWaterMark: get(function () { return this._readableState.highWaterMark; }),
    readableBuffer: get(function () {
      const state = this._readableState;
      return state && state.buffer.slice(state.head);
    }),
    readableFlowing: get(
      function () { return this._readableState.flowing; },
      function (value) { if (this._readableState) this._readableState.flowing = value; },
    ),
    readableLength: get(function () { return this._readableState.length; }),
    readableObjectMode: get(function () { return this._readableState ? this._readableState.objectMode : false; }),
    readableEncoding: get(function () { return this._readableState ? this._readableState.encoding : null; }),
    errored: get(function () { return this._readableState ? this._readableState.errored : null; }),
    closed: get(function () { return this._readableState ? this._readableState.closed : false; }),
    destroyed: get(
      function () { return this._readableState ? this._readableState.destroyed : false; },
      function (value) { if (this._readableState) this._readableState.destroyed = value; },
    ),
    readableEnded: get(function () { return this._readableState ? this._readableState.endEmitted : false; }),
  });
  prototype[Symbol.asyncIterator] = function () {
    return require('internal/streams/async_iterator').iterate(this, undefined);
  };
  prototype.iterator = function (options) {
    if (options !== undefined) require('internal/validators').validateObject(options, 'options');
    return require('internal/streams/async_iterator').iterate(this, options);
  };
  prototype[Symbol.asyncDispose ?? Symbol.for('nodejs.asyncDispose')] = function () {
    let error;
    if (!this.destroyed) {
      error = this.readableEnded ? null : new (require('internal/errors').AbortError)();
      this.destroy(error);
    }
    return new Promise((resolve, reject) => {
      require('internal/streams/end_of_stream').finished(this, (failure) => (failure && failure !== error ? reject(failure) : resolve(null)));
    });
  };
  prototype.wrap = function (stream) {
    return require('internal/streams/wrap').wrap(this, stream);
  };
  for (const name of Object.keys(OPERATORS)) {
    const operator = {
      [name](...args) {
        return require('internal/streams/operators')[name].apply(this, args);
      },
    }[name];
    Object.defineProperty(operator, 'length', { __proto__: null, value: OPERATORS[name], configurable: true });
    Object.defineProperty(prototype, name, { __proto__: null, value: operator, writable: true, configurable: true, enumerable: false });
  }
  Readable.from = (iterable, options) => require('internal/streams/from').from(Readable, iterable, options);
  Readable.wrap = (source, options) =>
    new Readable({
      objectMode: source.readableObjectMode ?? source.objectMode ?? true,
      ...options,
      destroy(error, callback) {
        require('internal/streams/destroy').destroyer(source, error);
        callback(error);
      },
    }).wrap(source);
  defineProperties(Readable, { ReadableState: { __proto__: null, configurable: true, writable: true, value: require('internal/streams/readable_state').ReadableState } });
}

module.exports = { define };
