// nodejs.org/api/test.html#class-testcontext and #class-suitecontext, v22. Missing: nothing.
'use strict';

const { validateFunction, validateNumber, validateObject } = require('internal/validators');
const { setTimeout, clearTimeout } = require('timers');

class TestContext {
  #test;

  constructor(test) {
    this.#test = test;
  }

  get signal() {
    return this.#test.controller.signal;
  }

  get name() {
    return this.#test.name;
  }

  get fullName() {
    return this.#test.parent === null ? '<root>' : this.#test.fullName;
  }

  get filePath() {
    return this.#test.root.entryFile;
  }

  get error() {
    return this.#test.error;
  }

  get passed() {
    return this.#test.passed;
  }

  get attempt() {
    return 0;
  }

  get assert() {
    const assert = require('internal/test_runner/assertions').forTest(this.#test, this);
    Object.defineProperty(this, 'assert', { __proto__: null, value: assert, enumerable: true, configurable: true });
    return assert;
  }

  get mock() {
    const { MockTracker } = require('internal/test_runner/mock/tracker');
    const mock = new MockTracker();
    Object.defineProperty(this, 'mock', { __proto__: null, value: mock, enumerable: true, configurable: true });
    return mock;
  }

  diagnostic(message) {
    this.#test.diagnostics.push(message);
  }

  plan(count, options) {
    this.#test.plan(count, options);
  }

  runOnly(value) {
    this.#test.runOnlySubtests = Boolean(value);
  }

  skip(message) {
    this.#test.skip(message);
  }

  todo(message) {
    this.#test.todo(message);
  }

  test(name, options, fn) {
    return require('internal/test_runner/harness').createSubtest(this.#test, 'Test', [name, options, fn]);
  }

  before(fn, options) {
    this.#test.addHook('before', fn, options);
  }

  after(fn, options) {
    this.#test.addHook('after', fn, options);
  }

  beforeEach(fn, options) {
    this.#test.addHook('beforeEach', fn, options);
  }

  afterEach(fn, options) {
    this.#test.addHook('afterEach', fn, options);
  }

  /** Polls until `condition` returns without throwing. */
  waitFor(condition, options = {}) {
    validateFunction(condition, 'condition');
    validateObject(options, 'options');
    const { interval = 50, timeout = 1000 } = options;
    validateNumber(interval, 'options.interval', 0, 2 ** 31 - 1);
    validateNumber(timeout, 'options.timeout', 0, 2 ** 31 - 1);
    return poll(condition, interval, timeout);
  }
}

async function poll(condition, interval, timeout) {
  let last = {};
  let over = false;
  let wake;
  const timer = setTimeout(() => {
    over = true;
    wake?.();
  }, timeout);
  try {
    while (!over) {
      const attempt = (async () => ({ value: await condition() }))().then(undefined, (error) => ({ error }));
      const outcome = await Promise.race([attempt, new Promise((resolve) => { wake = resolve; })]);
      if (outcome === undefined) break;
      if (!('error' in outcome)) return outcome.value;
      last = outcome;
      await new Promise((resolve) => {
        wake = resolve;
        setTimeout(resolve, interval);
      });
    }
  } finally {
    clearTimeout(timer);
  }
  const error = new Error('waitFor() timed out');
  if ('error' in last) error.cause = last.error;
  throw error;
}

class SuiteContext {
  #suite;

  constructor(suite) {
    this.#suite = suite;
  }

  get signal() {
    return this.#suite.controller.signal;
  }

  get name() {
    return this.#suite.name;
  }

  get fullName() {
    return this.#suite.fullName;
  }

  get filePath() {
    return this.#suite.root.entryFile;
  }

  diagnostic(message) {
    this.#suite.diagnostics.push(message);
  }
}

module.exports = { TestContext, SuiteContext };
