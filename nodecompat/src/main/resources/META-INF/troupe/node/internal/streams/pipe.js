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
    if (onDrain && state.awaitDrain && (!target._writableState || target._writableState.needDrain)) onDrain();
  }

  function pause() {
    if (!cleanedUp) {
      (state.awaitDrain ??= new Set()).add(target);
      source.pause();
    }
    if (!onDrain) {
      onDrain = () => {
        state.awaitDrain?.delete(target);
        if (!state.awaitDrain?.size && source.listenerCount('data') > 0) source.resume();
      };
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
  state.awaitDrain?.delete(target);
  if (state.pipes.length === 0) this.pause();
  target.emit('unpipe', this, { hasUnpiped: false });
  return this;
}

module.exports = { define };
