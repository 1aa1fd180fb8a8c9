// nodejs.org/api/fs.html#fswatchfilename-options-listener, v22: Java has the changes, and is asked for them twenty times a second.
// Missing: nothing.
'use strict';

const EventEmitter = require('events');
const { validateAbortSignal, validateBoolean, validateFunction } = require('internal/validators');
const { failed, failure } = require('internal/fs/failure');
const { absolute, checkedPath, encoded, shown } = require('internal/fs/paths');
const { optionsOf } = require('internal/fs/options');
const binding = internalBinding('fs');

const EVERY = 50; // ms: what people take for at once, and no load

/** A watch of one directory or file: `tell(eventType, name)` until it is closed. */
class Watch {
  #number;
  #timer;

  constructor(path, persistent, tell) {
    const number = binding.watch(null, absolute(path));
    if (failed(number)) {
      const error = failure(number, 'watch', shown(path));
      error.filename = shown(path);
      throw error;
    }
    this.#number = number;
    this.#timer = require('timers').setInterval(() => this.#poll(tell), EVERY);
    if (!persistent) this.#timer.unref();
  }

  #poll(tell) {
    const changes = binding.watched(null, this.#number);
    if (failed(changes) || changes === '') return;
    for (const change of changes.split('\u0000')) {
      if (this.#timer === undefined) return;
      const slash = change.indexOf('/');
      tell(change.slice(0, slash), change.slice(slash + 1));
    }
  }

  get timer() {
    return this.#timer;
  }

  close() {
    if (this.#timer === undefined) return;
    require('timers').clearInterval(this.#timer);
    this.#timer = undefined;
    binding.unwatch(null, this.#number);
  }
}

class FSWatcher extends EventEmitter {
  #watch;
  #closed = false;

  /** `start(tell)` makes what watches: an object with close() and timer. */
  static begin(watcher, start, encoding) {
    watcher.#watch = start((eventType, name) => {
      watcher.emit('change', eventType, name === '' ? null : encoded(name, encoding));
    });
  }

  close() {
    if (this.#closed) return;
    this.#closed = true;
    this.#watch?.close();
    require('internal/ticks').nextTick(() => this.emit('close'));
  }

  ref() {
    this.#watch?.timer?.ref();
    return this;
  }

  unref() {
    this.#watch?.timer?.unref();
    return this;
  }
}

const { begin } = FSWatcher;
delete FSWatcher.begin;

function watch(filename, options, listener) {
  if (typeof options === 'function') listener = options;
  options = { persistent: true, recursive: false, ...optionsOf(options) };
  const path = checkedPath(filename, 'filename');
  const { encoding, persistent, recursive, signal } = options;
  if (signal !== undefined) validateAbortSignal(signal, 'options.signal');
  if (recursive != null) validateBoolean(recursive, 'options.recursive');
  if (listener !== undefined) validateFunction(listener, 'listener');
  const watcher = new FSWatcher();
  const start = recursive ?
    (tell) => require('internal/fs/watch_recursive').start(path, persistent, tell) :
    (tell) => new Watch(path, persistent, tell);
  begin(watcher, start, encoding);
  if (listener) watcher.on('change', listener);
  if (signal) closeOnAbort(watcher, signal);
  return watcher;
}

function closeOnAbort(watcher, signal) {
  if (signal.aborted) {
    require('internal/ticks').nextTick(() => watcher.close());
    return;
  }
  const close = () => watcher.close();
  signal.addEventListener('abort', close, { once: true });
  watcher.once('close', () => signal.removeEventListener('abort', close));
}

module.exports = { FSWatcher, Watch, watch };
