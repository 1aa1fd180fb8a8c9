// assert.throws, rejects and their opposites (nodejs.org/api/assert.html, v22). Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { isError } = require('internal/util');
const { validateFunction } = require('internal/validators');
const types = require('internal/util/types');

const NOTHING = Symbol('nothing was thrown');
const show = (value, options) => require('internal/util/inspect').inspect(value, options);

/** `fn` is the function of the API that was called: it gives the operator and where the stack starts. */
function refuse(fn, details) {
  if (isError(details.message)) throw details.message;
  const { AssertionError } = require('internal/assert/assertion_error');
  const { generated, ...options } = details;
  const error = new AssertionError({ operator: fn.name, stackStartFn: fn, ...options });
  error.operator = fn.name;
  if (generated) error.generatedMessage = true;
  throw error;
}

function thrownBy(fn) {
  validateFunction(fn, 'fn');
  try {
    fn();
  } catch (error) {
    return error;
  }
  return NOTHING;
}

const isThenable = (value) => types.isPromise(value) ||
  (value !== null && typeof value === 'object' && typeof value.then === 'function' && typeof value.catch === 'function');

async function rejectionOf(promiseFn) {
  let promise = promiseFn;
  if (typeof promiseFn === 'function') {
    promise = promiseFn();
    if (!isThenable(promise)) throw new codes.ERR_INVALID_RETURN_VALUE('instance of Promise', 'promiseFn', promise);
  } else if (!isThenable(promiseFn)) {
    throw new codes.ERR_INVALID_ARG_TYPE('promiseFn', ['Function', 'Promise'], promiseFn);
  }
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return NOTHING;
}

const KINDS = { throws: 'exception', doesNotThrow: 'exception', rejects: 'rejection', doesNotReject: 'rejection' };

function expectError(fn, actual, diff, args) {
  let [expected, message] = args;
  if (typeof expected === 'string') {
    if (args.length === 2) throw new codes.ERR_INVALID_ARG_TYPE('error', ['Function', 'Error', 'RegExp', 'Object'], expected);
    refuseAmbiguous(actual, expected);
    [expected, message] = [undefined, expected];
  } else if (expected != null && typeof expected !== 'object' && typeof expected !== 'function') {
    throw new codes.ERR_INVALID_ARG_TYPE('error', ['Function', 'Error', 'RegExp', 'Object'], expected);
  }
  if (actual === NOTHING) {
    const name = expected?.name ? ` (${expected.name})` : '';
    const text = `Missing expected ${KINDS[fn.name]}${name}${message ? `: ${message}` : '.'}`;
    refuse(fn, { actual: undefined, expected, message: text, diff });
  }
  if (!expected) return;
  if (typeof expected === 'function') checkWithFunction(fn, actual, expected, message, diff);
  else if (types.isRegExp(expected)) checkWithRegExp(fn, actual, expected, message, diff);
  else checkProperties(fn, actual, expected, message, diff);
}

function refuseAmbiguous(actual, text) {
  if (actual !== null && typeof actual === 'object') {
    if (actual.message === text) {
      throw new codes.ERR_AMBIGUOUS_ARGUMENT('error/message', `The error message "${actual.message}" is identical to the message.`);
    }
  } else if (actual === text) {
    throw new codes.ERR_AMBIGUOUS_ARGUMENT('error/message', `The error "${actual}" is identical to the message.`);
  }
}

function checkWithRegExp(fn, actual, expected, message, diff) {
  const text = String(actual);
  if (expected.test(text)) return;
  const generated = `The input did not match the regular expression ${show(expected)}. Input:\n\n${show(text)}\n`;
  refuse(fn, { actual, expected, message: message ?? generated, generated: message === undefined, diff });
}

function checkWithFunction(fn, actual, expected, message, diff) {
  if (expected.prototype !== undefined && actual instanceof expected) return;
  if (Object.prototype.isPrototypeOf.call(Error, expected)) {
    refuse(fn, { actual, expected, message: message ?? wrongInstance(actual, expected), generated: message === undefined, diff });
  }
  const verdict = Reflect.apply(expected, {}, [actual]);
  if (verdict === true) return;
  let generated = `The ${expected.name ? `"${expected.name}" ` : ''}validation function is expected to return "true". Received ${show(verdict)}`;
  if (isError(actual)) generated += `\n\nCaught error:\n\n${actual}`;
  refuse(fn, { actual, expected, message: message ?? generated, generated: message === undefined, diff });
}

function wrongInstance(actual, expected) {
  const start = `The error is expected to be an instance of "${expected.name}". Received `;
  if (!isError(actual)) return `${start}"${show(actual, { depth: -1 })}"`;
  const what = expected.name === actual.name ? 'an error with identical name but a different prototype.' :
    `"${actual.constructor?.name ?? actual.name}"`;
  return `${start}${what}\n\nError message:\n\n${actual.message}`;
}

/** What is printed of the error and of what was expected: the properties that were asked for. */
class Comparison {
  constructor(object, keys, actual) {
    for (const key of keys) {
      if (!(key in object)) continue;
      const matched = actual !== undefined && typeof actual[key] === 'string' && types.isRegExp(object[key]) && object[key].test(actual[key]);
      this[key] = matched ? actual[key] : object[key];
    }
  }
}

function checkProperties(fn, actual, expected, message, diff) {
  if (actual === null || typeof actual !== 'object') {
    refuse(fn, { actual, expected, message, operator: 'deepStrictEqual', diff });
  }
  const keys = Object.keys(expected);
  if (expected instanceof Error) keys.push('name', 'message');
  else if (keys.length === 0) throw new codes.ERR_INVALID_ARG_VALUE('error', expected, 'may not be an empty object');
  const { isDeepStrictEqual } = require('internal/util/comparisons');
  for (const key of keys) {
    if (typeof actual[key] === 'string' && types.isRegExp(expected[key]) && expected[key].test(actual[key])) continue;
    if (key in actual && isDeepStrictEqual(actual[key], expected[key])) continue;
    if (message) refuse(fn, { actual, expected, message, diff });
    refuseWithComparison(fn, actual, expected, keys, diff);
  }
}

function refuseWithComparison(fn, actual, expected, keys, diff) {
  const { AssertionError } = require('internal/assert/assertion_error');
  const left = new Comparison(actual, keys);
  const right = new Comparison(expected, keys, actual);
  const error = new AssertionError({ actual: left, expected: right, operator: 'deepStrictEqual', stackStartFn: fn, diff });
  throw Object.assign(error, { actual, expected, operator: fn.name });
}

function expectNoError(fn, actual, diff, [expected, message]) {
  if (actual === NOTHING) return;
  if (typeof expected === 'string') [expected, message] = [undefined, expected];
  if (expected && !isUnwanted(actual, expected)) throw actual;
  const text = `Got unwanted ${KINDS[fn.name]}${message ? `: ${message}` : '.'}\nActual message: "${actual?.message}"`;
  refuse(fn, { actual, expected, message: text, diff });
}

function isUnwanted(actual, expected) {
  if (typeof expected === 'function') {
    if (expected.prototype !== undefined && actual instanceof expected) return true;
    return !Object.prototype.isPrototypeOf.call(Error, expected) && Reflect.apply(expected, {}, [actual]) === true;
  }
  if (types.isRegExp(expected)) return expected.test(String(actual));
  throw new codes.ERR_INVALID_ARG_TYPE('expected', ['Function', 'RegExp'], expected);
}

module.exports = { expectError, expectNoError, thrownBy, rejectionOf };
