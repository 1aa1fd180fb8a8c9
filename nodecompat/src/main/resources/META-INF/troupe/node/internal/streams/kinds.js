// What a thing is in the eyes of streams, and where a stream stands (nodejs.org/api/stream.html, v22: isErrored, isReadable and their kin).
// Streams of any age and make are met here, so everything is asked of properties, not of classes. Missing: nothing.
'use strict';

// registered symbols: libraries that wrap streams answer these questions through them
const kIsDisturbed = Symbol.for('nodejs.stream.disturbed');
const kIsErrored = Symbol.for('nodejs.stream.errored');
const kIsReadable = Symbol.for('nodejs.stream.readable');
const kIsWritable = Symbol.for('nodejs.stream.writable');
const kIsDestroyed = Symbol.for('nodejs.stream.destroyed');

const has = (thing, method) => typeof thing[method] === 'function';

function isNode(thing) {
  if (thing === null || (typeof thing !== 'object' && typeof thing !== 'function')) return false;
  return Boolean(
    thing._readableState || thing._writableState || (has(thing, 'on') && (has(thing, 'write') || has(thing, 'pipe'))),
  );
}

/** `strict` asks for pause and resume too, which streams from before there were Readables may lack. */
function isReadableNode(thing, strict = false) {
  if (!thing || !has(thing, 'pipe') || !has(thing, 'on')) return false;
  if (strict && !(has(thing, 'pause') && has(thing, 'resume'))) return false;
  // every Writable has a pipe, which only throws
  return !thing._writableState || (thing._readableState ? thing._readableState.readable !== false : false);
}

function isWritableNode(thing) {
  if (!thing || !has(thing, 'write') || !has(thing, 'on')) return false;
  return !thing._readableState || thing._writableState?.writable !== false;
}

function isDuplexNode(thing) {
  return Boolean(thing && has(thing, 'pipe') && thing._readableState && has(thing, 'on') && has(thing, 'write'));
}

function isReadableStream(thing) {
  return Boolean(thing && !isNode(thing) && has(thing, 'pipeThrough') && has(thing, 'getReader') && has(thing, 'cancel'));
}

function isWritableStream(thing) {
  return Boolean(thing && !isNode(thing) && has(thing, 'getWriter') && has(thing, 'abort'));
}

function isTransformStream(thing) {
  return Boolean(thing && !isNode(thing) && typeof thing.readable === 'object' && typeof thing.writable === 'object');
}

const isWeb = (thing) => isReadableStream(thing) || isWritableStream(thing) || isTransformStream(thing);

/** `kind` 'sync' or 'async' asks for that protocol, anything else for one of the two. */
function isIterable(thing, kind) {
  if (thing === null || thing === undefined) return false;
  if (kind !== 'sync' && has(thing, Symbol.asyncIterator)) return true;
  return kind !== 'async' && has(thing, Symbol.iterator);
}

function isDestroyed(stream) {
  if (!isNode(stream)) return null;
  const state = stream._writableState || stream._readableState;
  return Boolean(stream.destroyed || stream[kIsDestroyed] || state?.destroyed);
}

/** Has all been written, as far as the stream tells; `strict` does not count what ended with nothing left to write. */
function isWritableFinished(stream, strict = true) {
  if (!isWritableNode(stream)) return null;
  if (stream.writableFinished === true) return true;
  const state = stream._writableState;
  if (state?.errored) return false;
  if (typeof state?.finished !== 'boolean') return null;
  return state.finished || (!strict && state.ended === true && state.length === 0);
}

function isWritableEnded(stream) {
  if (!isWritableNode(stream)) return null;
  if (stream.writableEnded === true) return true;
  const state = stream._writableState;
  if (state?.errored) return false;
  return typeof state?.ended === 'boolean' ? state.ended : null;
}

function isReadableFinished(stream, strict = true) {
  if (!isReadableNode(stream)) return null;
  const state = stream._readableState;
  if (state?.errored) return false;
  if (typeof state?.endEmitted !== 'boolean') return null;
  return state.endEmitted || (!strict && state.ended === true && state.length === 0);
}

function isReadable(stream) {
  if (stream && stream[kIsReadable] != null) return stream[kIsReadable];
  if (typeof stream?.readable !== 'boolean') return null;
  if (isDestroyed(stream)) return false;
  return isReadableNode(stream) && stream.readable && !isReadableFinished(stream);
}

function isWritable(stream) {
  if (stream && stream[kIsWritable] != null) return stream[kIsWritable];
  if (typeof stream?.writable !== 'boolean') return null;
  if (isDestroyed(stream)) return false;
  return isWritableNode(stream) && stream.writable && !isWritableEnded(stream);
}

/** Is nothing more to come of it, on the sides asked for? */
function isFinished(stream, options) {
  if (!isNode(stream)) return null;
  if (isDestroyed(stream)) return true;
  if (options?.readable !== false && isReadable(stream)) return false;
  return !(options?.writable !== false && isWritable(stream));
}

const readError = (stream) => (isNode(stream) ? stream.readableErrored ?? stream._readableState?.errored ?? null : null);
const writeError = (stream) => (isNode(stream) ? stream.writableErrored ?? stream._writableState?.errored ?? null : null);

function isErrored(stream) {
  if (!stream) return false;
  if (stream[kIsErrored] != null) return Boolean(stream[kIsErrored]);
  const { _readableState: reading, _writableState: writing } = stream;
  return Boolean(
    readError(stream) || writeError(stream) || reading?.errorEmitted || writing?.errorEmitted || reading?.errored || writing?.errored,
  );
}

function isDisturbed(stream) {
  return Boolean(stream && (stream[kIsDisturbed] ?? (stream.readableDidRead || stream.readableAborted)));
}

const isOutgoingMessage = (stream) =>
  typeof stream._closed === 'boolean' && typeof stream._defaultKeepAlive === 'boolean'
  && typeof stream._removedConnection === 'boolean' && typeof stream._removedContLen === 'boolean';
const isServerResponse = (stream) => typeof stream._sent100 === 'boolean' && isOutgoingMessage(stream);
const isServerRequest = (stream) => typeof stream._consuming === 'boolean' && typeof stream._dumped === 'boolean' && stream.req?.upgradeOrConnect === undefined;
const isRequest = (stream) => Boolean(stream) && has(stream, 'setHeader') && has(stream, 'abort');

function isClosed(stream) {
  if (!isNode(stream)) return null;
  if (typeof stream.closed === 'boolean') return stream.closed;
  const { _readableState: reading, _writableState: writing } = stream;
  if (typeof writing?.closed === 'boolean' || typeof reading?.closed === 'boolean') return Boolean(writing?.closed || reading?.closed);
  return typeof stream._closed === 'boolean' && isOutgoingMessage(stream) ? stream._closed : null;
}

/** Does 'close' come by itself after the end? */
function willEmitClose(stream) {
  if (!isNode(stream)) return null;
  const state = stream._writableState || stream._readableState;
  if (!state) return isServerResponse(stream);
  return Boolean(state.autoDestroy && state.emitClose && state.closed === false);
}

module.exports = {
  kIsDestroyed, kIsDisturbed, kIsErrored, kIsReadable, kIsWritable,
  isClosed, isDestroyed, isDisturbed, isDuplexNode, isErrored, isFinished, isIterable, isNode, isReadable, isReadableFinished,
  isReadableNode, isReadableStream, isRequest, isServerRequest, isTransformStream, isWeb, isWritable, isWritableEnded, isWritableFinished,
  isWritableNode, isWritableStream, readError, willEmitClose, writeError,
};
