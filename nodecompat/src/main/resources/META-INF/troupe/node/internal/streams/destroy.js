// How streams are constructed, destroyed and report errors (nodejs.org/api/stream.html#readabledestroyerror, v22).
'use strict';

const { nextTick } = require('internal/ticks');
const { codes, aggregateTwoErrors } = require('internal/errors');

const kDestroy = Symbol('kDestroy');
const kConstruct = Symbol('kConstruct');

function remember(reading, writing, error) {
  if (!error) return;
  void error.stack; // captured before the stream forgets where it was
  if (writing && !writing.errored) writing.errored = error;
  if (reading && !reading.errored) reading.errored = error;
}

function destroy(error, callback) {
  const reading = this._readableState;
  const writing = this._writableState;
  const state = writing || reading;
  if (writing?.destroyed || reading?.destroyed) {
    if (typeof callback === 'function') callback();
    return this;
  }
  remember(reading, writing, error);
  if (writing) writing.destroyed = true;
  if (reading) reading.destroyed = true;
  if (state.constructed) {
    destroyNow(this, error, callback);
  } else {
    this.once(kDestroy, (late) => destroyNow(this, aggregateTwoErrors(late, error), callback));
  }
  return this;
}

function destroyNow(stream, error, callback) {
  let called = false;
  function onDestroyed(failure) {
    if (called) return;
    called = true;
    const reading = stream._readableState;
    const writing = stream._writableState;
    remember(reading, writing, failure);
    if (writing) writing.closed = true;
    if (reading) reading.closed = true;
    if (typeof callback === 'function') callback(failure);
    if (failure) nextTick(emitErrorAndClose, stream, failure);
    else nextTick(emitClose, stream);
  }
  try {
    stream._destroy(error || null, onDestroyed);
  } catch (failure) {
    onDestroyed(failure);
  }
}

function emitErrorAndClose(stream, error) {
  emitError(stream, error);
  emitClose(stream);
}

function emitClose(stream) {
  const reading = stream._readableState;
  const writing = stream._writableState;
  if (writing) writing.closeEmitted = true;
  if (reading) reading.closeEmitted = true;
  if (writing?.emitClose || reading?.emitClose) stream.emit('close');
}

function emitError(stream, error) {
  const reading = stream._readableState;
  const writing = stream._writableState;
  if (writing?.errorEmitted || reading?.errorEmitted) return;
  if (writing) writing.errorEmitted = true;
  if (reading) reading.errorEmitted = true;
  stream.emit('error', error);
}

function defaultDestroy(error, callback) {
  callback(error);
}

/** As if it had never been destroyed: sockets connect again. */
function undestroy() {
  const reading = this._readableState;
  const writing = this._writableState;
  if (reading) {
    reading.constructed = true;
    reading.closed = reading.closeEmitted = reading.destroyed = reading.errorEmitted = reading.reading = false;
    reading.errored = null;
    reading.ended = reading.endEmitted = reading.readable === false;
  }
  if (writing) {
    writing.constructed = true;
    writing.destroyed = writing.closed = writing.closeEmitted = writing.errorEmitted = writing.finalCalled = writing.prefinished = false;
    writing.errored = null;
    writing.ended = writing.ending = writing.finished = writing.writable === false;
  }
}

/** Destroys if the stream does that by itself, else only emits the error. */
function errorOrDestroy(stream, error, sync) {
  const reading = stream._readableState;
  const writing = stream._writableState;
  if (writing?.destroyed || reading?.destroyed) return stream;
  if (reading?.autoDestroy || writing?.autoDestroy) {
    stream.destroy(error);
  } else if (error) {
    remember(reading, writing, error);
    if (sync) nextTick(emitError, stream, error);
    else emitError(stream, error);
  }
  return stream;
}

/** Runs `_construct` in the next tick; nothing is read or written before it has called back. */
function construct(stream, callback) {
  const reading = stream._readableState;
  const writing = stream._writableState;
  if (reading) reading.constructed = false;
  if (writing) writing.constructed = false;
  stream.once(kConstruct, callback);
  if (stream.listenerCount(kConstruct) === 1) nextTick(constructNow, stream);
}

function constructNow(stream) {
  let called = false;
  function onConstructed(error) {
    const state = stream._writableState || stream._readableState;
    if (called) {
      errorOrDestroy(stream, error ?? new codes.ERR_MULTIPLE_CALLBACK());
      return;
    }
    called = true;
    const { _readableState: reading, _writableState: writing } = stream;
    if (reading) reading.constructed = true;
    if (writing) writing.constructed = true;
    if (state.destroyed) stream.emit(kDestroy, error);
    else if (error) errorOrDestroy(stream, error, true);
    else stream.emit(kConstruct);
  }
  try {
    stream._construct((error) => nextTick(onConstructed, error));
  } catch (error) {
    nextTick(onConstructed, error);
  }
}

/** Destroys what may be a stream of any age, as pipeline and finished need it. */
function destroyer(stream, error) {
  if (!stream || stream.destroyed) return;
  const kinds = require('internal/streams/kinds');
  const reason = error || kinds.isFinished(stream) ? error : new (require('internal/errors').AbortError)();
  if (kinds.isServerRequest(stream)) {
    stream.socket = null; // the answer still goes through it
    stream.destroy(reason);
  } else if (kinds.isRequest(stream)) stream.abort();
  else if (kinds.isRequest(stream.req)) stream.req.abort();
  else if (typeof stream.destroy === 'function') stream.destroy(reason);
  else if (typeof stream.close === 'function') stream.close();
  if (!stream.destroyed) stream[kinds.kIsDestroyed] = true;
}

module.exports = { destroy, defaultDestroy, undestroy, errorOrDestroy, construct, destroyer };
