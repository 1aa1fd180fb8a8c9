// nodejs.org/api/test.html#class-mockpropertycontext, v22. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { validateInteger } = require('internal/validators');

class MockPropertyContext {
  #object;
  #name;
  #descriptor;
  #value;
  #accesses = [];
  #once = new Map();

  constructor(object, name, descriptor, value) {
    this.#object = object;
    this.#name = name;
    this.#descriptor = descriptor;
    this.#value = value;
    const { configurable, enumerable } = descriptor;
    Object.defineProperty(object, name, {
      __proto__: null,
      configurable,
      enumerable,
      get: () => this.#record('get', this.#next(this.#value)),
      set: (given) => this.mockImplementation(given),
    });
  }

  get accesses() {
    return this.#accesses.slice();
  }

  accessCount() {
    return this.#accesses.length;
  }

  #record(type, value) {
    this.#accesses.push({ type, value, stack: new Error() });
    return value;
  }

  #next(value) {
    const index = this.#accesses.length;
    if (!this.#once.has(index)) return value;
    const once = this.#once.get(index);
    this.#once.delete(index);
    return once;
  }

  mockImplementation(value) {
    if (!this.#descriptor.writable && this.#descriptor.set === undefined) {
      throw new codes.ERR_INVALID_ARG_VALUE('propertyName', this.#name, 'cannot be set');
    }
    this.#value = this.#record('set', this.#next(value));
  }

  mockImplementationOnce(value, onAccess) {
    const next = this.#accesses.length;
    const access = onAccess ?? next;
    validateInteger(access, 'onAccess', next);
    this.#once.set(access, value);
  }

  resetAccesses() {
    this.#accesses = [];
  }

  restore() {
    Object.defineProperty(this.#object, this.#name, { __proto__: null, ...this.#descriptor });
  }
}

function mockProperty(object, name, hasValue, value) {
  const { descriptorOf } = require('internal/test_runner/mock/tracker');
  const descriptor = descriptorOf(object, name);
  if (descriptor === undefined) throw new codes.ERR_INVALID_ARG_VALUE('propertyName', name, 'is not a property of the object');
  const context = new MockPropertyContext(object, name, descriptor, hasValue ? value : object[name]);
  return new Proxy(object, {
    __proto__: null,
    get: (target, key, receiver) => (key === 'mock' ? context : Reflect.get(target, key, receiver)),
  });
}

module.exports = { mockProperty };
