// How the stages of a pipeline feed one another (nodejs.org/api/stream.html#streampipelinesource-transforms-destination-callback, v22):
// Node streams by pipe, web streams, iterables and generator functions by pumping with regard to back-pressure.
'use strict';

const { nextTick } = require('internal/ticks');
const { codes } = require('internal/errors');
const { finished } = require('internal/streams/end_of_stream');
const kinds = require('internal/streams/kinds');

/** Puts `stage` behind `previous`; gives what the next stage reads from. */
function connect(line, previous, stage, index, isLast, ends) {
  if (typeof stage === 'function') return connectFunction(line, previous, stage, index, isLast);
  if (index === 0) {
    if (kinds.isIterable(stage) || kinds.isReadableNode(stage) || kinds.isReadableStream(stage) || kinds.isTransformStream(stage)) return stage;
    return require('internal/streams/duplexify').duplexFrom(stage);
  }
  if (kinds.isNode(stage)) {
    toNode(line, previous, stage, ends, isLast);
    return stage;
  }
  if (kinds.isTransformStream(stage)) {
    toWritableStream(line, previous, stage.writable, ends);
    return stage;
  }
  if (kinds.isWritableStream(stage)) {
    toWritableStream(line, previous, stage, ends);
    return stage;
  }
  return require('internal/streams/duplexify').duplexFrom(stage);
}

function nop() {}

function connectFunction(line, previous, stage, index, isLast) {
  if (index === 0) {
    const source = stage({ signal: line.signal });
    if (!kinds.isIterable(source)) throw new codes.ERR_INVALID_RETURN_VALUE('Iterable, AsyncIterable or Stream', stage, source);
    return source;
  }
  const result = stage(iterableOf(previous), { signal: line.signal });
  if (!isLast) {
    if (!kinds.isIterable(result, 'async')) throw new codes.ERR_INVALID_RETURN_VALUE('AsyncIterable', `transform[${index - 1}]`, result);
    return result;
  }
  return collect(line, stage, result);
}

/** What the last function gives is read from the stream that the pipeline gives. */
function collect(line, stage, result) {
  const PassThrough = require('internal/streams/passthrough');
  const output = new PassThrough({ objectMode: true });
  const then = result?.then;
  if (typeof then === 'function') {
    line.expect();
    then.call(
      result,
      (value) => {
        line.value = value;
        if (value !== null && value !== undefined) output.write(value);
        if (line.end) output.end();
        nextTick(line.finish);
      },
      (error) => {
        output.destroy(error);
        nextTick(line.finish, error);
      },
    );
  } else if (kinds.isIterable(result, 'async')) {
    line.expect();
    pumpToNode(result, output, line.finish, line.end);
  } else {
    throw new codes.ERR_INVALID_RETURN_VALUE('AsyncIterable or Promise', stage, result);
  }
  line.watch(output, false, true, true);
  return output;
}

function iterableOf(source) {
  const from = kinds.isTransformStream(source) ? source.readable : source;
  if (kinds.isIterable(from)) return from;
  if (kinds.isReadableNode(from)) return readOut(from);
  throw new codes.ERR_INVALID_ARG_TYPE('val', ['Readable', 'Iterable', 'AsyncIterable'], from);
}

async function* readOut(stream) {
  yield* require('internal/streams/readable').prototype[Symbol.asyncIterator].call(stream);
}

function toNode(line, previous, target, ends, isLast) {
  if (kinds.isNode(previous)) {
    line.pending += 2;
    pipe(line, previous, target, ends, isLast);
    return;
  }
  const source = kinds.isTransformStream(previous) ? previous.readable : previous;
  if (!kinds.isReadableStream(source) && !kinds.isIterable(source)) {
    throw new codes.ERR_INVALID_ARG_TYPE('val', ['Readable', 'Iterable', 'AsyncIterable', 'ReadableStream', 'TransformStream'], previous);
  }
  line.expect();
  pumpToNode(source, target, line.finish, ends);
}

function pipe(line, source, target, ends, isLast) {
  const { finish } = line;
  let ended = false;
  // the target closed first: what it leaves unread ends the source, whose end ends the pipeline
  target.on('close', () => {
    if (!ended) line.fail(new codes.ERR_STREAM_PREMATURE_CLOSE());
  });
  source.pipe(target, { end: false });
  if (ends) {
    const end = () => {
      ended = true;
      target.end();
    };
    if (kinds.isReadableFinished(source)) nextTick(end);
    else source.once('end', end);
  } else {
    finish();
  }
  finished(source, { readable: true, writable: false }, (error) => {
    const state = source._readableState;
    const read = error?.code === 'ERR_STREAM_PREMATURE_CLOSE' && state?.ended && !state.errored && !state.errorEmitted;
    // closed before its last chunks were taken: they still can be
    if (read) source.once('end', finish).once('error', finish);
    else finish(error);
  });
  if (!ends) return;
  const stop = finished(target, { readable: false, writable: true }, finish);
  if (isLast && kinds.isReadable(target)) line.lastStops.push(stop);
}

/** Writes all of an iterable, waiting for 'drain' where the target asks for that. */
async function pumpToNode(iterable, writable, finish, ends) {
  let error;
  let wake = null;
  const resume = (failure) => {
    if (failure) error = failure;
    if (wake !== null) {
      const go = wake;
      wake = null;
      go();
    }
  };
  const drained = () =>
    new Promise((resolve, reject) => {
      if (error) {
        reject(error);
      } else {
        wake = () => (error ? reject(error) : resolve());
      }
    });
  writable.on('drain', resume);
  const stop = finished(writable, { readable: false }, resume);
  try {
    if (writable.writableNeedDrain) await drained();
    for await (const chunk of iterable) {
      if (!writable.write(chunk)) await drained();
    }
    if (ends) {
      writable.end();
      await drained();
    }
    finish();
  } catch (failure) {
    finish(error !== failure && error ? require('internal/errors').aggregateTwoErrors(error, failure) : failure);
  } finally {
    stop();
    writable.off('drain', resume);
  }
}

function toWritableStream(line, previous, target, ends) {
  const source = iterableOf(previous);
  line.expect();
  pumpToWeb(source, target, line.finish, ends);
}

async function pumpToWeb(iterable, target, finish, ends) {
  const writer = target.getWriter();
  try {
    for await (const chunk of iterable) {
      await writer.ready;
      writer.write(chunk).catch(nop);
    }
    await writer.ready;
    if (ends) await writer.close();
    finish();
  } catch (error) {
    try {
      await writer.abort(error);
      finish(error);
    } catch (failure) {
      finish(failure);
    }
  }
}

module.exports = { connect, pumpToNode, pumpToWeb };
