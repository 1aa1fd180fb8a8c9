// How chunks go through a Writable: one `_write` at a time, the rest waits in a buffer (nodejs.org/api/stream.html#implementing-a-writable-stream, v22).
'use strict';

const { nextTick } = require('internal/ticks');
const { errorOrDestroy } = require('internal/streams/destroy');
const { codes } = require('internal/errors');

function nop() {}

let toBytes;

/** True to go on, false to wait for 'drain', an error if nothing was taken. */
function write(stream, chunk, encoding, callback) {
  const state = stream._writableState;
  if (chunk === null) throw new codes.ERR_STREAM_NULL_VALUES();
  let value = chunk;
  let as = encoding;
  if (!state.objectMode) {
    if (!encoding) as = state.defaultEncoding;
    else if (as !== 'buffer' && as !== 'utf8' && !require('buffer').Buffer.isEncoding(as)) throw new codes.ERR_UNKNOWN_ENCODING(as);
    toBytes ??= require('internal/streams/bytes').toBytes;
    if (typeof chunk !== 'string') {
      value = toBytes(chunk);
      if (value === undefined) throw new codes.ERR_INVALID_ARG_TYPE('chunk', ['string', 'Buffer', 'TypedArray', 'DataView'], chunk);
      as = 'buffer';
    } else if (state.decodeStrings) {
      value = toBytes(chunk, as);
      as = 'buffer';
    }
  }
  const done = typeof callback === 'function' ? callback : nop;
  if (state.ending || state.destroyed) return refuse(stream, state, done);
  return submit(stream, state, value, as, done, state.objectMode ? 1 : value.length);
}

function refuse(stream, state, callback) {
  const error = state.ending ? new codes.ERR_STREAM_WRITE_AFTER_END() : new codes.ERR_STREAM_DESTROYED('write');
  nextTick(callback, error);
  errorOrDestroy(stream, error, true);
  return error;
}

/** `encoding` and `length` are those of the chunk as it is. */
function submit(stream, state, chunk, encoding, callback, length) {
  state.pendingcb++;
  state.length += length;
  // asked before the write: it may take the chunk at once
  const goOn = state.length < state.highWaterMark;
  if (!goOn) state.needDrain = true;
  if (state.writing || state.corked !== 0 || state.errored || !state.constructed) {
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

/** Makes what an implementation's `_write` calls when it is done with a chunk. */
function onWriteOf(stream, state) {
  return (error) => {
    const { sync, writeCallback: callback } = state;
    if (callback === null) {
      errorOrDestroy(stream, new codes.ERR_MULTIPLE_CALLBACK());
      return;
    }
    state.writing = false;
    state.writeCallback = null;
    state.length -= state.writeLength;
    state.writeLength = 0;
    if (error) {
      onError(stream, state, error, callback, sync);
      return;
    }
    if (state.buffered.length > state.bufferedIndex) clearBuffer(stream, state);
    if (!sync) {
      afterWrite(stream, state, 1, callback);
    } else if (callback === nop && !state.ending && !state.destroyed && !(state.needDrain && state.length === 0)) {
      state.pendingcb--; // nobody is to be told: no tick
    } else if (state.afterWrite !== null && state.afterWrite.callback === callback) {
      state.afterWrite.count++;
    } else {
      state.afterWrite = { count: 1, callback, stream, state };
      nextTick(afterWriteTick, state.afterWrite);
    }
  };
}

function onError(stream, state, error, callback, sync) {
  void error.stack; // captured while it still says where
  if (!state.errored) state.errored = error;
  const reading = stream._readableState;
  if (reading && !reading.errored) reading.errored = error;
  if (sync) nextTick(afterError, stream, state, error, callback);
  else afterError(stream, state, error, callback);
}

function afterError(stream, state, error, callback) {
  state.pendingcb--;
  callback(error);
  failBuffer(state);
  errorOrDestroy(stream, error);
}

function afterWriteTick({ stream, state, count, callback }) {
  state.afterWrite = null;
  afterWrite(stream, state, count, callback);
}

function afterWrite(stream, state, count, callback) {
  if (state.needDrain && !state.ending && !stream.destroyed && state.length === 0) {
    state.needDrain = false;
    stream.emit('drain');
  }
  for (let i = 0; i < count; i++) {
    state.pendingcb--;
    callback(null);
  }
  if (state.destroyed) failBuffer(state);
  require('internal/streams/finishing').finishMaybe(stream, state);
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
  const { onFinish } = state;
  state.onFinish = [];
  for (const callback of onFinish) callback(state.errored ?? new codes.ERR_STREAM_DESTROYED('end'));
}

function clearBuffer(stream, state) {
  if (state.corked !== 0 || state.bufferProcessing || state.destroyed || !state.constructed) return;
  const waiting = state.buffered.length - state.bufferedIndex;
  if (waiting === 0) return;
  state.bufferProcessing = true;
  if (waiting > 1 && stream._writev) writeAll(stream, state, waiting);
  else writeEach(stream, state);
  state.bufferProcessing = false;
}

function writeAll(stream, state, waiting) {
  const { buffered } = state;
  const chunks = state.bufferedIndex === 0 ? buffered : buffered.slice(state.bufferedIndex);
  chunks.allBuffers = chunks.every((one) => one.encoding === 'buffer');
  state.pendingcb -= waiting - 1;
  state.writeLength = state.length;
  // one callback stands for all
  state.writeCallback = chunks.every((one) => one.callback === nop) ? nop : (error) => {
    for (const one of chunks) one.callback(error ?? null);
  };
  state.writing = true;
  state.sync = true;
  state.buffered = [];
  state.bufferedIndex = 0;
  if (state.destroyed) state.onWrite(new codes.ERR_STREAM_DESTROYED('writev'));
  else stream._writev(chunks, state.onWrite);
  state.sync = false;
}

function writeEach(stream, state) {
  const { buffered } = state;
  while (state.bufferedIndex < buffered.length && !state.writing) {
    const { chunk, encoding, callback } = buffered[state.bufferedIndex];
    buffered[state.bufferedIndex++] = null;
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

/** After the construction, and when a duplex reads on. */
function goOnWriting(stream) {
  const state = stream._writableState;
  if (!state.writing) clearBuffer(stream, state);
  if (state.ending) require('internal/streams/finishing').finishMaybe(stream, state);
}

module.exports = { write, submit, onWriteOf, clearBuffer, failBuffer, goOnWriting, nop };
