// nodejs.org/api/async_context.html and async_hooks.html, v22. AsyncLocalStorage is a variable of the engine's async context; enterWith
// changes it for what runs and is scheduled from there on within the current callback. Missing: createHook's events (the hook is made but
// never called), and async ids of anything but AsyncResource.
'use strict';

const { codes } = require('internal/errors');
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

let lastId = 1;
const ids = new WeakMap();
let current = { id: 1, trigger: 0, resource: {} };

class AsyncResource {
  #snapshot = forceSnapshot();

  constructor(type, options = {}) {
    validateString(type, 'type');
    let trigger = options;
    if (typeof options !== 'number') {
      trigger = options.triggerAsyncId === undefined ? current.id : options.triggerAsyncId;
    }
    if (!Number.isSafeInteger(trigger) || trigger < -1) throw new codes.ERR_INVALID_ASYNC_ID('triggerAsyncId', trigger);
    if (type.length === 0) throw new codes.ERR_ASYNC_TYPE(type);
    ids.set(this, { id: ++lastId, trigger });
  }

  runInAsyncScope(fn, thisArg, ...args) {
    const before = current;
    current = { ...ids.get(this), resource: this };
    try {
      return this.#snapshot.run(() => apply(fn, thisArg, args));
    } finally {
      current = before;
    }
  }

  emitDestroy() {
    return this;
  }

  asyncId() {
    return ids.get(this).id;
  }

  triggerAsyncId() {
    return ids.get(this).trigger;
  }

  bind(fn, thisArg) {
    validateFunction(fn, 'fn');
    const resource = this;
    const bound = thisArg === undefined ?
      function(...args) {
        return resource.runInAsyncScope(fn, this, ...args);
      } :
      (...args) => this.runInAsyncScope(fn, thisArg, ...args);
    return Object.defineProperty(bound, 'length', { __proto__: null, configurable: true, value: fn.length });
  }

  static bind(fn, type, thisArg) {
    return new AsyncResource(type || fn.name || 'bound-anonymous-fn').bind(fn, thisArg);
  }
}

class AsyncHook {
  constructor(hooks) {
    for (const name of ['init', 'before', 'after', 'destroy', 'promiseResolve']) {
      if (hooks[name] !== undefined && typeof hooks[name] !== 'function') throw new codes.ERR_ASYNC_CALLBACK(`hook.${name}`);
    }
  }

  enable() {
    throw new codes.ERR_METHOD_NOT_IMPLEMENTED('AsyncHook.enable()');
  }

  disable() {
    return this;
  }
}

module.exports = {
  AsyncLocalStorage,
  createHook: (hooks) => new AsyncHook(hooks),
  executionAsyncId: () => current.id,
  triggerAsyncId: () => current.trigger,
  executionAsyncResource: () => current.resource,
  asyncWrapProviders: Object.freeze({ __proto__: null, NONE: 0 }),
  AsyncResource,
};
