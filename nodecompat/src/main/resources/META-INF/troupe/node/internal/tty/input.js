// https://nodejs.org/docs/latest-v22.x/api/process.html#processstdin (v22): standard input, read a chunk at a time and only when one is wanted.
// It keeps the program alive while it waits for one and is not paused. Missing: raw mode, which throws.
'use strict';

const { codes } = require('internal/errors');
const Readable = require('internal/streams/readable');
const { kLinesOnly } = require('internal/tty/symbols');

const stdio = internalBinding('stdio');

// Node's own for pipes and files, in bytes
const CHUNK = 65536;

class StandardInput extends Readable {
  constructor(options) {
    // a mark of 0: nothing is read ahead of demand
    super({ highWaterMark: 0, ...options });
    this.fd = 0;
    this.on('pause', () => {
      stdio.unref();
      // a read that is under way is given when it comes; after that the next is asked for again
      this._readableState.reading = false;
    });
  }

  _read() {
    stdio.ref();
    stdio.read((chunk) => this.#take(chunk), CHUNK);
  }

  #take(chunk) {
    if (this.destroyed) return;
    if (chunk === null) this.push(null);
    else if (typeof chunk === 'number') this.destroy(require('internal/errors').errnoException(chunk, 'read'));
    else this.push(require('buffer').Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  }

  _destroy(error, callback) {
    stdio.unref();
    callback(error);
  }

  ref() {
    stdio.ref();
    return this;
  }

  unref() {
    stdio.unref();
    return this;
  }
}

/** nodejs.org/api/tty.html#class-ttyreadstream */
class TerminalInput extends StandardInput {
  constructor(options) {
    super(options);
    this.isRaw = false;
    this.isTTY = true;
    this[kLinesOnly] = true;
  }

  setRawMode() {
    throw new codes.ERR_METHOD_NOT_IMPLEMENTED('tty.ReadStream.setRawMode()');
  }
}

module.exports = { StandardInput, TerminalInput };
