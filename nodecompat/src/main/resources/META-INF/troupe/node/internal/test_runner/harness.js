// The root of all tests of a program: it starts them, hears what nobody caught, and reports (nodejs.org/api/test.html, v22). It comes into
// being with the first test and ends with the program. Missing: watch mode, coverage, filters by name.
'use strict';

const { failure, messageOf, LOOP_ENDED } = require('internal/test_runner/failure');
const { location } = require('internal/test_runner/location');
const { readArguments } = require('internal/test_runner/options');
const { Test, current, now } = require('internal/test_runner/test');
const { nextTick } = require('internal/ticks');
const { process } = require('internal/process/object');

class Root extends Test {
  concurrency = 1;
  counts = { tests: 0, suites: 0, passed: 0, failed: 0, cancelled: 0, skipped: 0, todo: 0, topLevel: 0 };
  afterRun = undefined;
  reportsExitCode = true;
  failed = false;
  holds = false;
  over = false;

  constructor(reporters) {
    super(null, { name: '<root>', fn() {} });
    this.startTime = now();
    this.ran = true;
    this.onlyMode = process.execArgv.includes('--test-only');
    this.entryFile = process.argv[1];
    const { TestsStream } = require('internal/test_runner/tests_stream');
    this.reporter = new TestsStream();
    reporters?.(this.reporter);
  }

  emit(event, test) {
    this.reporter.emitEvent(event, test);
  }

  /** Tests that are not asked for do not run. */
  filters(test) {
    if (!(this.onlyMode || test.parent.runOnlySubtests)) return false;
    if (test.only || test.parent.only && !test.parent.subtests.some((one) => one.only)) return false;
    test.filtered = true;
    test.skip(`'only' option not set`);
    return true;
  }

  flush() {
    require('internal/test_runner/report').flush(this);
  }

  /** There may be handles left that only an after() hook closes. */
  childEnded(test) {
    if (test.parent !== this || this.active > 0 || this.pending.length > 0 || this.hooks.after.length === 0) return;
    this.finishHooks();
  }

  finishHooks() {
    return (this.afterRun ??= this.runHooks(this.hooks.after, this.context).then(undefined, (error) => this.fail(error)));
  }

  /** No event is left: what still waits waits in vain. */
  async finish() {
    if (this.over) return;
    this.over = true;
    for (const subtest of this.subtests) if (!subtest.finished) subtest.cancel(failure(LOOP_ENDED, 'cancelledByParent'));
    await Promise.all(this.subtests.map((subtest) => subtest.done));
    await this.finishHooks();
    try {
      require('internal/test_runner/assertions').writeSnapshots();
    } catch (error) {
      this.fail(failure(error, 'hookFailed'));
    }
    this.endTime = now();
    this.finished = true;
    if (this.error !== null) require('internal/test_runner/report').fail(this);
    require('internal/test_runner/report').summary(this);
    this.reporter.end();
  }
}

let root;

/** Tests that are made while `work` runs belong to `other`; they wait until it is told to start them. */
async function withRoot(other, work) {
  const before = root;
  root = other;
  other.holds = true;
  try {
    return await current.run(undefined, work);
  } finally {
    root = before;
  }
}

/** The root, with the program's reporters; run() makes its own. */
function ensureRoot() {
  if (root !== undefined) return root;
  root = new Root((stream) => require('internal/test_runner/reporters').attach(stream));
  listen(root);
  return root;
}

function listen(root) {
  const uncaught = (error, origin) => heard(root, error, origin === 'unhandledRejection' ? origin : 'uncaughtException');
  process.on('uncaughtException', uncaught);
  process.on('unhandledRejection', (reason) => heard(root, reason, 'unhandledRejection'));
  process.on('beforeExit', () => { root.finish(); });
  process.on('exit', () => {
    if (root.over) return;
    for (const subtest of root.subtests) if (!subtest.finished) subtest.cancel(failure(LOOP_ENDED, 'cancelledByParent'));
    require('internal/test_runner/report').summary(root);
  });
}

/** Goes to the test in whose context it happened. */
function heard(root, error, kind) {
  const test = current.get() ?? runningLeaf(root);
  if (test === undefined || test === root || test.finished) {
    const name = test === undefined || test === root ? undefined : test.name;
    const told = name === undefined ? 'A resource generated asynchronous activity after the test ended.' :
      `Test "${name}" at ${test.where?.file}:${test.where?.line}:${test.where?.column} generated asynchronous activity after the test ended.`;
    root.diagnostics.push(`Error: ${told} This activity created the error "${shown(error)}" and would have ` +
      `caused the test to fail, but instead triggered an ${kind} event.`);
    process.exitCode = 1;
    return;
  }
  test.fail(failure(error, kind));
  test.stop(test.error);
}

function shown(error) {
  return error instanceof Error ? `${error.name}: ${messageOf(error)}` : messageOf(error);
}

/** The innermost test that runs, if it is the only one. */
function runningLeaf(test) {
  const running = test.subtests.filter((one) => one.startTime !== null && !one.finished);
  return running.length === 1 ? runningLeaf(running[0]) ?? running[0] : undefined;
}

const parentOfNew = () => current.get() ?? ensureRoot();

function createSubtest(parent, kind, [name, options, fn], overrides) {
  const given = readArguments(name, options, fn, overrides);
  const Class = kind === 'Suite' ? require('internal/test_runner/suite').Suite : Test;
  const subtest = parent.createSubtest(Class, given, location());
  if (kind === 'Suite') subtest.build();
  // a suite starts its tests itself, after it was built
  if (parent.type === 'suite') return Promise.resolve();
  if (parent !== parent.root) return subtest.start();
  if (parent.holds) return subtest.done;
  return new Promise((resolve) => nextTick(() => subtest.start().then(resolve)));
}

function hook(kind) {
  return (fn, options) => {
    parentOfNew().addHook(kind, fn, options);
  };
}

function runner(kind) {
  const run = (name, options, fn, overrides) => createSubtest(parentOfNew(), kind, [name, options, fn], overrides);
  const test = { [kind.toLowerCase()]: (name, options, fn) => run(name, options, fn) }[kind.toLowerCase()];
  for (const keyword of ['skip', 'todo', 'only']) {
    test[keyword] = (name, options, fn) => run(name, options, fn, { [keyword]: true });
  }
  return test;
}

module.exports = {
  Root,
  withRoot,
  createSubtest,
  test: runner('Test'),
  suite: runner('Suite'),
  before: hook('before'),
  after: hook('after'),
  beforeEach: hook('beforeEach'),
  afterEach: hook('afterEach'),
};
