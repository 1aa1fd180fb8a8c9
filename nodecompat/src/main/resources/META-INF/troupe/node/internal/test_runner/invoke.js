// Calls the function of a test or a hook and waits for it: by its return, its promise or its callback, no longer than its timeout
// and its signal allow (nodejs.org/api/test.html, v22). Missing: nothing.
'use strict';

const { AbortError } = require('internal/errors');
const { failure } = require('internal/test_runner/failure');
const { setTimeout, clearTimeout } = require('timers');
const { isPromise } = require('internal/util/types');

/** With one parameter more than there are arguments the function gets a callback. */
function start(fn, self, args) {
  if (fn.length !== args.length + 1) return Reflect.apply(fn, self, args);
  let settle;
  const promise = new Promise((resolve, reject) => { settle = { resolve, reject }; });
  let called = false;
  const result = Reflect.apply(fn, self, [...args, (error) => {
    if (called) throw failure('callback invoked multiple times', 'multipleCallbackInvocations');
    called = true;
    if (error) settle.reject(error);
    else settle.resolve();
  }]);
  if (!isPromise(result)) return promise;
  result.then(undefined, () => {});
  throw failure('passed a callback but also returned a Promise', 'callbackAndPromisePresent');
}

/** Rejects at the first of the two; `release` forgets both. */
function limit(timeout, signal) {
  let reject;
  const promise = new Promise((resolve, no) => { reject = no; });
  promise.then(undefined, () => {});
  let timer;
  if (timeout != null && timeout !== Infinity) {
    timer = setTimeout(() => reject(failure(`test timed out after ${timeout}ms`, 'testTimeoutFailure')), timeout);
    timer.unref();
  }
  const onAbort = () => reject(signal.reason ?? new AbortError());
  if (signal) {
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { __proto__: null, once: true });
  }
  return {
    promise,
    release() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    },
  };
}

async function invoke(fn, self, args, bounds) {
  const result = start(fn, self, args);
  await Promise.race([result, ...bounds.map((bound) => bound.promise)]);
}

module.exports = { invoke, limit };
