// describe() of node:test (nodejs.org/api/test.html#suitename-options-fn, v22): its function says at once which tests there are. Missing:
// nothing.
'use strict';

const { failure } = require('internal/test_runner/failure');
const { limit } = require('internal/test_runner/invoke');
const { Test, current } = require('internal/test_runner/test');

class Suite extends Test {
  type = 'suite';

  /** Calls the function, which creates the subtests. */
  build() {
    if (this.skipped) this.fn = () => {};
    try {
      const result = current.run(this, () => Reflect.apply(this.fn, this.context, [this.context]));
      this.built = typeof result?.then === 'function' ? Promise.resolve(result).then(undefined, (error) => this.failWith(error)) : undefined;
    } catch (error) {
      this.failWith(error);
    }
  }

  get context() {
    const { SuiteContext } = require('internal/test_runner/context');
    const context = new SuiteContext(this);
    Object.defineProperty(this, 'context', { __proto__: null, value: context });
    return context;
  }

  async run() {
    this.startTime = require('internal/test_runner/test').now();
    this.ran = true;
    if (this.built !== undefined) await this.built;
    if (this.parent.type !== 'suite') await this.parent.runBefore();
    if (this.cancelled || this.error !== null) return;
    if (this.skipped) {
      this.pass();
      return;
    }
    const bound = limit(this.timeout, this.outerSignal);
    try {
      await Promise.race([this.runBefore().then(() => this.runSubtests()), bound.promise, this.stopped]);
      this.pass();
    } catch (error) {
      this.failWith(error);
    }
    bound.release();
    try {
      await this.runHooks(this.hooks.after, this.context);
    } catch (error) {
      this.fail(error);
    }
  }

  runSubtests() {
    return Promise.all(this.subtests.map((subtest) => subtest.start()));
  }

  failWith(error) {
    if (this.outerSignal?.aborted && error === this.outerSignal.reason) this.fail(failure(error, 'testAborted'));
    else super.failWith(error);
  }
}

module.exports = { Suite };
