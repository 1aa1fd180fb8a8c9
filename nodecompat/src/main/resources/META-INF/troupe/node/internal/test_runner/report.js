// The order in which results are told: as the tests were written, whatever order they end in (nodejs.org/api/test.html#class-testsstream,
// v22). Missing: nothing.
'use strict';

const { process } = require('internal/process/object');

/** Tells what can be told by now, from `test` down. */
function flush(test) {
  while (test.nextToReport < test.subtests.length) {
    const child = test.subtests[test.nextToReport];
    if (child.startTime === null && !child.finished) return;
    if (child.subtests.length > 0) {
      if (child.subtests.some((one) => one.finished)) begin(child);
      flush(child);
    }
    if (!child.finished || child.nextToReport < child.subtests.length) return;
    conclude(child);
    test.nextToReport++;
  }
}

function begin(test) {
  if (test.startReported) return;
  test.startReported = true;
  test.root.emit('test:start', test);
}

function conclude(test) {
  begin(test);
  if (test.subtests.length > 0) test.root.reporter.plan(test.nesting + 1, test.subtests.length, test);
  test.reported = true;
  count(test);
  test.root.emit(test.passed ? 'test:pass' : 'test:fail', test);
  for (const message of test.diagnostics) test.root.reporter.diagnostic(test.nesting, message, test.where);
}

function count(test) {
  const { counts } = test.root;
  counts.topLevel += test.nesting === 0 ? 1 : 0;
  if (test.type === 'suite') {
    counts.suites++;
  } else {
    counts.tests++;
    if (test.skipped) counts.skipped++;
    else if (test.isTodo) counts.todo++;
    else if (test.passed) counts.passed++;
    else if (test.cancelled) counts.cancelled++;
    else counts.failed++;
  }
  if (!test.passed && !test.isTodo && !test.skipped) fail(test.root);
}

/** A run that somebody else looks at does not fail the program. */
function fail(root) {
  root.failed = true;
  if (root.reportsExitCode) process.exitCode = 1;
}

function summary(root) {
  flush(root);
  const { reporter, counts } = root;
  reporter.plan(0, root.subtests.length, undefined);
  for (const message of root.diagnostics) reporter.diagnostic(0, message);
  const lines = { tests: counts.tests, suites: counts.suites, pass: counts.passed, fail: counts.failed, cancelled: counts.cancelled,
    skipped: counts.skipped, todo: counts.todo };
  root.endTime ??= require('internal/test_runner/test').now();
  const { duration } = root;
  for (const [name, value] of Object.entries(lines)) reporter.diagnostic(0, `${name} ${value}`);
  reporter.diagnostic(0, `duration_ms ${duration}`);
  reporter.summary({ counts: { ...counts }, duration_ms: duration, success: !root.failed, file: undefined });
}

module.exports = { fail, flush, summary };
