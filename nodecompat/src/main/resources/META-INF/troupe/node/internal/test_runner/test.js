// One test of node:test: its life from its creation to its report (nodejs.org/api/test.html, v22). Missing: coverage, and filters by name.
'use strict';

const { variable } = require('internal/async_context');
const { concurrencyOf, readHook } = require('internal/test_runner/options');
const { CANCELLED_BY_PARENT, failure } = require('internal/test_runner/failure');
const { invoke, limit } = require('internal/test_runner/invoke');

const realm = internalBinding('realm');
/** The test whose code runs. */
const current = variable({ name: 'node:test' });
const born = realm.hrtime();
/** Milliseconds since the first test, in nanoseconds' precision. */
const now = () => Math.round(Number(realm.hrtime() - born)) / 1e6;
/** So many microtasks may pass before a subtest that nobody waits for counts as unfinished. */
const PATIENCE = 256;

class Test {
  type = 'test';
  subtests = [];
  diagnostics = [];
  passed = false;
  finished = false;
  cancelled = false;
  error = null;
  startTime = null;
  endTime = null;
  planned = null;
  only = false;
  skipped = false;
  isTodo = false;
  message = undefined;
  runOnlySubtests = false;
  active = 0;
  nextToReport = 0;
  startReported = false;
  reported = false;
  ran = false;
  beforeRun = 0;
  beforeDone = undefined;

  constructor(parent, given, where) {
    this.parent = parent;
    this.root = parent?.root ?? this;
    this.name = given.name;
    this.fn = given.fn;
    this.where = where;
    this.nesting = parent === null || parent === parent.root ? 0 : parent.nesting + 1;
    this.number = parent === null ? 0 : parent.subtests.length + 1;
    this.concurrency = concurrencyOf(given.concurrency, parent?.concurrency ?? 1);
    this.timeout = given.timeout ?? parent?.timeout ?? undefined;
    this.outerSignal = given.signal ?? undefined;
    this.only = Boolean(given.only);
    if (given.skip) this.#mark('skipped', given.skip);
    else if (given.todo) this.#mark('isTodo', given.todo);
    if (given.skip && given.todo) this.isTodo = false;
    this.expectedPlan = given.plan;
    this.hooks = { before: [], after: [], beforeEach: [], afterEach: [] };
    this.pending = [];
    this.done = new Promise((resolve) => { this.settle = resolve; });
    this.stopped = new Promise((resolve, reject) => { this.stop = reject; });
    this.stopped.then(undefined, () => {});
  }

  #mark(field, reason) {
    this[field] = true;
    this.message = typeof reason === 'string' ? reason : this.message;
  }

  get controller() {
    const { AbortController } = require('internal/abort_controller');
    const controller = new AbortController();
    Object.defineProperty(this, 'controller', { __proto__: null, value: controller });
    if (this.cancelled) controller.abort();
    return controller;
  }

  get context() {
    const { TestContext } = require('internal/test_runner/context');
    const context = new TestContext(this);
    Object.defineProperty(this, 'context', { __proto__: null, value: context });
    return context;
  }

  get fullName() {
    const above = this.parent;
    return above === null || above.parent === null ? this.name : `${above.fullName} > ${this.name}`;
  }

  skip(message) {
    this.#mark('skipped', message);
  }

  todo(message) {
    this.#mark('isTodo', message);
  }

  plan(count, options) {
    const { Plan } = require('internal/test_runner/plan');
    this.planned = new Plan(count, options);
  }

  addHook(kind, fn, options) {
    this.hooks[kind].push(readHook(fn, options));
    // the test runs already: what is to be done before its next subtest is done now
    if (kind === 'before' && this.ran && this.type === 'test') this.runBefore().then(undefined, () => {});
  }

  /** A new subtest, which waits for its start. */
  createSubtest(Class, given, where) {
    const subtest = new Class(this, given, where);
    this.subtests.push(subtest);
    if (this.finished) subtest.lateParent = true;
    this.planned?.count();
    this.root.emit('test:enqueue', subtest);
    return subtest;
  }

  /** Runs now if the parent lets it, later otherwise; resolves when it is over. */
  start() {
    const { parent } = this;
    if (this.lateParent) this.cancelLate();
    else if (parent.active < parent.concurrency) {
      parent.active++;
      this.#go();
    } else {
      parent.pending.push(this);
    }
    return this.done;
  }

  #go() {
    this.root.emit('test:dequeue', this);
    current.run(this, () => this.run()).then(undefined, (error) => this.fail(failure(error, 'testCodeFailure'))).then(() => this.#end());
  }

  cancelLate() {
    this.fail(failure('test could not be started because its parent finished', 'parentAlreadyFinished'));
    this.#end();
  }

  #end() {
    if (this.finished) return;
    for (const subtest of this.subtests) if (!subtest.finished) subtest.cancel();
    this.startTime ??= now();
    this.endTime = now();
    this.finished = true;
    this.countSubtests();
    this.root.emit('test:complete', this);
    const { parent } = this;
    if (!this.lateParent && this.startedBy !== null) parent.active--;
    this.root.flush();
    this.settle();
    parent.startPending();
    this.root.childEnded(this);
  }

  startPending() {
    while (this.pending.length > 0 && this.active < this.concurrency) {
      const next = this.pending.shift();
      if (next.finished) continue;
      this.active++;
      next.#go();
    }
  }

  /** A test fails with its subtests. */
  countSubtests() {
    const failed = this.subtests.filter((subtest) => !subtest.passed && !subtest.isTodo && !subtest.lateParent).length;
    if (failed > 0 && (this.passed || this.error === null)) {
      this.passed = false;
      this.fail(failure(`${failed} subtest${failed > 1 ? 's' : ''} failed`, 'subtestsFailed'));
    }
  }

  pass() {
    if (this.error === null) this.passed = true;
  }

  fail(error) {
    if (this.error !== null) return;
    this.passed = false;
    this.error = error;
  }

  /** Ends what still runs: the parent is over, or the program is. */
  cancel(error = failure(CANCELLED_BY_PARENT, 'cancelledByParent')) {
    if (this.finished || this.cancelled) return;
    this.fail(error);
    this.cancelled = true;
    this.passed = false;
    if (Object.hasOwn(this, 'controller')) this.controller.abort();
    this.stop(error);
    if (this.startTime === null) {
      this.startedBy = null;
      this.#end();
    }
  }

  async runHooks(hooks, context) {
    for (const hook of hooks) {
      const bound = limit(hook.timeout, hook.signal);
      try {
        await current.run(this, () => invoke(hook.fn, context, [context], [bound]));
      } catch (error) {
        const failed = failure(error, 'hookFailed');
        if (failed.failureType !== 'testTimeoutFailure') failed.failureType = 'hookFailed';
        throw failed;
      } finally {
        bound.release();
      }
    }
  }

  /** Those of a test and all above it: outermost first before it, innermost first after it. */
  hooksFor(kind) {
    const path = [];
    for (let test = this.parent; test !== null; test = test.parent) path.push(...(kind === 'afterEach' ? test.hooks[kind] : test.hooks[kind].toReversed()));
    return kind === 'afterEach' ? path : path.reverse();
  }

  /** What precedes all subtests, once; a hook that comes later runs at once. */
  runBefore() {
    const due = this.hooks.before.slice(this.beforeRun);
    this.beforeRun = this.hooks.before.length;
    if (due.length > 0 || this.beforeDone === undefined) {
      this.beforeDone = Promise.all([this.beforeDone, this.runHooks(due, this.context)]);
    }
    return this.beforeDone;
  }

  async run() {
    const { parent } = this;
    this.startTime = now();
    this.ran = true;
    if (parent.type !== 'suite') await parent.runBefore();
    if (this.cancelled) return;
    if (this.skipped || this.root.filters(this)) {
      this.pass();
      return;
    }
    if (this.expectedPlan !== undefined) this.plan(this.expectedPlan);
    const bounds = [{ promise: this.stopped, release() {} }, limit(this.timeout, this.outerSignal)];
    try {
      await this.runHooks(this.hooksFor('beforeEach'), this.context);
      await this.body(bounds);
      this.pass();
    } catch (error) {
      this.failWith(error);
    }
    bounds.forEach((bound) => bound.release());
    await this.afterwards();
  }

  async body(bounds) {
    const { context } = this;
    await this.runBefore();
    await invoke(this.fn, context, [context], bounds);
    if (this.planned !== null) await Promise.race([this.planned.met(), ...bounds.map((bound) => bound.promise)]);
    // subtests that only wait for promises get their turn
    for (let turn = 0; turn < PATIENCE && this.subtests.some((subtest) => !subtest.finished); turn++) await undefined;
  }

  failWith(error) {
    if (error?.code === 'ERR_TEST_FAILURE') {
      if (error.failureType === 'testTimeoutFailure' && error.cause !== undefined) this.cancelWithin();
      this.fail(error);
    } else if (this.outerSignal?.aborted && error === this.outerSignal.reason) {
      this.cancelWithin();
      this.fail(failure(error, 'testAborted'));
    } else {
      this.fail(failure(error, 'testCodeFailure'));
    }
  }

  cancelWithin() {
    this.cancelled = true;
    if (Object.hasOwn(this, 'controller')) this.controller.abort();
  }

  async afterwards() {
    for (const hooks of [this.hooksFor('afterEach'), this.hooks.after]) {
      try {
        await this.runHooks(hooks, this.context);
      } catch (error) {
        this.fail(error);
      }
    }
    if (Object.hasOwn(this.context, 'mock')) this.context.mock.reset();
  }

  get duration() {
    return this.endTime === null ? 0 : Math.round((this.endTime - this.startTime) * 1e6) / 1e6;
  }
}

module.exports = { Test, current, now };
