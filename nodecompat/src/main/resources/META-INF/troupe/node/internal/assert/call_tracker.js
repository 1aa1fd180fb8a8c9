// nodejs.org/api/assert.html#class-assertcalltracker, v22 (deprecated). Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { validateUint32 } = require('internal/validators');

function noop() {}

class CallTracker {
  #checks = new Map();

  #check(fn) {
    const check = this.#checks.get(fn);
    if (check === undefined) throw new codes.ERR_INVALID_ARG_VALUE('fn', fn, 'is not a tracked function');
    return check;
  }

  reset(fn) {
    if (fn === undefined) this.#checks.forEach((check) => { check.calls.length = 0; });
    else this.#check(fn).calls.length = 0;
  }

  getCalls(fn) {
    return Object.freeze(this.#check(fn).calls.slice());
  }

  calls(fn, expected = 1) {
    if (require('internal/process/object').process._exiting) throw new codes.ERR_UNAVAILABLE_DURING_EXIT();
    if (typeof fn === 'number') {
      expected = fn;
      fn = noop;
    } else if (fn === undefined) {
      fn = noop;
    }
    validateUint32(expected, 'expected', true);
    const check = { expected, calls: [], name: fn.name || 'calls', stack: new Error() };
    const tracked = new Proxy(fn, {
      __proto__: null,
      apply(target, thisArg, args) {
        check.calls.push(Object.freeze({ thisArg, arguments: Object.freeze(args) }));
        return Reflect.apply(target, thisArg, args);
      },
    });
    this.#checks.set(tracked, check);
    return tracked;
  }

  report() {
    const errors = [];
    for (const { expected, calls, name, stack } of this.#checks.values()) {
      if (calls.length === expected) continue;
      errors.push({
        message: `Expected the ${name} function to be executed ${expected} time(s) but was executed ${calls.length} time(s).`,
        actual: calls.length, expected, operator: name, stack,
      });
    }
    return errors;
  }

  verify() {
    const errors = this.report();
    if (errors.length === 0) return;
    const { AssertionError } = require('internal/assert/assertion_error');
    const message = errors.length === 1 ? errors[0].message : 'Functions were not called the expected number of times';
    throw new AssertionError({ message, details: errors });
  }
}

module.exports = { CallTracker };
