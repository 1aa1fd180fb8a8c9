// https://streams.spec.whatwg.org/#readable-byte-stream-queue-entry: bytes that wait to be read.
'use strict';

const { copyBytes } = require('internal/webstreams/readable/views');

class ByteQueue {
  constructor() {
    this.entries = [];
    this.head = 0;
    this.total = 0;
  }

  add(buffer, byteOffset, byteLength) {
    this.entries.push({ buffer, byteOffset, byteLength });
    this.total += byteLength;
  }

  /** The next entry as a whole. */
  take() {
    const entry = this.entries[this.head];
    this.advance();
    this.total -= entry.byteLength;
    return entry;
  }

  advance() {
    this.entries[this.head++] = undefined;
    if (this.head === this.entries.length) {
      this.entries = [];
      this.head = 0;
    } else if (this.head > 1024) {
      this.entries.splice(0, this.head);
      this.head = 0;
    }
  }

  /** Moves `count` bytes, as many as there are at least, into `buffer`. */
  copyTo(buffer, start, count) {
    let at = start;
    let left = count;
    while (left > 0) {
      const entry = this.entries[this.head];
      const part = Math.min(left, entry.byteLength);
      copyBytes(buffer, at, entry.buffer, entry.byteOffset, part);
      if (entry.byteLength === part) {
        this.advance();
      } else {
        entry.byteOffset += part;
        entry.byteLength -= part;
      }
      this.total -= part;
      at += part;
      left -= part;
    }
  }

  clear() {
    this.entries = [];
    this.head = 0;
    this.total = 0;
  }
}

module.exports = { ByteQueue };
