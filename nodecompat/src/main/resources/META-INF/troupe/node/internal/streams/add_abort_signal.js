// https://nodejs.org/docs/latest-v22.x/api/stream.html#streamaddabortsignalsignal-stream (v22). Missing: nothing.
'use strict';

const { codes, AbortError } = require('internal/errors');
const { validateAbortSignal } = require('internal/validators');
const kinds = require('internal/streams/kinds');

const kControllerError = Symbol.for('nodejs.webstream.controllerErrorFunction');

/** Listens for the abort even if a program's listener stops the event; gives a function that forgets it. */
function addAbortListener(signal, listener) {
  const { kResistStopPropagation } = require('internal/event_target');
  signal.addEventListener('abort', listener, { __proto__: null, once: true, [kResistStopPropagation]: true });
  return () => signal.removeEventListener('abort', listener);
}

function addAbortSignal(signal, stream) {
  if (signal === undefined) throw new codes.ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
  validateAbortSignal(signal, 'signal');
  if (!kinds.isNode(stream) && !kinds.isWeb(stream)) {
    throw new codes.ERR_INVALID_ARG_TYPE('stream', ['ReadableStream', 'WritableStream', 'Stream'], stream);
  }
  return addAbortSignalNoValidate(signal, stream);
}

function addAbortSignalNoValidate(signal, stream) {
  if (signal === null || typeof signal !== 'object' || !('aborted' in signal)) return stream;
  const abort = () => {
    const error = new AbortError(undefined, { cause: signal.reason });
    if (kinds.isNode(stream)) stream.destroy(error);
    else stream[kControllerError](error);
  };
  if (signal.aborted) {
    abort();
  } else {
    const forget = addAbortListener(signal, abort);
    require('internal/streams/end_of_stream').finished(stream, forget);
  }
  return stream;
}

module.exports = { addAbortSignal, addAbortSignalNoValidate, addAbortListener, kControllerError };
