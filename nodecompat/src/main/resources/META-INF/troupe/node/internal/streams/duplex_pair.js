// https://nodejs.org/docs/latest-v22.x/api/stream.html#streamduplexpairoptions (v22): what is written to one is read from the other. Missing: nothing.
'use strict';

const Duplex = require('internal/streams/duplex');

class DuplexSide extends Duplex {
  #other;
  #written = null; // the callback of the chunk that the other side has not asked beyond

  _read() {
    const callback = this.#written;
    if (callback !== null) {
      this.#written = null;
      callback();
    }
  }

  _write(chunk, encoding, callback) {
    if (chunk.length === 0) {
      process.nextTick(callback); // an empty push makes nobody read
    } else {
      this.#other.#written = callback;
      this.#other.push(chunk);
    }
  }

  _final(callback) {
    this.#other.on('end', callback);
    this.#other.push(null);
  }

  static join(one, two) {
    one.#other = two;
    two.#other = one;
  }
}

function duplexPair(options) {
  const one = new DuplexSide(options);
  const two = new DuplexSide(options);
  DuplexSide.join(one, two);
  return [one, two];
}

module.exports = { duplexPair };
