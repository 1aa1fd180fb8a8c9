// nodejs.org/api/test.html, v22. Missing: watch mode, coverage, filters by name; what internal/test_runner names.
'use strict';

const harness = require('internal/test_runner/harness');
const { defineLazy } = require('internal/lazy');

const { test } = harness;
module.exports = Object.assign(test, {
  after: harness.after,
  afterEach: harness.afterEach,
  before: harness.before,
  beforeEach: harness.beforeEach,
  describe: harness.suite,
  it: test,
  suite: harness.suite,
  test,
});
defineLazy(test, 'run', () => require('internal/test_runner/run').run);
defineLazy(test, 'mock', () => {
  const { MockTracker } = require('internal/test_runner/mock/tracker');
  return new MockTracker();
});
defineLazy(test, 'assert', () => ({ __proto__: null, register: require('internal/test_runner/assertions').register }));
defineLazy(test, 'snapshot', () => {
  const { setDefaultSnapshotSerializers, setResolveSnapshotPath } = require('internal/test_runner/snapshot');
  return { __proto__: null, setDefaultSnapshotSerializers, setResolveSnapshotPath };
});
