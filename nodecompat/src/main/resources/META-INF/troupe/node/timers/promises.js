// nodejs.org/api/timers.html#timers-promises-api, v22. Missing: nothing.
'use strict';

const { AbortError, codes } = require('internal/errors');
const { clearTimeout, startTimeout } = require('internal/timers');
const { clearImmediate, startImmediate } = require('internal/timers/immediate');
const { validateAbortSignal, validateBoolean, validateNumber, validateObject } = require('internal/validators');

function check(options) {
  validateObject(options, 'options');
  const { signal, ref = true } = options;
  validateAbortSignal(signal, 'options.signal');
  validateBoolean(ref, 'options.ref');
  return { signal, ref };
}

function abortable(signal, begin, cancel) {
  if (signal?.aborted) return Promise.reject(new AbortError(undefined, { cause: signal.reason }));
  let stop;
  const promise = new Promise((resolve, reject) => {
    const handle = begin(resolve);
    if (!signal) return;
    const { kResistStopPropagation } = require('internal/event_target');
    stop = () => {
      cancel(handle);
      reject(new AbortError(undefined, { cause: signal.reason }));
    };
    signal.addEventListener('abort', stop, { __proto__: null, [kResistStopPropagation]: true });
  });
  if (stop === undefined) return promise;
  return promise.finally(() => signal.removeEventListener('abort', stop));
}

function setTimeout(after, value, options = {}) {
  try {
    if (after !== undefined) validateNumber(after, 'delay');
    const { signal, ref } = check(options);
    return abortable(signal, (resolve) => startTimeout(() => resolve(value), after, undefined, false, ref), clearTimeout);
  } catch (error) {
    return Promise.reject(error);
  }
}

function setImmediate(value, options = {}) {
  try {
    const { signal, ref } = check(options);
    return abortable(signal, (resolve) => {
      const immediate = startImmediate(() => resolve(value));
      if (!ref) immediate.unref();
      return immediate;
    }, clearImmediate);
  } catch (error) {
    return Promise.reject(error);
  }
}

async function* setInterval(after, value, options = {}) {
  if (after !== undefined) validateNumber(after, 'delay');
  const { signal, ref } = check(options);
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  let due = 0;
  let wake;
  const interval = startTimeout(() => {
    due++;
    wake?.();
  }, after, undefined, true, ref);
  const onAbort = () => {
    clearTimeout(interval);
    wake?.();
  };
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    while (!signal?.aborted) {
      if (due === 0) await new Promise((resolve) => (wake = resolve));
      for (; due > 0; due--) yield value;
    }
    throw new AbortError(undefined, { cause: signal.reason });
  } finally {
    clearTimeout(interval);
    signal?.removeEventListener('abort', onAbort);
  }
}

class Scheduler {
  constructor() {
    throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
  }

  yield() {
    if (!(this instanceof Scheduler)) throw new codes.ERR_INVALID_THIS('Scheduler');
    return setImmediate();
  }

  wait(delay, options) {
    if (!(this instanceof Scheduler)) throw new codes.ERR_INVALID_THIS('Scheduler');
    return setTimeout(delay, undefined, options);
  }
}

module.exports = { setTimeout, setImmediate, setInterval, scheduler: Object.create(Scheduler.prototype) };
