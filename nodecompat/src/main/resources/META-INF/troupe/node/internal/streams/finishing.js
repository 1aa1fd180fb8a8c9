// How a Writable ends: end(), _final, 'prefinish', 'finish' (nodejs.org/api/stream.html#writableendchunk-encoding-callback, v22).
'use strict';

const { nextTick } = require('internal/ticks');
const { errorOrDestroy } = require('internal/streams/destroy');
const { codes } = require('internal/errors');

/** All was written after end() was called; `error` is what end's own chunk met. */
function end(stream, state, error, callback) {
  let failure = error;
  if (failure === undefined) {
    if (!state.errored && !state.ending) {
      state.ending = true;
      finishMaybe(stream, state, true);
      state.ended = true;
    } else if (state.finished) {
      failure = new codes.ERR_STREAM_ALREADY_FINISHED('end');
    } else if (state.destroyed) {
      failure = new codes.ERR_STREAM_DESTROYED('end');
    }
  }
  if (typeof callback !== 'function') return;
  if (failure) nextTick(callback, failure);
  else if (state.errored) nextTick(callback, state.errored);
  else if (state.finished) nextTick(callback, null);
  else state.onFinish.push(callback);
}

function needFinish(state) {
  return (
    state.ending && !state.destroyed && state.constructed && state.length === 0 && !state.errored && state.buffered.length === 0
    && !state.finished && !state.writing && !state.errorEmitted && !state.closeEmitted
  );
}

function finishMaybe(stream, state, sync) {
  if (!state.ending || !needFinish(state)) return;
  prefinish(stream, state);
  if (state.pendingcb !== 0) return;
  if (sync) {
    state.pendingcb++;
    nextTick(finishTick, stream, state);
  } else if (needFinish(state)) {
    state.pendingcb++;
    finish(stream, state);
  }
}

function prefinish(stream, state) {
  if (state.prefinished || state.finalCalled) return;
  if (typeof stream._final === 'function' && !state.destroyed) {
    state.finalCalled = true;
    state.pendingcb++;
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
      errorOrDestroy(stream, error ?? new codes.ERR_MULTIPLE_CALLBACK());
      return;
    }
    called = true;
    state.pendingcb--;
    if (error) {
      tellAll(state, error);
      errorOrDestroy(stream, error, state.sync);
    } else if (needFinish(state)) {
      state.prefinished = true;
      stream.emit('prefinish');
      state.pendingcb++;
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

function finishTick(stream, state) {
  if (needFinish(state)) finish(stream, state);
  else state.pendingcb--;
}

function finish(stream, state) {
  state.pendingcb--;
  state.finished = true;
  tellAll(state, null);
  stream.emit('finish');
  if (state.autoDestroy) {
    const reading = stream._readableState;
    if (!reading || (reading.autoDestroy && (reading.endEmitted || reading.readable === false))) stream.destroy();
  }
}

function tellAll(state, error) {
  const { onFinish } = state;
  state.onFinish = [];
  for (const callback of onFinish) callback(error);
}

module.exports = { end, finishMaybe };
