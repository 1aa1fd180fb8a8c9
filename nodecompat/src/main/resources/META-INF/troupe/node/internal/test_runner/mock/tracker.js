// nodejs.org/api/test.html#class-mocktracker, v22. Missing: module mocks (mock.module throws).
'use strict';

const { codes } = require('internal/errors');
const { MockFunctionContext, mockFunction } = require('internal/test_runner/mock/function');
const { validateBoolean, validateFunction, validateInteger, validateObject } = require('internal/validators');

class MockTracker {
  #mocks = [];
  #timers;

  get timers() {
    const { MockTimers } = require('internal/test_runner/mock/timers');
    return (this.#timers ??= new MockTimers());
  }

  fn(original = function() {}, implementation = original, options = {}) {
    if (original !== null && typeof original === 'object') {
      options = original;
      original = function() {};
      implementation = original;
    } else if (implementation !== null && typeof implementation === 'object') {
      options = implementation;
      implementation = original;
    }
    validateFunction(original, 'original');
    validateFunction(implementation, 'implementation');
    validateObject(options, 'options');
    const { times = Infinity } = options;
    validateTimes(times);
    return this.#track(mockFunction(original, implementation, times, undefined));
  }

  method(objectOrFunction, methodName, implementation, options = {}) {
    validateTarget(objectOrFunction, 'object', methodName, 'methodName');
    if (implementation !== null && typeof implementation === 'object') {
      options = implementation;
      implementation = undefined;
    }
    if (implementation !== undefined) validateFunction(implementation, 'implementation');
    validateObject(options, 'options');
    const { getter = false, setter = false, times = Infinity } = options;
    validateBoolean(getter, 'options.getter');
    validateBoolean(setter, 'options.setter');
    validateTimes(times);
    if (setter && getter) throw new codes.ERR_INVALID_ARG_VALUE('options.setter', setter, "cannot be used with 'options.getter'");
    const kind = getter ? 'get' : setter ? 'set' : 'value';
    const descriptor = descriptorOf(objectOrFunction, methodName);
    const original = descriptor?.[kind];
    if (typeof original !== 'function') throw new codes.ERR_INVALID_ARG_VALUE('methodName', original, 'must be a method');
    const mock = mockFunction(original, implementation ?? original, times, () => {
      Object.defineProperty(objectOrFunction, methodName, { __proto__: null, ...descriptor });
    });
    const { configurable, enumerable } = descriptor;
    const replaced = { __proto__: null, configurable, enumerable };
    if (kind === 'value') Object.assign(replaced, { writable: descriptor.writable, value: mock });
    else Object.assign(replaced, { get: descriptor.get, set: descriptor.set, [kind]: mock });
    Object.defineProperty(objectOrFunction, methodName, replaced);
    return this.#track(mock);
  }

  getter(object, methodName, implementation = undefined, options = {}) {
    return this.#accessor('getter', object, methodName, implementation, options);
  }

  setter(object, methodName, implementation = undefined, options = {}) {
    return this.#accessor('setter', object, methodName, implementation, options);
  }

  #accessor(kind, object, methodName, implementation, options) {
    if (implementation !== null && typeof implementation === 'object') {
      options = implementation;
      implementation = undefined;
    } else {
      validateObject(options, 'options');
    }
    const { [kind]: wanted = true } = options;
    if (wanted === false) throw new codes.ERR_INVALID_ARG_VALUE(`options.${kind}`, wanted, 'cannot be false');
    return this.method(object, methodName, implementation, { ...options, [kind]: wanted });
  }

  property(object, propertyName, value) {
    const { mockProperty } = require('internal/test_runner/mock/property');
    validateTarget(object, 'object', propertyName, 'propertyName');
    return this.#track(mockProperty(object, propertyName, arguments.length > 2, value));
  }

  module() {
    throw new codes.ERR_METHOD_NOT_IMPLEMENTED('mock.module()');
  }

  #track(mock) {
    this.#mocks.push(mock.mock);
    return mock;
  }

  /** Restores all, and forgets them. */
  reset() {
    this.restoreAll();
    this.#timers?.reset();
    this.#mocks = [];
  }

  restoreAll() {
    for (const mock of this.#mocks.slice().reverse()) mock.restore();
  }
}

function descriptorOf(object, name) {
  for (let holder = object; holder !== null && holder !== undefined; holder = Object.getPrototypeOf(holder)) {
    const descriptor = Object.getOwnPropertyDescriptor(holder, name);
    if (descriptor !== undefined) return descriptor;
  }
  return undefined;
}

function validateTarget(object, label, name, nameLabel) {
  if (typeof object !== 'function') validateObject(object, label);
  if (typeof name !== 'string' && typeof name !== 'symbol') {
    throw new codes.ERR_INVALID_ARG_TYPE(nameLabel, ['string', 'symbol'], name);
  }
}

function validateTimes(times) {
  if (times !== Infinity) validateInteger(times, 'options.times', 1);
}

module.exports = { MockTracker, MockFunctionContext, descriptorOf };
