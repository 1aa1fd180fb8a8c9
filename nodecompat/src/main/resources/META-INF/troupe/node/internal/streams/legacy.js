// https://nodejs.org/docs/latest-v22.x/api/stream.html (v22): the constructor that all streams share, and what their constructors have in common.
'use strict';

const EventEmitter = require('events');
const { setPrototypeOf } = Object;

function Stream(options) {
  // the names that come up soon have their places, so that all streams' tables have one shape
  this._events ??= {
    __proto__: null, close: undefined, error: undefined, prefinish: undefined, finish: undefined, drain: undefined, data: undefined, end: undefined,
    readable: undefined,
  };
  EventEmitter.call(this, options);
}
inherit(Stream, EventEmitter);

/** The pipe of streams from before there were Readables: data, end, close, and errors that nobody listens for are thrown. */
Stream.prototype.pipe = function (target, options) {
  const source = this;
  const onData = (chunk) => {
    if (target.writable && target.write(chunk) === false) source.pause?.();
  };
  const onDrain = () => {
    if (source.readable) source.resume?.();
  };
  let ended = false;
  const onEnd = () => {
    if (!ended) target.end();
    ended = true;
  };
  const onClose = () => {
    if (!ended && typeof target.destroy === 'function') target.destroy();
    ended = true;
  };
  function onError(error) {
    cleanUp();
    if (EventEmitter.listenerCount(this, 'error') === 0) this.emit('error', error);
  }
  function cleanUp() {
    source.removeListener('data', onData);
    target.removeListener('drain', onDrain);
    source.removeListener('end', onEnd);
    source.removeListener('close', onClose);
    source.removeListener('error', onError);
    target.removeListener('error', onError);
    source.removeListener('end', cleanUp);
    source.removeListener('close', cleanUp);
    target.removeListener('close', cleanUp);
  }
  source.on('data', onData);
  target.on('drain', onDrain);
  if (!target._isStdio && options?.end !== false) {
    source.on('end', onEnd);
    source.on('close', onClose);
  }
  prepend(source, onError);
  prepend(target, onError);
  source.on('end', cleanUp);
  source.on('close', cleanUp);
  target.on('close', cleanUp);
  target.emit('pipe', source);
  return target;
};

/** Before the listeners of the program; an emitter of another making may not have the method. */
function prepend(emitter, listener) {
  if (typeof emitter.prependListener === 'function') {
    emitter.prependListener('error', listener);
    return;
  }
  const existing = emitter._events?.error;
  if (existing === undefined) emitter.on('error', listener);
  else if (Array.isArray(existing)) existing.unshift(listener);
  else emitter._events.error = [listener, existing];
}

function inherit(constructor, base) {
  setPrototypeOf(constructor.prototype, base.prototype);
  setPrototypeOf(constructor, base);
}

/** Simplified construction: `new Readable({ read() {…} })` puts the function in the place of `_read`. */
function setUpOptions(stream, options, names) {
  if (options === undefined || options === null) return;
  for (const name of names) {
    if (typeof options[name] === 'function') stream[`_${name}`] = options[name];
  }
  if (options.signal) require('internal/streams/add_abort_signal').addAbortSignalNoValidate(options.signal, stream);
}

module.exports = { Stream, inherit, setUpOptions };
