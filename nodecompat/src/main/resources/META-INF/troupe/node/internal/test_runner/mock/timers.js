// nodejs.org/api/test.html#class-mocktimers, v22. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { MockClock } = require('internal/test_runner/mock/clock');
const { emitExperimentalWarning } = require('internal/util');
const { validateAbortSignal, validateObject, validateStringArray } = require('internal/validators');

const NativeDate = Date;
const APIS = ['setInterval', 'setTimeout', 'setImmediate', 'Date', 'scheduler.wait'];

class MockTimers {
  #clock;
  #undo = [];

  enable(options = { __proto__: null, apis: APIS }) {
    if (this.#clock !== undefined || mocked.size > 0 && (options.apis ?? APIS).some((api) => mocked.has(api))) {
      throw new codes.ERR_INVALID_STATE('MockTimers is already enabled!');
    }
    emitExperimentalWarning('The MockTimers API');
    validateObject(options, 'options');
    const { apis = APIS, now = 0 } = options;
    validateStringArray(apis, 'options.apis');
    for (const api of apis) {
      if (!APIS.includes(api)) throw new codes.ERR_INVALID_ARG_VALUE('options.apis', api, `option ${api} is not supported`);
    }
    const clock = new MockClock(epochOf(now));
    const { tables } = require('internal/test_runner/mock/timer_functions');
    for (const api of apis) {
      mocked.add(api);
      this.#undo.push(() => mocked.delete(api));
      for (const [object, functions] of tables(api, clock, NativeDate, validateAbortSignal)) this.#replace(object, functions);
    }
    this.#clock = clock;
  }

  #replace(object, functions) {
    for (const [name, value] of Object.entries(functions)) {
      void object[name]; // a lazy property becomes one of its own first
      const before = Object.getOwnPropertyDescriptor(object, name);
      this.#undo.push(() => (before === undefined ? delete object[name] : Object.defineProperty(object, name, before)));
      Object.defineProperty(object, name, { __proto__: null, configurable: true, enumerable: before?.enumerable ?? true, writable: true, value });
    }
  }

  #enabled(what) {
    if (this.#clock === undefined) throw new codes.ERR_INVALID_STATE(`You should enable MockTimers first by calling the .enable function before ${what}`);
    return this.#clock;
  }

  tick(time = 1) {
    const clock = this.#enabled('calling tick()');
    if (time < 0) throw new codes.ERR_INVALID_ARG_VALUE('time', 'positive integer', time);
    clock.advance(time);
  }

  runAll() {
    this.#enabled('calling runAll()').advanceToLast();
  }

  setTime(time = 0) {
    const clock = this.#enabled('setting the time');
    clock.now = epochOf(time);
  }

  reset() {
    for (const undo of this.#undo.splice(0).reverse()) undo();
    this.#clock = undefined;
  }

  [Symbol.dispose]() {
    this.reset();
  }
}

/** What is mocked by now, by whichever test. */
const mocked = new Set();

function epochOf(now) {
  if (now instanceof NativeDate) now = now.getTime();
  if (typeof now !== 'number') throw new codes.ERR_INVALID_ARG_TYPE('now', ['number', 'Date'], now);
  if (!(now >= 0)) throw new codes.ERR_INVALID_ARG_VALUE('now', now, 'must be a positive number');
  return now;
}

module.exports = { MockTimers };
