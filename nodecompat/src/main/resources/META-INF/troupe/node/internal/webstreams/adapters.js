// Node streams from web streams and back (nodejs.org/api/stream.html#streamreadablefromwebreadablestream-options and its kin, v22).
'use strict';

const { codes, AbortError } = require('internal/errors');
const { nextTick } = require('internal/ticks');
const { validateBoolean, validateObject, validateOneOf } = require('internal/validators');
const { Deferred, nop, when } = require('internal/webstreams/slots');
const { finished } = require('internal/streams/end_of_stream');
const { destroyer } = require('internal/streams/destroy');
const kinds = require('internal/streams/kinds');

/** Settles when a web stream of ours closes or errors, locked or not. */
function closedPromise(stream) {
  const core = coreOfAny(stream);
  if (core === undefined) throw new codes.ERR_INVALID_ARG_TYPE('stream', ['ReadableStream', 'WritableStream'], stream);
  if (core.ended === undefined) {
    core.ended = new Deferred();
    if (core.state === 'closed') core.ended.resolve(undefined);
    else if (core.state === 'errored') core.ended.reject(core.storedError);
    when(core.ended.promise, nop);
  }
  return core.ended.promise;
}

function coreOfAny(stream) {
  return require('internal/webstreams/readable/stream').coreOf(stream) ?? require('internal/webstreams/writable/stream').writableCoreOf(stream);
}

function checkReadable(stream, name = 'readableStream') {
  if (require('internal/webstreams/readable/stream').coreOf(stream) === undefined) throw new codes.ERR_INVALID_ARG_TYPE(name, 'ReadableStream', stream);
}

function checkWritable(stream, name = 'writableStream') {
  if (require('internal/webstreams/writable/stream').writableCoreOf(stream) === undefined) {
    throw new codes.ERR_INVALID_ARG_TYPE(name, 'WritableStream', stream);
  }
}

/** Reads one chunk for each `_read`; gives the reader's `cancel` for the destruction. */
function readInto(stream, readable, onEnd = nop) {
  const reader = stream.getReader();
  let closed = false;
  when(reader.closed, () => {
    closed = true;
  }, (error) => {
    closed = true;
    destroyer(readable(), error);
  });
  return {
    read() {
      when(reader.read(), ({ done, value }) => {
        if (done) onEnd();
        readable().push(done ? null : value);
      }, (error) => destroyer(readable(), error));
    },
    cancel(error, callback) {
      if (closed) {
        nextTick(callback, error);
        return;
      }
      when(reader.cancel(error), () => nextTick(callback, error), () => nextTick(callback, error));
    },
  };
}

function writeInto(stream, writable) {
  const writer = stream.getWriter();
  let closed = false;
  when(writer.closed, () => {
    closed = true;
  }, (error) => {
    closed = true;
    destroyer(writable(), error);
  });
  const tell = (promise, callback) => when(promise, () => nextTick(callback, null), (error) => nextTick(callback, error));
  return {
    write(chunk, encoding, callback) {
      const { decodeStrings, objectMode } = writable()._writableState;
      const isText = typeof chunk === 'string' && decodeStrings && !objectMode;
      const value = isText ? require('buffer').Buffer.from(chunk, encoding) : chunk;
      when(writer.ready, () => tell(writer.write(value), callback), (error) => nextTick(callback, error));
    },
    writev(chunks, callback) {
      const writes = () => Promise.all(chunks.map(({ chunk }) => writer.write(chunk)));
      when(writer.ready, () => tell(writes(), callback), (error) => nextTick(callback, error));
    },
    final(callback) {
      if (closed) nextTick(callback);
      else tell(writer.close(), callback);
    },
    abort(error, callback) {
      if (closed) {
        nextTick(callback, error);
        return;
      }
      const ended = error !== null && error !== undefined ? writer.abort(error) : writer.close();
      when(ended, () => nextTick(callback, error), () => nextTick(callback, error));
    },
  };
}

function readableFromWeb(stream, options = {}) {
  checkReadable(stream);
  validateObject(options, 'options');
  const { highWaterMark, encoding, objectMode = false, signal } = options;
  checkEncoding(encoding, 'options.encoding');
  validateBoolean(objectMode, 'options.objectMode');
  const source = readInto(stream, () => readable);
  const readable = new (require('internal/streams/readable'))({
    highWaterMark, encoding, objectMode, signal,
    read: source.read,
    destroy: source.cancel,
  });
  return readable;
}

function checkEncoding(encoding, name) {
  if (encoding !== undefined && !require('buffer').Buffer.isEncoding(encoding)) throw new codes.ERR_INVALID_ARG_VALUE(name, encoding);
}

function writableFromWeb(stream, options = {}) {
  checkWritable(stream);
  validateObject(options, 'options');
  const { highWaterMark, decodeStrings = true, objectMode = false, signal } = options;
  validateBoolean(objectMode, 'options.objectMode');
  validateBoolean(decodeStrings, 'options.decodeStrings');
  const sink = writeInto(stream, () => writable);
  const writable = new (require('internal/streams/writable'))({
    highWaterMark, decodeStrings, objectMode, signal,
    write: sink.write,
    writev: sink.writev,
    final: sink.final,
    destroy: sink.abort,
  });
  return writable;
}

function duplexFromWeb(pair, options = {}) {
  validateObject(pair, 'pair');
  checkReadable(pair.readable, 'pair.readable');
  checkWritable(pair.writable, 'pair.writable');
  validateObject(options, 'options');
  const { allowHalfOpen = false, objectMode = false, encoding, decodeStrings = true, highWaterMark, signal } = options;
  validateBoolean(objectMode, 'options.objectMode');
  checkEncoding(encoding, 'options.encoding');
  const sink = writeInto(pair.writable, () => duplex);
  const source = readInto(pair.readable, () => duplex);
  const duplex = new (require('internal/streams/duplex'))({
    allowHalfOpen, highWaterMark, objectMode, encoding, decodeStrings, signal,
    read: source.read,
    write: sink.write,
    writev: sink.writev,
    final: sink.final,
    destroy(error, callback) {
      sink.abort(error, () => source.cancel(error, callback));
    },
  });
  return duplex;
}

/** Chunks go out of a Node stream as they are wanted. */
function readableToWeb(readable, options = {}) {
  if (typeof readable?._readableState !== 'object') throw new codes.ERR_INVALID_ARG_TYPE('streamReadable', 'stream.Readable', readable);
  validateObject(options, 'options');
  if (options.type !== undefined) validateOneOf(options.type, 'options.type', ['bytes', undefined]);
  const { ReadableStream } = require('internal/webstreams/readable/stream');
  const isBytes = options.type === 'bytes';
  if (kinds.isDestroyed(readable) || !kinds.isReadable(readable)) {
    const empty = new ReadableStream(isBytes ? { type: 'bytes' } : {});
    empty.cancel();
    return empty;
  }
  const objectMode = readable.readableObjectMode;
  let canceled = false;
  let controller;
  const onData = (chunk) => {
    if (canceled) return;
    const isBuffer = !objectMode && chunk instanceof Uint8Array;
    controller.enqueue(isBuffer ? new Uint8Array(chunk) : chunk);
    if (controller.desiredSize <= 0) readable.pause();
  };
  readable.pause();
  const stop = finished(readable, (error) => {
    const failure = error?.code === 'ERR_STREAM_PREMATURE_CLOSE' ? new AbortError(undefined, { cause: error }) : error;
    stop();
    readable.on('error', nop); // errors that come after the end have nowhere to go
    if (failure) controller.error(failure);
    else if (!canceled) controller.close();
  });
  readable.on('data', onData);
  return new ReadableStream({
    type: isBytes ? 'bytes' : undefined,
    start(given) {
      controller = given;
    },
    pull() {
      readable.resume();
    },
    cancel(reason) {
      canceled = true;
      destroyer(readable, reason);
    },
  }, isBytes ? { highWaterMark: options.strategy?.highWaterMark ?? readable.readableHighWaterMark } : strategyFor(readable, options, objectMode));
}

function strategyFor(readable, options, objectMode) {
  if (options.strategy) return options.strategy;
  const { ByteLengthQueuingStrategy, CountQueuingStrategy } = require('internal/webstreams/strategies');
  const highWaterMark = readable.readableHighWaterMark;
  return objectMode ? new CountQueuingStrategy({ highWaterMark }) : new ByteLengthQueuingStrategy({ highWaterMark });
}

function writableToWeb(writable) {
  if (typeof writable?._writableState !== 'object' && !kinds.isWritableNode(writable)) {
    throw new codes.ERR_INVALID_ARG_TYPE('streamWritable', 'stream.Writable', writable);
  }
  const { WritableStream } = require('internal/webstreams/writable/stream');
  if (kinds.isDestroyed(writable) || !kinds.isWritable(writable)) {
    const ended = new WritableStream();
    ended.close();
    return ended;
  }
  let controller;
  let drained; // Deferred while the stream is full
  let closed; // Deferred once the end was asked for
  const { CountQueuingStrategy, ByteLengthQueuingStrategy } = require('internal/webstreams/strategies');
  const highWaterMark = writable.writableHighWaterMark;
  const strategy = writable.writableObjectMode ? new CountQueuingStrategy({ highWaterMark }) : new ByteLengthQueuingStrategy({ highWaterMark });
  const stop = finished(writable, (error) => {
    const failure = error?.code === 'ERR_STREAM_PREMATURE_CLOSE' ? new AbortError(undefined, { cause: error }) : error;
    stop();
    writable.on('error', nop); // errors that come after the end have nowhere to go
    if (failure) {
      drained?.reject(failure);
      if (closed !== undefined) closed.reject(failure);
      controller.error(failure);
    } else if (closed !== undefined) {
      closed.resolve();
    } else {
      controller.error(new AbortError());
    }
    drained = closed = undefined;
  });
  writable.on('drain', () => drained?.resolve());
  return new WritableStream({
    start(given) {
      controller = given;
    },
    write(chunk) {
      if (!writable.writableNeedDrain && writable.write(chunk)) return undefined;
      drained = new Deferred();
      const { promise } = drained;
      return promise.finally(() => {
        drained = undefined;
      });
    },
    abort(reason) {
      destroyer(writable, reason);
    },
    close() {
      if (closed === undefined && !kinds.isWritableEnded(writable)) {
        closed = new Deferred();
        const { promise } = closed;
        writable.end();
        return promise;
      }
      return closed === undefined ? undefined : closed.promise;
    },
  }, strategy);
}

function duplexToWeb(duplex, options = {}) {
  if (typeof duplex?._writableState !== 'object' || typeof duplex?._readableState !== 'object') {
    throw new codes.ERR_INVALID_ARG_TYPE('duplex', 'stream.Duplex', duplex);
  }
  return { writable: writableToWeb(duplex), readable: readableToWeb(duplex, options) };
}

module.exports = { closedPromise, readableFromWeb, writableFromWeb, duplexFromWeb, readableToWeb, writableToWeb, duplexToWeb };
