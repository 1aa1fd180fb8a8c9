// nodejs.org/api/assert.html, v22: the functions; each reads its options from `this`, if that is an Assert. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { isError } = require('internal/util');
const types = require('internal/util/types');

const kOptions = Symbol('kOptions');
const comparisons = () => require('internal/util/comparisons');
const throwing = () => require('internal/assert/throwing');
const show = (value) => require('internal/util/inspect').inspect(value);
const diffOf = (self) => self?.[kOptions]?.diff ?? 'simple';

function refuse(self, options) {
  if (isError(options.message)) throw options.message;
  const { AssertionError } = require('internal/assert/assertion_error');
  throw new AssertionError({ ...options, diff: diffOf(self) });
}

function need(args) {
  if (args.length < 2) throw new codes.ERR_MISSING_ARGS('actual', 'expected');
}

/** A comparison of two values under its name, which is the operator unless another is given. */
function comparison(name, holds, operator = name) {
  const { [name]: fn } = { [name]: function(actual, expected, message) {
    need(arguments);
    if (!holds(actual, expected, this)) refuse(this, { actual, expected, message, operator, stackStartFn: fn });
  } };
  return fn;
}

// eslint-disable-next-line eqeqeq
const looselyEqual = (a, b) => a == b || (a !== a && b !== b);
const deepStrict = (a, b, self) => comparisons().isDeepStrictEqual(a, b, { skipPrototype: self?.[kOptions]?.skipPrototype });

const functions = {
  fail(actual, expected, message, operator, stackStartFn) {
    const count = arguments.length;
    let generated = false;
    if (actual == null && count <= 1) {
      message = 'Failed';
      generated = true;
    } else if (count === 1) {
      message = actual;
      actual = undefined;
    } else {
      warnOfFail();
      if (count === 2) operator = '!=';
    }
    if (isError(message)) throw message;
    const { AssertionError } = require('internal/assert/assertion_error');
    const error = new AssertionError({
      actual, expected, operator: operator ?? 'fail', stackStartFn: stackStartFn || functions.fail, message, diff: diffOf(this) });
    if (generated) error.generatedMessage = true;
    throw error;
  },
  equal: comparison('equal', looselyEqual, '=='),
  notEqual: comparison('notEqual', (a, b) => !looselyEqual(a, b), '!='),
  deepEqual: comparison('deepEqual', (a, b) => comparisons().isDeepEqual(a, b)),
  notDeepEqual: comparison('notDeepEqual', (a, b) => !comparisons().isDeepEqual(a, b)),
  deepStrictEqual: comparison('deepStrictEqual', deepStrict),
  notDeepStrictEqual: comparison('notDeepStrictEqual', (a, b, self) => !deepStrict(a, b, self)),
  strictEqual: comparison('strictEqual', Object.is),
  notStrictEqual: comparison('notStrictEqual', (a, b) => !Object.is(a, b)),
  partialDeepStrictEqual: comparison('partialDeepStrictEqual', (a, b) => comparisons().isPartialStrictEqual(a, b)),
  match(string, regexp, message) {
    match(this, string, regexp, message, functions.match, true);
  },
  doesNotMatch(string, regexp, message) {
    match(this, string, regexp, message, functions.doesNotMatch, false);
  },
  throws(fn, ...args) {
    throwing().expectError(functions.throws, throwing().thrownBy(fn), diffOf(this), args);
  },
  async rejects(promiseFn, ...args) {
    throwing().expectError(functions.rejects, await throwing().rejectionOf(promiseFn), diffOf(this), args);
  },
  doesNotThrow(fn, ...args) {
    throwing().expectNoError(functions.doesNotThrow, throwing().thrownBy(fn), diffOf(this), args);
  },
  async doesNotReject(promiseFn, ...args) {
    throwing().expectNoError(functions.doesNotReject, await throwing().rejectionOf(promiseFn), diffOf(this), args);
  },
  ifError(error) {
    if (error === null || error === undefined) return;
    let message = 'ifError got unwanted exception: ';
    if (typeof error === 'object' && typeof error.message === 'string') {
      message += error.message.length === 0 && error.constructor ? error.constructor.name : error.message;
    } else {
      message += show(error);
    }
    const { AssertionError } = require('internal/assert/assertion_error');
    const failure = new AssertionError({
      actual: error, expected: null, operator: 'ifError', message, stackStartFn: functions.ifError, diff: diffOf(this) });
    failure.generatedMessage = true;
    throw joinStacks(failure, error.stack);
  },
};

let warnedOfFail = false;

function warnOfFail() {
  if (warnedOfFail) return;
  warnedOfFail = true;
  require('internal/process/object').process.emitWarning(
    'assert.fail() with more than one argument is deprecated. Please use assert.strictEqual() instead or only pass a message.',
    'DeprecationWarning', 'DEP0094');
}

/** The frames of the error, and above them those of ifError() that it does not share. */
function joinStacks(failure, stack) {
  const at = typeof stack === 'string' ? stack.indexOf('\n    at') : -1;
  if (at < 0) return failure;
  const frames = stack.slice(at + 1).split('\n');
  const own = String(failure.stack).split('\n');
  const shared = own.findIndex((line) => line === frames[0]);
  failure.stack = [...(shared < 0 ? own : own.slice(0, shared)), ...frames].join('\n');
  return failure;
}

function match(self, string, regexp, message, fn, wanted) {
  if (!types.isRegExp(regexp)) throw new codes.ERR_INVALID_ARG_TYPE('regexp', 'RegExp', regexp);
  if (typeof string === 'string' && regexp.test(string) === wanted) return;
  if (isError(message)) throw message;
  const text = typeof string !== 'string' ?
    `The "string" argument must be of type string. Received type ${typeof string} (${show(string)})` :
    `The input ${wanted ? 'did not' : 'was expected to not'} match the regular expression ${show(regexp)}. Input:\n\n${show(string)}\n`;
  const { AssertionError } = require('internal/assert/assertion_error');
  const error = new AssertionError({
    actual: string, expected: regexp, message: message || text, operator: fn.name, stackStartFn: fn, diff: diffOf(self) });
  error.generatedMessage = !message;
  throw error;
}

/** `caller` is the function that the program called. */
function innerOk(self, caller, args) {
  const [value] = args;
  let message = args[1];
  if (value) return;
  let generated = false;
  if (args.length === 0) {
    generated = true;
    message = 'No value argument passed to `assert.ok()`';
  } else if (message == null) {
    generated = true;
    message = require('internal/assert/expression').falsyMessage();
  } else if (isError(message)) {
    throw message;
  }
  const { AssertionError } = require('internal/assert/assertion_error');
  const error = new AssertionError({ actual: value, expected: true, message, operator: '==', stackStartFn: caller, diff: diffOf(self) });
  error.generatedMessage = generated;
  throw error;
}

module.exports = { functions, innerOk, kOptions };
