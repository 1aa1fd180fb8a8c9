// The properties of a Writable (nodejs.org/api/stream.html#class-streamwritable, v22).
'use strict';

function define(Writable) {
  const property = (name, get, set) =>
    Object.defineProperty(Writable.prototype, name, { __proto__: null, configurable: true, enumerable: false, get, set });

  property('closed', function () { return this._writableState ? this._writableState.closed : false; });
  property(
    'destroyed',
    function () { return this._writableState ? this._writableState.destroyed : false; },
    function (value) { if (this._writableState) this._writableState.destroyed = value; },
  );
  property(
    'writable',
    function () {
      const state = this._writableState;
      return Boolean(state) && state.writable !== false && !state.destroyed && !state.errored && !state.ending && !state.ended;
    },
    function (value) { if (this._writableState) this._writableState.writable = Boolean(value); },
  );
  property('writableFinished', function () { return this._writableState ? this._writableState.finished : false; });
  property('writableObjectMode', function () { return this._writableState ? this._writableState.objectMode : false; });
  property('writableBuffer', function () { return this._writableState?.getBuffer(); });
  property('writableEnded', function () { return this._writableState ? this._writableState.ending : false; });
  property('writableNeedDrain', function () {
    const state = this._writableState;
    return Boolean(state) && !state.destroyed && !state.ending && state.needDrain;
  });
  property('writableHighWaterMark', function () { return this._writableState?.highWaterMark; });
  property('writableCorked', function () { return this._writableState ? this._writableState.corked : 0; });
  property('writableLength', function () { return this._writableState?.length; });
  property('errored', function () { return this._writableState ? this._writableState.errored : null; });
  property('writableAborted', function () {
    const state = this._writableState;
    return state.writable !== false && (state.destroyed || state.errored !== null) && !state.finished;
  });
  Writable.prototype[Symbol.asyncDispose ?? Symbol.for('nodejs.asyncDispose')] = function () {
    let error;
    if (!this.destroyed) {
      error = this.writableFinished ? null : new (require('internal/errors').AbortError)();
      this.destroy(error);
    }
    return new Promise((resolve, reject) => {
      require('internal/streams/end_of_stream').finished(this, (failure) => (failure && failure.name !== 'AbortError' ? reject(failure) : resolve(null)));
    });
  };
  Writable.WritableState = require('internal/streams/writable_state').WritableState;
}

module.exports = { define };
