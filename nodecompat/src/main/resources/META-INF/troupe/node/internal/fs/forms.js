// nodejs.org/api/fs.html, v22: the three forms of a call. A plan checks the arguments once and says which function of the Java side to
// call; it waits for it, has it call back, or gives a promise. Missing: nothing.
'use strict';

const { validateFunction } = require('internal/validators');
const { snapshot, run } = require('internal/async_context');
const { failed, failure } = require('internal/fs/failure');
const binding = internalBinding('fs');

const { apply } = Reflect;

/*
 * A plan: { call, args, syscall, path, dest, map, value }. `call` names the Java function; `map` makes the program's value of its result;
 * `path` and `dest` are for the message; `recover(errno)` may give a value instead of an error: [value]. A plan with `value` calls nothing.
 */

function settle(plan, result) {
  if (failed(result)) {
    const instead = plan.recover?.(result);
    if (instead === undefined) throw failure(result, plan.syscall, plan.path, plan.dest);
    return instead[0];
  }
  if (plan.map) return plan.map(result);
  return result === null ? undefined : result;
}

/** Waits for it. */
function runSync(plan) {
  if ('value' in plan) return plan.value;
  return settle(plan, binding[plan.call](null, ...plan.args));
}

/** Calls `done(error)` or `done(null, value)` later. */
function runAsync(plan, done) {
  if ('value' in plan) {
    require('internal/ticks').nextTick(() => done(null, plan.value));
    return;
  }
  binding[plan.call]((result) => {
    let value;
    try {
      value = settle(plan, result);
    } catch (error) {
      done(error);
      return;
    }
    if (value === undefined) done(null);
    else done(null, value);
  }, ...plan.args);
}

/** Gives a promise of it. An error is made after the wait, so that its stack shows who waits. */
async function runPromise(plan) {
  if ('value' in plan) return plan.value;
  const result = await new Promise((resolve) => {
    binding[plan.call](resolve, ...plan.args);
  });
  return settle(plan, result);
}

/** A program's callback, checked, in the context of this moment. */
function checkedCallback(callback, name = 'cb') {
  validateFunction(callback, name);
  const context = snapshot();
  return (...args) => run(context, callback, undefined, ...args);
}

/** Arguments and callback apart: the callback comes after `most` arguments, or in place of one of those past `least`. */
function split(args, least, most) {
  for (let i = least; i < most; i++) {
    if (typeof args[i] === 'function') return [args.slice(0, i), args[i]];
  }
  return [args.slice(0, most), args[most]];
}

function named(name, length, fn) {
  return Object.defineProperties(fn, {
    name: { __proto__: null, value: name, configurable: true },
    length: { __proto__: null, value: length, configurable: true },
  });
}

/** { sync, callback, promise } of `plan(...args)`, which takes from `least` to `most` arguments. */
function forms(name, plan, least, most = least) {
  return {
    sync: named(`${name}Sync`, most, (...args) => runSync(plan(...args))),
    callback: named(name, most + 1, (...all) => {
      const [args, callback] = split(all, least, most);
      const made = plan(...args);
      runAsync(made, checkedCallback(callback));
    }),
    promise: named(name, most, async (...args) => runPromise(plan(...args))),
  };
}

/** Puts the forms of many plans, `{ name: [plan, least, most] }`, into tables by kind. */
function table(plans) {
  const made = { sync: {}, callback: {}, promise: {} };
  for (const [name, [plan, least, most]] of Object.entries(plans)) {
    const { sync, callback, promise } = forms(name, plan, least, most);
    made.sync[`${name}Sync`] = sync;
    made.callback[name] = callback;
    made.promise[name] = promise;
  }
  return made;
}

module.exports = { apply, checkedCallback, forms, runAsync, runPromise, runSync, split, table };
