// nodejs.org/api/async_context.html#class-asynclocalstorage, v22: a variable of the engine's async context. enterWith changes it for what runs and
// is scheduled from there on within the current callback. Missing: nothing.
'use strict';

const { variable, forceSnapshot } = require('internal/async_context');
const { validateFunction, validateObject, validateString } = require('internal/validators');

const NONE = Symbol('none');
const { apply } = Reflect;

/**
 * The value of a storage is a box in the context: enterWith replaces what is in the box of the running callback. A box is made by
 * run(), so that what run() isolates stays isolated.
 */
class AsyncLocalStorage {
  #variable;
  #fallback;
  #outer = { value: NONE };
  #name;

  constructor(options = {}) {
    validateObject(options, 'options');
    const { defaultValue, name } = options;
    if (name !== undefined) validateString(name, 'options.name');
    this.#name = name ?? '';
    this.#fallback = defaultValue;
    this.#variable = variable();
  }

  static bind(fn) {
    validateFunction(fn, 'fn');
    const snapshot = AsyncLocalStorage.snapshot();
    return function(...args) {
      return snapshot(() => apply(fn, this, args));
    };
  }

  static snapshot() {
    const captured = forceSnapshot();
    return (fn, ...args) => captured.run(() => apply(fn, undefined, args));
  }

  get name() {
    return this.#name;
  }

  #box() {
    return this.#variable.get() ?? this.#outer;
  }

  run(store, callback, ...args) {
    // no closure where none is needed: deep recursion through run() needs the stack
    if (args.length === 0) return this.#variable.run({ value: store }, callback);
    return this.#variable.run({ value: store }, callback, ...args);
  }

  exit(callback, ...args) {
    return this.run(NONE, callback, ...args);
  }

  getStore() {
    const { value } = this.#box();
    return value === NONE ? this.#fallback : value;
  }

  enterWith(store) {
    this.#box().value = store;
  }

  disable() {
    this.#box().value = NONE;
    this.#outer = { value: NONE };
  }
}

module.exports = { AsyncLocalStorage };
