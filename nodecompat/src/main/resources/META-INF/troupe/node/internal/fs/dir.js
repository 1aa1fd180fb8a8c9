// nodejs.org/api/fs.html#class-fsdir, v22. The entries are read when it is opened; bufferSize is checked and changes nothing.
// Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { validateFunction, validateUint32 } = require('internal/validators');
const { checkedCallback, runAsync, runPromise, runSync } = require('internal/fs/forms');
const { optionsOf } = require('internal/fs/options');
const { checkedPath, shown } = require('internal/fs/paths');
const look = require('internal/fs/look');
const { nextTick } = require('internal/ticks');

class Dir {
  #path;
  #entries;
  #at = 0;
  #closed = false;
  #busy = 0;

  constructor(path, entries) {
    if (entries === undefined) throw new codes.ERR_MISSING_ARGS('handle');
    this.#path = path;
    this.#entries = entries;
  }

  get path() {
    if (!(#path in this)) throw new codes.ERR_INVALID_THIS('Dir');
    return this.#path;
  }

  #next() {
    return this.#at < this.#entries.length ? this.#entries[this.#at++] : null;
  }

  #checkOpen() {
    if (this.#closed) throw new codes.ERR_DIR_CLOSED();
  }

  #checkIdle() {
    this.#checkOpen();
    if (this.#busy > 0) throw new codes.ERR_DIR_CONCURRENT_OPERATION();
  }

  #later(work, callback) {
    this.#busy++;
    nextTick(() => {
      this.#busy--;
      callback(null, work());
    });
  }

  read(callback) {
    if (callback === undefined) return promised((done) => this.read(done), () => this.#checkOpen());
    validateFunction(callback, 'callback');
    this.#checkOpen();
    this.#later(() => this.#next(), callback);
    return undefined;
  }

  readSync() {
    this.#checkIdle();
    return this.#next();
  }

  close(callback) {
    if (callback === undefined) return promised((done) => this.close(done), () => this.#checkOpen());
    validateFunction(callback, 'callback');
    if (this.#closed) {
      nextTick(callback, new codes.ERR_DIR_CLOSED());
      return undefined;
    }
    this.#closed = true;
    this.#later(() => undefined, callback);
    return undefined;
  }

  closeSync() {
    this.#checkIdle();
    this.#closed = true;
  }

  async* entries() {
    try {
      for (;;) {
        const entry = await this.read();
        if (entry === null) break;
        yield entry;
      }
    } finally {
      await this.close();
    }
  }

  [Symbol.dispose]() {
    if (!this.#closed) this.closeSync();
  }

  async [Symbol.asyncDispose]() {
    if (!this.#closed) await this.close();
  }
}
Object.defineProperty(Dir.prototype, Symbol.asyncIterator, {
  __proto__: null, value: Dir.prototype.entries, writable: true, configurable: true, enumerable: false,
});

function promised(start, check) {
  return new Promise((resolve, reject) => {
    check();
    start((error, value) => (error ? reject(error) : resolve(value)));
  });
}

function plan(path, options) {
  options = optionsOf(options, { encoding: 'utf8' });
  path = checkedPath(path);
  const { bufferSize, encoding, recursive } = { bufferSize: 32, ...options };
  validateUint32(bufferSize, 'options.bufferSize', true);
  const listing = look.readdir(path, { encoding, recursive, withFileTypes: true });
  return { ...listing, syscall: 'opendir', map: (text) => new Dir(shown(path), listing.map(text)) };
}

function opendir(path, options, callback) {
  const done = checkedCallback(typeof options === 'function' ? options : callback, 'callback');
  runAsync(plan(path, typeof options === 'function' ? undefined : options), done);
}

module.exports = {
  Dir, opendir,
  opendirSync: (path, options) => runSync(plan(path, options)),
  openPromise: (path, options) => runPromise(plan(path, options)),
};
