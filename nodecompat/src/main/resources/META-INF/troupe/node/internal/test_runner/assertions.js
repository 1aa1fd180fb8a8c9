// nodejs.org/api/test.html#contextassert and #assert, v22: the functions of node:assert, counted by the plan, and the program's own. Missing:
// nothing.
'use strict';

const { validateFunction, validateString } = require('internal/validators');

const LEFT_OUT = new Set(['AssertionError', 'CallTracker', 'strict', 'Assert', 'options']);
let registered;
let taken;

function snapshots() {
  return (taken ??= require('internal/test_runner/snapshot').programSnapshots());
}

/** After the last test. */
function writeSnapshots() {
  taken?.writeSnapshotFiles();
}

/** name to a function of the test's context. */
function table() {
  if (registered === undefined) {
    const assert = require('assert');
    registered = new Map();
    for (const name of Object.keys(assert)) if (!LEFT_OUT.has(name)) registered.set(name, (...args) => assert[name](...args));
    registered.set('snapshot', function(...args) { return Reflect.apply(snapshots().createAssert(), this, args); });
    registered.set('fileSnapshot', function(...args) { return Reflect.apply(snapshots().createFileAssert(), this, args); });
  }
  return registered;
}

function forTest(test, context) {
  const assert = { __proto__: null };
  for (const [name, fn] of table()) {
    assert[name] = (...args) => {
      test.planned?.count();
      return Reflect.apply(fn, context, args);
    };
  }
  return assert;
}

function register(name, fn) {
  validateString(name, 'name');
  validateFunction(fn, 'fn');
  table().set(name, fn);
}

module.exports = { forTest, register, writeSnapshots };
