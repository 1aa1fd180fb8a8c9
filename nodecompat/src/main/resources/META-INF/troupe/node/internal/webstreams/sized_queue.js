// https://streams.spec.whatwg.org/#queue-with-sizes: chunks with the sizes that a strategy gave them.
'use strict';

const { codes } = require('internal/errors');

class SizedQueue {
  constructor() {
    this.entries = [];
    this.head = 0;
    this.total = 0;
  }

  get length() {
    return this.entries.length - this.head;
  }

  add(value, size) {
    const number = Number(size);
    if (!(number >= 0) || number === Infinity) throw new codes.ERR_INVALID_ARG_VALUE.RangeError('size', size);
    this.entries.push({ value, size: number });
    this.total += number;
  }

  peek() {
    return this.entries[this.head].value;
  }

  take() {
    const { value, size } = this.entries[this.head];
    this.entries[this.head++] = undefined;
    if (this.head === this.entries.length) {
      this.entries = [];
      this.head = 0;
    } else if (this.head > 1024) {
      this.entries.splice(0, this.head);
      this.head = 0;
    }
    this.total = Math.max(0, this.total - size); // rounding must not leave less than nothing
    return value;
  }

  clear() {
    this.entries = [];
    this.head = 0;
    this.total = 0;
  }
}

module.exports = { SizedQueue };
