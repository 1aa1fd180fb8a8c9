// nodejs.org/api/assert.html, v22. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { defineLazy } = require('internal/lazy');
const { functions, innerOk, kOptions } = require('internal/assert/functions');

function ok(...args) {
  innerOk(this, ok, args);
}

function assert(...args) {
  innerOk(undefined, assert, args);
}

function strict(...args) {
  innerOk(undefined, strict, args);
}

/** nodejs.org/api/assert.html#class-assertassert */
function Assert(options) {
  if (!new.target) throw new codes.ERR_CONSTRUCT_CALL_REQUIRED();
  const given = { strict: true, diff: 'simple', skipPrototype: false, ...options };
  if (given.diff !== undefined) require('internal/validators').validateOneOf(given.diff, 'options.diff', ['simple', 'full']);
  Object.defineProperty(this, kOptions, { __proto__: null, value: given });
  Object.assign(this, { AssertionError: module.exports.AssertionError, ok }, functions, given.strict ? strictForms : undefined);
}

const strictForms = {
  equal: functions.strictEqual,
  deepEqual: functions.deepStrictEqual,
  notEqual: functions.notStrictEqual,
  notDeepEqual: functions.notDeepStrictEqual,
};
Object.assign(Assert.prototype, { ok }, functions);
Object.assign(assert, functions, { ok, Assert });
defineLazy(assert, 'AssertionError', () => require('internal/assert/assertion_error').AssertionError);
defineLazy(assert, 'CallTracker', () => {
  const { deprecate } = require('internal/util');
  return deprecate(require('internal/assert/call_tracker').CallTracker, 'assert.CallTracker is deprecated.', 'DEP0173');
});
Object.defineProperties(strict, Object.getOwnPropertyDescriptors({ ...functions, ...strictForms, ok, Assert }));
defineLazy(strict, 'AssertionError', () => assert.AssertionError);
defineLazy(strict, 'CallTracker', () => assert.CallTracker);
assert.strict = strict;
strict.strict = strict;
module.exports = assert;
