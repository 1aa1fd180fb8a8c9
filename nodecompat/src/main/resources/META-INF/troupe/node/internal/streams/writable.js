// https://nodejs.org/docs/latest-v22.x/api/stream.html#writable-streams (v22).
'use strict';

const { nextTick } = require('internal/ticks');
const { Stream, setUpOptions, inherit } = require('internal/streams/legacy');
const destroying = require('internal/streams/destroy');
const { WritableState, nop } = require('internal/streams/writable_state');
const { codes } = require('internal/errors');

function Writable(options) {
  const isDuplex = this instanceof require('internal/streams/duplex');
  if (!isDuplex && !Function.prototype[Symbol.hasInstance].call(Writable, this)) return new Writable(options);
  this._writableState = new WritableState(options, this, isDuplex, onWrite);
  setUpOptions(this, options, ['write', 'writev', 'destroy', 'final', 'construct']);
  Stream.call(this, options);
  if (this._construct != null) destroying.construct(this, () => onConstructed(this));
}
inherit(Writable, Stream);
const proto = Writable.prototype;

function onConstructed(stream) {
  const state = stream._writableState;
  if (!state.writing) clearBuffer(stream, state);
  if (state.ending) finishMaybe(stream, state);
}

// a Duplex is a Writable too, though it does not inherit from it
Object.defineProperty(Writable, Symbol.hasInstance, {
  __proto__: null,
  value(object) {
    if (Function.prototype[Symbol.hasInstance].call(this, object)) return true;
    return this === Writable && object?._writableState instanceof WritableState;
  },
});

proto.pipe = function () {
  destroying.errorOrDestroy(this, new codes.ERR_STREAM_CANNOT_PIPE());
};

proto._write = function (chunk, encoding, callback) {
  if (!this._writev) throw new codes.ERR_METHOD_NOT_IMPLEMENTED('_write()');
  this._writev([{ chunk, encoding }], callback);
};
proto._writev = null;
proto._undestroy = destroying.undestroy;
proto._destroy = destroying.defaultDestroy;

proto.write = function (chunk, encoding, callback) {
  if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  }
  return write(this, chunk, encoding, callback) === true;
};

/** True to go on, false to wait for 'drain', an error if nothing was taken. */
function write(stream, chunk, encoding, callback) {
  const state = stream._writableState;
  const done = typeof callback === 'function' ? callback : nop;
  let as = encoding || state.defaultEncoding;
  if (as !== 'buffer' && encoding && !require('buffer').Buffer.isEncoding(as)) throw new codes.ERR_UNKNOWN_ENCODING(as);
  if (chunk === null) throw new codes.ERR_STREAM_NULL_VALUES();
  let value = chunk;
  if (!state.objectMode) {
    if (typeof chunk === 'string') {
      if (state.decodeStrings) {
        value = require('internal/streams/bytes').toBytes(chunk, as);
        as = 'buffer';
      }
    } else {
      value = require('internal/streams/bytes').toBytes(chunk);
      if (value === undefined) throw new codes.ERR_INVALID_ARG_TYPE('chunk', ['string', 'Buffer', 'TypedArray', 'DataView'], chunk);
      as = 'buffer';
    }
  }
  const error = state.ending
    ? new codes.ERR_STREAM_WRITE_AFTER_END()
    : state.destroyed ? new codes.ERR_STREAM_DESTROYED('write') : undefined;
  if (error !== undefined) {
    nextTick(done, error);
    destroying.errorOrDestroy(stream, error, true);
    return error;
  }
  state.pendingCallbacks++;
  return writeOrBuffer(stream, state, value, as, done);
}

function writeOrBuffer(stream, state, chunk, encoding, callback) {
  const length = state.objectMode ? 1 : chunk.length;
  state.length += length;
  const goOn = state.length < state.highWaterMark;
  if (!goOn) state.needDrain = true;
  if (state.writing || state.corked || state.errored || !state.constructed) {
    state.buffered.push({ chunk, encoding, callback });
  } else {
    state.writeLength = length;
    state.writeCallback = callback;
    state.writing = true;
    state.sync = true;
    stream._write(chunk, encoding, state.onWrite);
    state.sync = false;
  }
  return goOn && !state.errored && !state.destroyed;
}

function onWrite(stream, error) {
  const state = stream._writableState;
  const { sync, writeCallback: callback } = state;
  if (typeof callback !== 'function') {
    destroying.errorOrDestroy(stream, new codes.ERR_MULTIPLE_CALLBACK());
    return;
  }
  state.writing = false;
  state.writeCallback = null;
  state.length -= state.writeLength;
  state.writeLength = 0;
  if (error) {
    void error.stack;
    if (!state.errored) state.errored = error;
    if (stream._readableState && !stream._readableState.errored) stream._readableState.errored = error;
    if (sync) nextTick(onWriteError, stream, state, error, callback);
    else onWriteError(stream, state, error, callback);
    return;
  }
  if (state.buffered.length > state.bufferedIndex) clearBuffer(stream, state);
  if (!sync) {
    afterWrite(stream, state, 1, callback);
  } else if (state.afterWrite !== null && state.afterWrite.callback === callback) {
    state.afterWrite.count++;
  } else {
    state.afterWrite = { count: 1, callback, stream, state };
    nextTick(afterWriteTick, state.afterWrite);
  }
}

function onWriteError(stream, state, error, callback) {
  state.pendingCallbacks--;
  callback(error);
  failBuffer(state);
  destroying.errorOrDestroy(stream, error);
}

function afterWriteTick({ stream, state, count, callback }) {
  state.afterWrite = null;
  afterWrite(stream, state, count, callback);
}

function afterWrite(stream, state, count, callback) {
  if (!state.ending && !stream.destroyed && state.length === 0 && state.needDrain) {
    state.needDrain = false;
    stream.emit('drain');
  }
  for (let i = 0; i < count; i++) {
    state.pendingCallbacks--;
    callback(null);
  }
  if (state.destroyed) failBuffer(state);
  finishMaybe(stream, state);
}

/** Tells all who wait that their chunks will not be written. */
function failBuffer(state) {
  if (state.writing) return;
  const { buffered, bufferedIndex } = state;
  state.buffered = [];
  state.bufferedIndex = 0;
  for (let i = bufferedIndex; i < buffered.length; i++) {
    const { chunk, callback } = buffered[i];
    state.length -= state.objectMode ? 1 : chunk.length;
    callback(state.errored ?? new codes.ERR_STREAM_DESTROYED('write'));
  }
  const onFinish = state.onFinish.splice(0);
  for (const callback of onFinish) callback(state.errored ?? new codes.ERR_STREAM_DESTROYED('end'));
}

function clearBuffer(stream, state) {
  if (state.corked || state.bufferProcessing || state.destroyed || !state.constructed) return;
  const { buffered } = state;
  const waiting = buffered.length - state.bufferedIndex;
  if (waiting === 0) return;
  state.bufferProcessing = true;
  if (waiting > 1 && stream._writev) {
    const chunks = state.bufferedIndex === 0 ? buffered : buffered.slice(state.bufferedIndex);
    state.pendingCallbacks -= waiting - 1;
    const callback = (error) => {
      for (const one of chunks) one.callback(error ?? null);
    };
    chunks.allBuffers = chunks.every((one) => one.encoding === 'buffer');
    state.writeLength = state.length;
    state.writeCallback = callback;
    state.writing = true;
    state.sync = true;
    state.buffered = [];
    state.bufferedIndex = 0;
    if (state.destroyed) state.onWrite(new codes.ERR_STREAM_DESTROYED('writev'));
    else stream._writev(chunks, state.onWrite);
    state.sync = false;
  } else {
    while (state.bufferedIndex < buffered.length && !state.writing) {
      const { chunk, encoding, callback } = buffered[state.bufferedIndex];
      buffered[state.bufferedIndex++] = undefined;
      state.writeLength = state.objectMode ? 1 : chunk.length;
      state.writeCallback = callback;
      state.writing = true;
      state.sync = true;
      stream._write(chunk, encoding, state.onWrite);
      state.sync = false;
    }
    if (state.bufferedIndex === buffered.length) {
      state.buffered = [];
      state.bufferedIndex = 0;
    } else if (state.bufferedIndex > 256) {
      buffered.splice(0, state.bufferedIndex);
      state.bufferedIndex = 0;
    }
  }
  state.bufferProcessing = false;
}

proto.cork = function () {
  this._writableState.corked++;
};

proto.uncork = function () {
  const state = this._writableState;
  if (state.corked) {
    state.corked--;
    if (!state.writing) clearBuffer(this, state);
  }
};

proto.setDefaultEncoding = function (encoding) {
  const name = typeof encoding === 'string' ? encoding.toLowerCase() : encoding;
  if (!require('buffer').Buffer.isEncoding(name)) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  this._writableState.defaultEncoding = name;
  return this;
};

proto.end = function (chunk, encoding, callback) {
  const state = this._writableState;
  if (typeof chunk === 'function') {
    callback = chunk;
    chunk = null;
    encoding = null;
  } else if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  }
  let error;
  if (chunk !== null && chunk !== undefined) {
    const result = write(this, chunk, encoding);
    if (result instanceof Error) error = result;
  }
  if (state.corked) {
    state.corked = 1;
    this.uncork();
  }
  if (error === undefined) {
    if (!state.errored && !state.ending) {
      state.ending = true;
      finishMaybe(this, state, true);
      state.ended = true;
    } else if (state.finished) {
      error = new codes.ERR_STREAM_ALREADY_FINISHED('end');
    } else if (state.destroyed) {
      error = new codes.ERR_STREAM_DESTROYED('end');
    }
  }
  if (typeof callback === 'function') {
    if (error) nextTick(callback, error);
    else if (state.errored) nextTick(callback, state.errored);
    else if (state.finished) nextTick(callback, null);
    else state.onFinish.push(callback);
  }
  return this;
};

function needFinish(state) {
  return (
    state.ending && !state.destroyed && state.constructed && state.length === 0 && !state.errored && state.buffered.length === 0
    && !state.finished && !state.writing && !state.errorEmitted && !state.closeEmitted
  );
}

function prefinish(stream, state) {
  if (state.prefinished || state.finalCalled) return;
  if (typeof stream._final === 'function' && !state.destroyed) {
    state.finalCalled = true;
    state.pendingCallbacks++;
    callFinal(stream, state);
  } else {
    state.prefinished = true;
    stream.emit('prefinish');
  }
}

function callFinal(stream, state) {
  let called = false;
  function onFinal(error) {
    if (called) {
      destroying.errorOrDestroy(stream, error ?? new codes.ERR_MULTIPLE_CALLBACK());
      return;
    }
    called = true;
    state.pendingCallbacks--;
    if (error) {
      for (const callback of state.onFinish.splice(0)) callback(error);
      destroying.errorOrDestroy(stream, error, state.sync);
    } else if (needFinish(state)) {
      state.prefinished = true;
      stream.emit('prefinish');
      state.pendingCallbacks++;
      nextTick(finish, stream, state);
    }
  }
  state.sync = true;
  try {
    stream._final(onFinal);
  } catch (error) {
    onFinal(error);
  }
  state.sync = false;
}

function finishMaybe(stream, state, sync) {
  if (!needFinish(state)) return;
  prefinish(stream, state);
  if (state.pendingCallbacks !== 0) return;
  if (sync) {
    state.pendingCallbacks++;
    nextTick(finishTick, stream, state);
  } else if (needFinish(state)) {
    state.pendingCallbacks++;
    finish(stream, state);
  }
}

function finishTick(stream, state) {
  if (needFinish(state)) finish(stream, state);
  else state.pendingCallbacks--;
}

function finish(stream, state) {
  state.pendingCallbacks--;
  state.finished = true;
  for (const callback of state.onFinish.splice(0)) callback(null);
  stream.emit('finish');
  if (state.autoDestroy) {
    const reading = stream._readableState;
    if (!reading || (reading.autoDestroy && (reading.endEmitted || reading.readableOverride === false))) stream.destroy();
  }
}

proto.destroy = function (error, callback) {
  const state = this._writableState;
  if (!state.destroyed && (state.bufferedIndex < state.buffered.length || state.onFinish.length)) nextTick(failBuffer, state);
  destroying.destroy.call(this, error, callback);
  return this;
};

proto[require('events').captureRejectionSymbol] = function (error) {
  this.destroy(error);
};

require('internal/streams/writable_properties').define(Writable);

module.exports = Writable;
