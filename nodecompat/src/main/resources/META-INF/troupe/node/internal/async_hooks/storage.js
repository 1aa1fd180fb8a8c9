// nodejs.org/api/async_context.html#class-asynclocalstorage, v22: a value of the frames that callbacks carry, see internal/async_hooks/frames for
// what enterWith() reaches. Missing: nothing.
'use strict';

const { variable, forceSnapshot } = require('internal/async_context');
const { current, here } = require('internal/async_hooks/frames');
const { validateFunction, validateObject, validateString } = require('internal/validators');

const NONE = Symbol('none');
const { apply } = Reflect;

class AsyncLocalStorage {
  #variable;
  #fallback;
  #enabled = false;
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

  run(store, callback, ...args) {
    this.#enabled = true;
    // as the variable does, without its function in between: a program that nests these deeply needs the stack
    const outer = here();
    const inner = this.#variable.frame(store);
    const result = current.run(inner, callback, ...args);
    if (inner.changed) inner.handTo(outer, this.#variable);
    return result;
  }

  exit(callback, ...args) {
    return this.#variable.run(NONE, callback, ...args);
  }

  getStore() {
    const value = this.#enabled ? this.#variable.get(NONE) : NONE;
    return value === NONE ? this.#fallback : value;
  }

  enterWith(store) {
    this.#enabled = true;
    this.#variable.set(store);
  }

  disable() {
    this.#enabled = false;
  }
}

module.exports = { AsyncLocalStorage };
