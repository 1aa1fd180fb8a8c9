// What ctx.kv gives for several keys: a map whose keys, arrays too, are compared by what is in them. Missing: nothing.
'use strict';

const { identity } = require('internal/context/kv/key');

class HashMap {
  #entries;

  constructor(pairs) {
    this.#entries = new Map(pairs.map((pair) => [identity(pair[0]), pair]));
  }

  /** The value of `key`, or undefined. */
  get(key) {
    return this.#entries.get(identity(key))?.[1];
  }

  /** Is `key` in it? */
  has(key) {
    return this.#entries.has(identity(key));
  }

  /** A plain Map in the same order; its array keys are compared by reference. */
  raw() {
    return new Map(this.array());
  }

  /** [key, value] in order. */
  array() {
    return [...this.#entries.values()].map(([key, value]) => [key, value]);
  }

  /** An iterator of [key, value]. */
  entries() {
    return this.array()[Symbol.iterator]();
  }

  get size() {
    return this.#entries.size;
  }

  [Symbol.iterator]() {
    return this.entries();
  }

  get [Symbol.toStringTag]() {
    return 'HashMap';
  }
}

module.exports = { KvHashMap: HashMap };
