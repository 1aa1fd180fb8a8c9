// nodejs.org/api/test.html#contextplancountoptions, v22. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { failure } = require('internal/test_runner/failure');
const { validateNumber, validateObject } = require('internal/validators');
const { setTimeout, clearTimeout } = require('timers');

class Plan {
  actual = 0;
  #waiting;

  constructor(count, options = {}) {
    validateNumber(count, 'count');
    validateObject(options, 'options');
    const { wait = false } = options;
    if (typeof wait === 'number') validateNumber(wait, 'options.wait', 0, 2 ** 31 - 1);
    else if (typeof wait !== 'boolean') throw new codes.ERR_INVALID_ARG_TYPE('options.wait', ['boolean', 'number'], wait);
    this.expected = count;
    this.wait = wait;
  }

  count() {
    this.actual++;
    if (this.actual === this.expected) this.#waiting?.();
  }

  #missed() {
    return failure(`plan expected ${this.expected} assertions but received ${this.actual}`, 'testCodeFailure');
  }

  /** Waits for what is still to come, if that was asked for. */
  async met() {
    if (this.actual < this.expected && this.wait !== false) await this.#arrival();
    if (this.actual !== this.expected) throw this.#missed();
  }

  #arrival() {
    return new Promise((resolve, reject) => {
      const timer = this.wait === true ? undefined : setTimeout(() => {
        reject(failure(
          `plan timed out after ${this.wait}ms with ${this.actual} assertions when expecting ${this.expected}`, 'testTimeoutFailure'));
      }, this.wait);
      this.#waiting = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

module.exports = { Plan };
