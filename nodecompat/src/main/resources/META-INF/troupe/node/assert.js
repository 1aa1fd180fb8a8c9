// nodejs.org/api/assert.html, v22. Missing: deepEqual and notDeepEqual (the loose forms), doesNotReject's detail, CallTracker,
// partialDeepStrictEqual, diffs in messages; the missing functions throw.
'use strict';

const { codes } = require('internal/errors');
const { validateFunction } = require('internal/validators');
const { addMissing } = require('internal/not_implemented');

const show = (value) => require('util').inspect(value);

class AssertionError extends Error {
  constructor(options) {
    const { message, actual, expected, operator, stackStartFn } = options;
    super(message !== undefined ? String(message) : `${show(actual)} ${operator} ${show(expected)}`);
    this.generatedMessage = message === undefined;
    Object.defineProperty(this, 'name', { __proto__: null, value: 'AssertionError', writable: true, configurable: true });
    this.code = 'ERR_ASSERTION';
    this.actual = actual;
    this.expected = expected;
    this.operator = operator;
    Error.captureStackTrace?.(this, stackStartFn);
  }

  toString() {
    return `${this.name} [${this.code}]: ${this.message}`;
  }
}

function fail(details) {
  if (details.message instanceof Error) throw details.message;
  throw new AssertionError(details);
}

const headings = {
  __proto__: null,
  strictEqual: 'Expected values to be strictly equal:',
  deepStrictEqual: 'Expected values to be strictly deep-equal:',
  notStrictEqual: 'Expected "actual" to be strictly unequal to:',
  notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
};

function judge(passed, actual, expected, message, operator, stackStartFn) {
  if (passed) return;
  const generated = message === undefined;
  if (generated && headings[operator]) {
    message = operator.startsWith('not') ?
      `${headings[operator]} ${show(expected)}` :
      `${headings[operator]}\n\n${show(actual)} !== ${show(expected)}\n`;
  }
  try {
    fail({ message, actual, expected, operator, stackStartFn });
  } catch (error) {
    if (generated && error instanceof AssertionError) error.generatedMessage = true;
    throw error;
  }
}

function need(count, given, ...names) {
  if (given < count) throw new codes.ERR_MISSING_ARGS(...names);
}

function matches(actual, expected, message, stackStartFn) {
  if (expected === undefined) return;
  if (typeof expected === 'function') {
    if (expected.prototype !== undefined && actual instanceof expected) return;
    if (Error.isPrototypeOf(expected)) throw actual;
    const verdict = Reflect.apply(expected, {}, [actual]);
    judge(verdict === true, actual, expected,
      message ?? `The ${expected.name ? `"${expected.name}" ` : ''}validation function is expected to return "true". ` +
      `Received ${show(verdict)}\n\nCaught error:\n\n${actual}`, stackStartFn.name, stackStartFn);
    return;
  }
  if (expected instanceof RegExp) {
    judge(expected.test(String(actual)), actual, expected,
      message ?? `The input did not match the regular expression ${show(expected)}. Input:\n\n${show(String(actual))}\n`,
      stackStartFn.name, stackStartFn);
    return;
  }
  matchProperties(actual, expected, message, stackStartFn);
}

function matchProperties(actual, expected, message, stackStartFn) {
  const keys = Object.keys(expected);
  if (expected instanceof Error) keys.push('name', 'message');
  else if (keys.length === 0) throw new codes.ERR_INVALID_ARG_VALUE('error', expected, 'may not be an empty object');
  for (const key of keys) {
    if (typeof actual?.[key] === 'string' && expected[key] instanceof RegExp && expected[key].test(actual[key])) continue;
    const same = actual !== null && typeof actual === 'object' && key in actual &&
      require('util').isDeepStrictEqual(actual[key], expected[key]);
    judge(same, actual, expected,
      message ?? `Expected values to be strictly deep-equal:\n\n${key}: ${show(actual?.[key])} !== ${show(expected[key])}\n`,
      stackStartFn.name, stackStartFn);
  }
}

function checkExpected(expected) {
  if (expected !== undefined && typeof expected !== 'function' && (typeof expected !== 'object' || expected === null)) {
    throw new codes.ERR_INVALID_ARG_TYPE('expected', ['Function', 'Error', 'RegExp', 'Object'], expected);
  }
}

function missing(kind, expected, message, stackStartFn) {
  const name = expected?.name ? ` (${expected.name})` : '';
  judge(false, undefined, expected, message instanceof Error ? message :
    `Missing expected ${kind}${name}${message ? `: ${message}` : '.'}`, stackStartFn.name, stackStartFn);
}

const functions = {
  equal(actual, expected, message) {
    need(2, arguments.length, 'actual', 'expected');
    // eslint-disable-next-line eqeqeq
    judge(actual == expected || (actual !== actual && expected !== expected), actual, expected, message, '==', functions.equal);
  },
  notEqual(actual, expected, message) {
    need(2, arguments.length, 'actual', 'expected');
    // eslint-disable-next-line eqeqeq
    judge(actual != expected && !(actual !== actual && expected !== expected), actual, expected, message, '!=', functions.notEqual);
  },
  strictEqual(actual, expected, message) {
    need(2, arguments.length, 'actual', 'expected');
    judge(Object.is(actual, expected), actual, expected, message, 'strictEqual', functions.strictEqual);
  },
  notStrictEqual(actual, expected, message) {
    need(2, arguments.length, 'actual', 'expected');
    judge(!Object.is(actual, expected), actual, expected, message, 'notStrictEqual', functions.notStrictEqual);
  },
  deepStrictEqual(actual, expected, message) {
    need(2, arguments.length, 'actual', 'expected');
    const same = require('util').isDeepStrictEqual(actual, expected);
    judge(same, actual, expected, message, 'deepStrictEqual', functions.deepStrictEqual);
  },
  notDeepStrictEqual(actual, expected, message) {
    need(2, arguments.length, 'actual', 'expected');
    const same = require('util').isDeepStrictEqual(actual, expected);
    judge(!same, actual, expected, message, 'notDeepStrictEqual', functions.notDeepStrictEqual);
  },
  fail(message) {
    fail({ message: message ?? 'Failed', operator: 'fail', stackStartFn: functions.fail });
  },
  match(string, regexp, message) {
    if (!(regexp instanceof RegExp)) throw new codes.ERR_INVALID_ARG_TYPE('regexp', 'RegExp', regexp);
    judge(typeof string === 'string' && regexp.test(string), string, regexp,
      message ?? `The input did not match the regular expression ${show(regexp)}. Input:\n\n${show(string)}\n`, 'match', functions.match);
  },
  doesNotMatch(string, regexp, message) {
    if (!(regexp instanceof RegExp)) throw new codes.ERR_INVALID_ARG_TYPE('regexp', 'RegExp', regexp);
    judge(typeof string === 'string' && !regexp.test(string), string, regexp,
      message ?? `The input was expected to not match the regular expression ${show(regexp)}. Input:\n\n${show(string)}\n`,
      'doesNotMatch', functions.doesNotMatch);
  },
  throws(fn, expected, message) {
    validateFunction(fn, 'fn');
    if (typeof expected === 'string') [expected, message] = [undefined, expected];
    checkExpected(expected);
    let thrown;
    try {
      fn();
    } catch (error) {
      thrown = { error };
    }
    if (!thrown) missing('exception', expected, message, functions.throws);
    matches(thrown.error, expected, message, functions.throws);
  },
  doesNotThrow(fn, expected, message) {
    validateFunction(fn, 'fn');
    if (typeof expected === 'string') [expected, message] = [undefined, expected];
    try {
      fn();
    } catch (error) {
      unwanted('exception', error, expected, message, functions.doesNotThrow);
    }
  },
  async rejects(promise, expected, message) {
    if (typeof expected === 'string') [expected, message] = [undefined, expected];
    checkExpected(expected);
    const settled = await settle(promise);
    if (!settled.failed) missing('rejection', expected, message, functions.rejects);
    matches(settled.error, expected, message, functions.rejects);
  },
  async doesNotReject(promise, expected, message) {
    if (typeof expected === 'string') [expected, message] = [undefined, expected];
    const settled = await settle(promise);
    if (settled.failed) unwanted('rejection', settled.error, expected, message, functions.doesNotReject);
  },
  ifError(value) {
    if (value === null || value === undefined) return;
    fail({
      message: `ifError got unwanted exception: ${value?.message ?? show(value)}`,
      actual: value, expected: null, operator: 'ifError', stackStartFn: functions.ifError,
    });
  },
};

function unwanted(kind, error, expected, message, stackStartFn) {
  if (typeof expected === 'function' && !(error instanceof expected)) throw error;
  judge(false, error, expected,
    `Got unwanted ${kind}${message ? `: ${message}` : '.'}\nActual message: "${error?.message}"`, stackStartFn.name, stackStartFn);
}

async function settle(promise) {
  if (typeof promise === 'function') {
    promise = promise();
    if (typeof promise?.then !== 'function') {
      throw new codes.ERR_INVALID_RETURN_VALUE('instance of Promise', 'promiseFn', promise);
    }
  } else if (typeof promise?.then !== 'function') {
    throw new codes.ERR_INVALID_ARG_TYPE('promiseFn', ['Function', 'Promise'], promise);
  }
  try {
    await promise;
    return { failed: false };
  } catch (error) {
    return { failed: true, error };
  }
}

function ok(...given) {
  const [value, message] = given;
  if (given.length === 0) {
    judge(false, undefined, true, 'No value argument passed to `assert.ok()`', '==', ok);
  }
  judge(value, value, true, message ?? 'The expression evaluated to a falsy value', '==', ok);
}

function assert(...given) {
  ok(...given);
}

Object.assign(assert, functions, { ok, AssertionError });
addMissing(assert, 'assert', 'CallTracker deepEqual notDeepEqual partialDeepStrictEqual');
const { equal, notEqual, deepEqual, notDeepEqual, ...shared } = assert;
assert.strict = Object.assign(function strict(...given) { ok(...given); }, shared, {
  equal: assert.strictEqual,
  notEqual: assert.notStrictEqual,
  deepEqual: assert.deepStrictEqual,
  notDeepEqual: assert.notDeepStrictEqual,
});
assert.strict.strict = assert.strict;
module.exports = assert;
