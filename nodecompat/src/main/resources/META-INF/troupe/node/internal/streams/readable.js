// https://nodejs.org/docs/latest-v22.x/api/stream.html#readable-streams (v22): how chunks come in and are taken out. What makes them flow is in
// internal/streams/flowing; iteration, operators and sources are in files of their own. Missing: nothing.
'use strict';

const { Stream, setUpOptions, inherit } = require('internal/streams/legacy');
const { ReadableState, chunkSize } = require('internal/streams/readable_state');
const destroying = require('internal/streams/destroy');
const { emitReadable, emitReadableNow, endReadable, maybeReadMore } = require('internal/streams/flowing');
const { codes } = require('internal/errors');

function Readable(options) {
  if (!(this instanceof Readable)) return new Readable(options);
  Stream.call(this, options);
  this._readableState = new ReadableState(options, this instanceof require('internal/streams/duplex'));
  setUpOptions(this, options, ['read', 'destroy', 'construct']);
  if (this._construct != null) destroying.construct(this, () => onConstructed(this));
}
inherit(Readable, Stream);
const proto = Readable.prototype;

function onConstructed(stream) {
  if (stream._readableState.needReadable) maybeReadMore(stream, stream._readableState);
}

proto.destroy = destroying.destroy;
proto._destroy = destroying.defaultDestroy;
proto._undestroy = destroying.undestroy;

proto[require('events').captureRejectionSymbol] = function (error) {
  this.destroy(error);
};

proto._read = function () {
  throw new codes.ERR_METHOD_NOT_IMPLEMENTED('_read()');
};

// the way of nearly all chunks, without further calls: an interpreter pays for each
proto.push = function (chunk, encoding) {
  const state = this._readableState;
  const { objectMode } = state;
  if (
    chunk === null || state.ended || state.destroyed || state.errored || state.decoder !== null
    || !(objectMode || (Buffer !== undefined && chunk instanceof Buffer && chunk.length > 0))
  ) return add(this, chunk, encoding, false);
  state.reading = false;
  if (state.flowing && state.length === 0 && !state.sync && state.dataListening) {
    if (state.awaitDrainWriters !== null) state.forgetWaiting();
    state.dataEmitted = true;
    this.emit('data', chunk);
  } else {
    state.length += objectMode ? 1 : chunk.length;
    state.buffer.push(chunk);
    if (state.needReadable) emitReadable(this);
  }
  if (!state.readingMore) maybeReadMore(this, state);
  return !state.ended && (state.length < state.highWaterMark || state.length === 0);
};

proto.unshift = function (chunk, encoding) {
  return add(this, chunk, encoding, true);
};

let toBytes;
let Buffer; // as soon as a stream has bytes

function add(stream, chunk, encoding, front) {
  const state = stream._readableState;
  if (chunk === null) {
    state.reading = false;
    onEnd(stream, state);
    return false;
  }
  let value = chunk;
  if (!state.objectMode) {
    if (toBytes === undefined) ({ toBytes, Buffer } = require('internal/streams/bytes'));
    if (typeof chunk === 'string') {
      const from = encoding || state.defaultEncoding;
      if (state.encoding !== from) {
        value = toBytes(chunk, from);
        // what comes back was decoded before
        if (front && state.encoding) value = value.toString(state.encoding);
      }
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
  if (state.flowing && state.length === 0 && !state.sync && state.dataListening) {
    if (state.awaitDrainWriters !== null) state.forgetWaiting();
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

proto.read = function (n) {
  const state = this._readableState;
  let count;
  let asked = NaN;
  if (n === undefined) {
    state.emittedReadable = false;
    count = state.length === 0 ? 0 : available(state, NaN);
  } else {
    count = asked = Number.isInteger(n) ? n : Number.parseInt(n, 10);
    if (count > state.highWaterMark) state.highWaterMark = highWaterMarkFor(count);
    if (count !== 0) state.emittedReadable = false;
    else if (state.needReadable && isFull(state)) {
      if (state.length === 0 && state.ended) endReadable(this);
      else emitReadable(this);
      return null;
    }
    count = available(state, count);
  }
  if (count === 0 && state.ended) {
    if (state.length === 0) endReadable(this);
    return null;
  }
  if (
    !state.ended && !state.reading && !state.destroyed && !state.errored && state.constructed
    && (state.needReadable || state.length === 0 || state.length - count < state.highWaterMark)
  ) {
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
  const result = count > 0 ? state.take(count) : null;
  if (result === null) {
    state.needReadable = state.length <= state.highWaterMark;
    count = 0;
  } else {
    state.length -= count;
    if (state.awaitDrainWriters !== null) state.forgetWaiting();
  }
  if (state.length === 0) {
    if (!state.ended) state.needReadable = true;
    else if (asked !== count) endReadable(this);
  }
  if (result !== null && !state.errorEmitted && !state.closeEmitted) {
    state.dataEmitted = true;
    this.emit('data', result);
  }
  return result;
};

/** Is there no reason to ask for more? */
function isFull(state) {
  return state.highWaterMark !== 0 ? state.length >= state.highWaterMark : state.length > 0 || state.ended;
}

function available(state, count) {
  if (count <= 0 || (state.length === 0 && state.ended)) return 0;
  if (state.objectMode) return 1;
  if (Number.isNaN(count)) return state.flowing && state.length ? state.buffer[state.head].length : state.length;
  if (count <= state.length) return count;
  return state.ended ? state.length : 0;
}

function highWaterMarkFor(count) {
  if (count > 0x40000000) throw new codes.ERR_OUT_OF_RANGE('size', '<= 1GiB', count);
  return 2 ** Math.ceil(Math.log2(count));
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

require('internal/streams/flowing').define(Readable);
require('internal/streams/readable_properties').define(Readable);
require('internal/streams/pipe').define(Readable);

Readable.fromWeb = (stream, options) => require('internal/webstreams/adapters').readableFromWeb(stream, options);
Readable.toWeb = (stream, options) => require('internal/webstreams/adapters').readableToWeb(stream, options);

module.exports = Readable;
