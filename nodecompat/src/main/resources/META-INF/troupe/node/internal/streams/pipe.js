// https://nodejs.org/docs/latest-v22.x/api/stream.html#readablepipedestination-options (v22)
'use strict';

const { nextTick } = require('internal/ticks');
const EventEmitter = require('events');

function define(Readable) {
  Readable.prototype.pipe = pipe;
  Readable.prototype.unpipe = unpipe;
}

function pipe(target, options) {
  const source = this;
  const state = source._readableState;
  if (state.pipes.length === 1 && !state.multiAwaitDrain) {
    state.multiAwaitDrain = true;
    state.awaitDrainWriters = new Set(state.awaitDrainWriters ? [state.awaitDrainWriters] : []);
  }
  state.pipes.push(target);
  const ends = options?.end !== false && target !== process.stdout && target !== process.stderr;
  const onSourceEnd = ends ? onEnd : unpipeTarget;
  if (state.endEmitted) nextTick(onSourceEnd);
  else source.once('end', onSourceEnd);
  target.on('unpipe', onUnpipe);

  let cleanedUp = false;
  let onDrain;

  function onUnpipe(readable, info) {
    if (readable === source && info && !info.hasUnpiped) {
      info.hasUnpiped = true;
      cleanUp();
    }
  }

  function onEnd() {
    target.end();
  }

  function cleanUp() {
    target.removeListener('close', onClose);
    target.removeListener('finish', onFinish);
    if (onDrain) target.removeListener('drain', onDrain);
    target.removeListener('error', onError);
    target.removeListener('unpipe', onUnpipe);
    source.removeListener('end', onEnd);
    source.removeListener('end', unpipeTarget);
    source.removeListener('data', onData);
    cleanedUp = true;
    if (onDrain && state.awaitDrainWriters && (!target._writableState || target._writableState.needDrain)) onDrain();
  }

  function pause() {
    if (!cleanedUp) {
      awaitDrain(state, target);
      source.pause();
    }
    if (!onDrain) {
      onDrain = () => drained(source, state, target);
      target.on('drain', onDrain);
    }
  }

  function onData(chunk) {
    if (target.write(chunk) === false) pause();
  }
  source.on('data', onData);

  function onError(error) {
    unpipeTarget();
    target.removeListener('error', onError);
    if (target.listenerCount('error') === 0) {
      const writing = target._writableState || target._readableState;
      if (writing && !writing.errorEmitted) require('internal/streams/destroy').errorOrDestroy(target, error);
      else target.emit('error', error);
    }
  }
  prepend(target, 'error', onError);

  function onClose() {
    target.removeListener('finish', onFinish);
    unpipeTarget();
  }
  target.once('close', onClose);

  function onFinish() {
    target.removeListener('close', onClose);
    unpipeTarget();
  }
  target.once('finish', onFinish);

  function unpipeTarget() {
    source.unpipe(target);
  }

  target.emit('pipe', source);
  if (target.writableNeedDrain === true) pause();
  else if (!state.flowing) source.resume();
  return target;
}

function awaitDrain(state, target) {
  if (state.pipes.length === 1 && state.pipes[0] === target) {
    state.awaitDrainWriters = target;
    state.multiAwaitDrain = false;
  } else if (state.pipes.length > 1 && state.pipes.includes(target)) {
    state.awaitDrainWriters.add(target);
  }
}

function forgetTarget(state, target) {
  if (state.multiAwaitDrain) state.awaitDrainWriters.delete(target);
  else if (state.awaitDrainWriters === target) state.awaitDrainWriters = null;
}

/** All that were full have room again: on. */
function drained(source, state, target) {
  forgetTarget(state, target);
  const waits = state.multiAwaitDrain ? state.awaitDrainWriters.size > 0 : state.awaitDrainWriters !== null;
  if (!waits && source.listenerCount('data') > 0) source.resume();
}

function prepend(emitter, event, listener) {
  if (typeof emitter.prependListener === 'function') emitter.prependListener(event, listener);
  else EventEmitter.prototype.prependListener.call(emitter, event, listener);
}

function unpipe(target) {
  const state = this._readableState;
  if (state.pipes.length === 0) return this;
  if (!target) {
    const targets = state.pipes;
    state.pipes = [];
    this.pause();
    for (const one of targets) one.emit('unpipe', this, { hasUnpiped: false });
    return this;
  }
  const index = state.pipes.indexOf(target);
  if (index === -1) return this;
  state.pipes.splice(index, 1);
  if (state.pipes.length === 0) this.pause();
  target.emit('unpipe', this, { hasUnpiped: false });
  return this;
}

module.exports = { define };
