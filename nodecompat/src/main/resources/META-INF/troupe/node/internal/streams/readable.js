// https://nodejs.org/docs/latest-v22.x/api/stream.html#readable-streams (v22). Iteration, operators and sources are in files of their own.
'use strict';

const { nextTick } = require('internal/ticks');
const { Stream, setUpOptions, inherit } = require('internal/streams/legacy');
const { ReadableState, chunkSize } = require('internal/streams/readable_state');
const destroying = require('internal/streams/destroy');
const { codes } = require('internal/errors');

function Readable(options) {
  if (!(this instanceof Readable)) return new Readable(options);
  this._readableState = new ReadableState(options, this instanceof require('internal/streams/duplex'));
  setUpOptions(this, options, ['read', 'destroy', 'construct']);
  Stream.call(this, options);
  if (this._construct != null) {
    destroying.construct(this, () => {
      if (this._readableState.needReadable) maybeReadMore(this, this._readableState);
    });
  }
}
inherit(Readable, Stream);
const proto = Readable.prototype;

proto.destroy = destroying.destroy;
proto._destroy = destroying.defaultDestroy;
proto._undestroy = destroying.undestroy;

proto[require('events').captureRejectionSymbol] = function (error) {
  this.destroy(error);
};

proto._read = function () {
  throw new codes.ERR_METHOD_NOT_IMPLEMENTED('_read()');
};

// --- the producer's side

proto.push = function (chunk, encoding) {
  return add(this, chunk, encoding, false);
};

proto.unshift = function (chunk, encoding) {
  return add(this, chunk, encoding, true);
};

function add(stream, chunk, encoding, front) {
  const state = stream._readableState;
  if (chunk === null) {
    state.reading = false;
    onEnd(stream, state);
    return false;
  }
  let value = chunk;
  if (!state.objectMode) {
    const { toBytes } = require('internal/streams/bytes');
    if (typeof chunk === 'string') {
      const from = encoding || state.defaultEncoding;
      if (state.decoder === null || state.encoding !== from || front) value = toBytes(chunk, from);
      else value = chunk;
      if (front && state.encoding && typeof value !== 'string') value = value.toString(state.encoding);
    } else if (chunk !== undefined) {
      value = toBytes(chunk);
      if (value === undefined) {
        destroying.errorOrDestroy(
          stream,
          new codes.ERR_INVALID_ARG_TYPE('chunk', ['string', 'Buffer', 'TypedArray', 'DataView'], chunk),
        );
        return wantsMore(state);
      }
    }
    if (value === undefined || value.length === 0) {
      if (!front) {
        state.reading = false;
        maybeReadMore(stream, state);
      }
      return wantsMore(state);
    }
  }
  if (front) {
    if (state.endEmitted) destroying.errorOrDestroy(stream, new codes.ERR_STREAM_UNSHIFT_AFTER_END_EVENT());
    else if (state.destroyed || state.errored) return false;
    else addChunk(stream, state, value, true);
    return wantsMore(state);
  }
  if (state.ended) {
    destroying.errorOrDestroy(stream, new codes.ERR_STREAM_PUSH_AFTER_EOF());
    return false;
  }
  if (state.destroyed || state.errored) return false;
  state.reading = false;
  if (state.decoder !== null && typeof value !== 'string') {
    value = state.decoder.write(value);
    if (state.objectMode || value.length !== 0) addChunk(stream, state, value, false);
    else maybeReadMore(stream, state);
  } else {
    addChunk(stream, state, value, false);
  }
  return wantsMore(state);
}

function wantsMore(state) {
  return !state.ended && (state.length < state.highWaterMark || state.length === 0);
}

function addChunk(stream, state, chunk, front) {
  if (state.flowing && state.length === 0 && !state.sync && stream.listenerCount('data') > 0) {
    state.awaitDrain?.clear();
    state.dataEmitted = true;
    stream.emit('data', chunk);
  } else {
    state.length += chunkSize(state, chunk);
    if (front) state.unshift(chunk);
    else state.buffer.push(chunk);
    if (state.needReadable) emitReadable(stream);
  }
  maybeReadMore(stream, state);
}

function onEnd(stream, state) {
  if (state.ended) return;
  if (state.decoder !== null) {
    const rest = state.decoder.end();
    if (rest?.length) {
      state.buffer.push(rest);
      state.length += chunkSize(state, rest);
    }
  }
  state.ended = true;
  if (state.sync) {
    emitReadable(stream);
  } else {
    state.needReadable = false;
    state.emittedReadable = true;
    emitReadableNow(stream);
  }
}

function maybeReadMore(stream, state) {
  if (!state.readingMore && state.constructed) {
    state.readingMore = true;
    nextTick(readMore, stream, state);
  }
}

// reads ahead up to the high-water mark, or while the consumer flows and nothing is buffered
function readMore(stream, state) {
  while (!state.reading && !state.ended && (state.length < state.highWaterMark || (state.flowing && state.length === 0))) {
    const before = state.length;
    stream.read(0);
    if (before === state.length) break;
  }
  state.readingMore = false;
}

// --- the consumer's side

proto.read = function (n) {
  let count = n === undefined ? NaN : Number.isInteger(n) ? n : Number.parseInt(n, 10);
  const state = this._readableState;
  const asked = count;
  if (count > state.highWaterMark) state.highWaterMark = highWaterMarkFor(count);
  if (count !== 0) state.emittedReadable = false;
  if (count === 0 && state.needReadable && (state.highWaterMark !== 0 ? state.length >= state.highWaterMark : state.length > 0 || state.ended)) {
    if (state.length === 0 && state.ended) endReadable(this);
    else emitReadable(this);
    return null;
  }
  count = available(state, count);
  if (count === 0 && state.ended) {
    if (state.length === 0) endReadable(this);
    return null;
  }
  let read = state.needReadable || state.length === 0 || state.length - count < state.highWaterMark;
  if (state.ended || state.reading || state.destroyed || state.errored || !state.constructed) {
    read = false;
  } else if (read) {
    state.reading = true;
    state.sync = true;
    if (state.length === 0) state.needReadable = true;
    try {
      this._read(state.highWaterMark);
    } catch (error) {
      destroying.errorOrDestroy(this, error);
    }
    state.sync = false;
    if (!state.reading) count = available(state, asked);
  }
  let result = count > 0 ? state.take(count) : null;
  if (result === null) {
    state.needReadable = state.length <= state.highWaterMark;
    count = 0;
  } else {
    state.length -= count;
    state.awaitDrain?.clear();
  }
  if (state.length === 0) {
    if (!state.ended) state.needReadable = true;
    if (asked !== count && state.ended) endReadable(this);
  }
  if (result !== null && !state.errored && !state.closeEmitted) {
    state.dataEmitted = true;
    this.emit('data', result);
  }
  return result;
};

function available(state, count) {
  if (count <= 0 || (state.length === 0 && state.ended)) return 0;
  if (state.objectMode) return 1;
  if (Number.isNaN(count)) return state.flowing && state.length ? state.firstLength() : state.length;
  if (count <= state.length) return count;
  return state.ended ? state.length : 0;
}

function highWaterMarkFor(count) {
  if (count > 0x40000000) throw new codes.ERR_OUT_OF_RANGE('size', '<= 1GiB', count);
  return 2 ** Math.ceil(Math.log2(count));
}

function emitReadable(stream) {
  const state = stream._readableState;
  state.needReadable = false;
  if (!state.emittedReadable) {
    state.emittedReadable = true;
    nextTick(emitReadableNow, stream);
  }
}

function emitReadableNow(stream) {
  const state = stream._readableState;
  if (!state.destroyed && !state.errored && (state.length || state.ended)) {
    stream.emit('readable');
    state.emittedReadable = false;
  }
  state.needReadable = !state.flowing && !state.ended && state.length <= state.highWaterMark;
  flow(stream);
}

function endReadable(stream) {
  const state = stream._readableState;
  if (!state.endEmitted) {
    state.ended = true;
    nextTick(endReadableNow, state, stream);
  }
}

function endReadableNow(state, stream) {
  if (state.errored || state.closeEmitted || state.endEmitted || state.length !== 0) return;
  state.endEmitted = true;
  stream.emit('end');
  if (stream.writable && stream.allowHalfOpen === false) {
    nextTick(endWritable, stream);
  } else if (state.autoDestroy) {
    const writing = stream._writableState;
    const done = !writing || (writing.autoDestroy && (writing.finished || writing.writable === false));
    if (done) stream.destroy();
  }
}

function endWritable(stream) {
  if (stream.writable && !stream.writableEnded && !stream.destroyed) stream.end();
}

proto.setEncoding = function (encoding) {
  const { StringDecoder } = require('string_decoder');
  const state = this._readableState;
  const decoder = new StringDecoder(encoding);
  state.decoder = decoder;
  state.encoding = decoder.encoding;
  let content = '';
  for (const chunk of state.drain()) content += decoder.write(chunk);
  if (content !== '') state.buffer.push(content);
  state.length = content.length;
  return this;
};

// --- listening and flowing

proto.on = function (event, listener) {
  const result = Stream.prototype.on.call(this, event, listener);
  const state = this._readableState;
  if (event === 'data') {
    state.readableListening = this.listenerCount('readable') > 0;
    if (state.flowing !== false) this.resume();
  } else if (event === 'readable' && !state.endEmitted && !state.readableListening) {
    state.readableListening = state.needReadable = true;
    state.flowing = false;
    state.emittedReadable = false;
    if (state.length) emitReadable(this);
    else if (!state.reading) nextTick(readNothing, this);
  }
  return result;
};
proto.addListener = proto.on;

function readNothing(stream) {
  stream.read(0);
}

proto.removeListener = function (event, listener) {
  const result = Stream.prototype.removeListener.call(this, event, listener);
  if (event === 'readable') nextTick(updateListening, this);
  else if (event === 'data' && this.listenerCount('data') === 0) this._readableState.dataListeners = false;
  return result;
};
proto.off = proto.removeListener;

proto.removeAllListeners = function (event) {
  const result = Stream.prototype.removeAllListeners.apply(this, arguments);
  if (event === 'readable' || event === undefined) nextTick(updateListening, this);
  return result;
};

function updateListening(stream) {
  const state = stream._readableState;
  state.readableListening = stream.listenerCount('readable') > 0;
  if (state.resumeScheduled && state.paused === false) state.flowing = true;
  else if (stream.listenerCount('data') > 0) stream.resume();
  else if (!state.readableListening) state.flowing = null;
}

proto.resume = function () {
  const state = this._readableState;
  if (!state.flowing) {
    state.flowing = !state.readableListening;
    if (!state.resumeScheduled) {
      state.resumeScheduled = true;
      nextTick(resumeNow, this, state);
    }
  }
  state.paused = false;
  return this;
};

function resumeNow(stream, state) {
  if (!state.reading) stream.read(0);
  state.resumeScheduled = false;
  stream.emit('resume');
  flow(stream);
  if (state.flowing && !state.reading) stream.read(0);
}

proto.pause = function () {
  const state = this._readableState;
  if (state.flowing !== false) {
    state.flowing = false;
    this.emit('pause');
  }
  state.paused = true;
  return this;
};

proto.isPaused = function () {
  return this._readableState.paused === true || this._readableState.flowing === false;
};

function flow(stream) {
  const state = stream._readableState;
  while (state.flowing && stream.read() !== null);
}

require('internal/streams/readable_properties').define(Readable);
require('internal/streams/pipe').define(Readable);

module.exports = Readable;
