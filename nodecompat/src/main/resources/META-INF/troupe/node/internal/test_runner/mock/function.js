// nodejs.org/api/test.html#class-mockfunctioncontext, v22. Missing: nothing.
'use strict';

const { validateFunction, validateInteger } = require('internal/validators');

class MockFunctionContext {
  #calls = [];
  #once = new Map();
  #original;
  #implementation;
  #timesLeft;
  #restore;

  constructor(original, implementation, times, restore) {
    this.#original = original;
    this.#implementation = implementation;
    this.#timesLeft = times;
    this.#restore = restore;
  }

  get calls() {
    return this.#calls.slice();
  }

  callCount() {
    return this.#calls.length;
  }

  mockImplementation(implementation) {
    validateFunction(implementation, 'implementation');
    this.#implementation = implementation;
  }

  mockImplementationOnce(implementation, onCall) {
    validateFunction(implementation, 'implementation');
    const next = this.#calls.length;
    const call = onCall ?? next;
    validateInteger(call, 'onCall', next);
    this.#once.set(call, implementation);
  }

  restore() {
    this.#restore?.();
    this.#implementation = this.#original;
    this.#once.clear();
  }

  resetCalls() {
    this.#calls = [];
  }

  #next() {
    const index = this.#calls.length;
    const once = this.#once.get(index);
    if (once !== undefined) {
      this.#once.delete(index);
      return once;
    }
    const chosen = this.#implementation;
    if (this.#timesLeft !== Infinity && --this.#timesLeft === 0) this.restore();
    return chosen;
  }

  /** Runs what stands in for the function, and keeps a record. */
  static run(context, self, target, args, invoke) {
    const record = { arguments: args, error: undefined, result: undefined, stack: new Error(), target, this: self };
    const implementation = context.#next();
    try {
      record.result = invoke(implementation);
      if (target !== undefined) record.this = record.result;
      return record.result;
    } catch (error) {
      record.error = error;
      throw error;
    } finally {
      context.#calls.push(record);
    }
  }
}

const { run } = MockFunctionContext;
delete MockFunctionContext.run;

function mockFunction(original, implementation, times, restore) {
  const context = new MockFunctionContext(original, implementation, times, restore);
  return new Proxy(original, {
    __proto__: null,
    apply: (target, self, args) => run(context, self, undefined, args, (chosen) => Reflect.apply(chosen, self, args)),
    construct: (target, args, newTarget) =>
      run(context, undefined, target, args, (chosen) => Reflect.construct(chosen, args, newTarget)),
    get: (target, name, receiver) => (name === 'mock' ? context : Reflect.get(target, name, receiver)),
  });
}

module.exports = { MockFunctionContext, mockFunction };
