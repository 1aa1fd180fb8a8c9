// nodejs.org/api/fs.html#fswatchfilefilename-options-listener, v22: files watched by looking at them now and then. Missing: nothing.
'use strict';

const EventEmitter = require('events');
const { validateFunction, validateUint32 } = require('internal/validators');
const { runAsync } = require('internal/fs/forms');
const { absolute, checkedPath } = require('internal/fs/paths');
const { noStats } = require('internal/fs/stats');
const look = require('internal/fs/look');

const INTERVAL = 5007;
const watchers = new Map();

class StatWatcher extends EventEmitter {
  #path;
  #interval;
  #bigint;
  #timer;
  #last;
  #stopped = false;
  #persistent;

  constructor(path, { interval, bigint, persistent }) {
    super();
    this.#path = path;
    this.#interval = interval;
    this.#bigint = bigint;
    this.#persistent = persistent;
    this.#look();
  }

  #look() {
    runAsync(look.stat(this.#path, { bigint: this.#bigint, throwIfNoEntry: false }), (error, stats) => {
      if (this.#stopped) return;
      this.#seen(error || stats === undefined ? noStats(this.#bigint) : stats, Boolean(error) || stats === undefined);
      this.#timer = require('timers').setTimeout(() => this.#look(), this.#interval);
      if (!this.#persistent) this.#timer.unref();
    });
  }

  /** The first look is what later ones are compared with; that there is no file is worth an event at once. */
  #seen(stats, absent) {
    const before = this.#last;
    this.#last = stats;
    if (before === undefined) {
      if (absent) this.emit('change', stats, noStats(this.#bigint));
    } else if (differs(before, stats)) {
      this.emit('change', stats, before);
    }
  }

  ref() {
    this.#persistent = true;
    this.#timer?.ref();
    return this;
  }

  unref() {
    this.#persistent = false;
    this.#timer?.unref();
    return this;
  }

  stop() {
    if (this.#stopped) return;
    this.#stopped = true;
    if (this.#timer) require('timers').clearTimeout(this.#timer);
    require('internal/ticks').nextTick(() => this.emit('stop'));
  }
}

const FIELDS = ['ctimeMs', 'mtimeMs', 'birthtimeMs', 'size', 'mode', 'uid', 'gid', 'ino', 'dev'];
const differs = (a, b) => FIELDS.some((field) => a[field] !== b[field]);

function watchFile(filename, options, listener) {
  const path = absolute(checkedPath(filename, 'filename'));
  if (options === null || typeof options !== 'object') {
    listener = options;
    options = null;
  }
  options = { interval: INTERVAL, persistent: true, ...options };
  validateFunction(listener, 'listener');
  validateUint32(options.interval, 'interval');
  let watcher = watchers.get(path);
  if (watcher === undefined) {
    watcher = new StatWatcher(path, { ...options, bigint: Boolean(options.bigint) });
    watchers.set(path, watcher);
  }
  watcher.on('change', listener);
  return watcher;
}

function unwatchFile(filename, listener) {
  const path = absolute(checkedPath(filename, 'filename'));
  const watcher = watchers.get(path);
  if (watcher === undefined) return;
  if (typeof listener === 'function') watcher.removeListener('change', listener);
  else watcher.removeAllListeners('change');
  if (watcher.listenerCount('change') === 0) {
    watcher.stop();
    watchers.delete(path);
  }
}

module.exports = { watchFile, unwatchFile };
