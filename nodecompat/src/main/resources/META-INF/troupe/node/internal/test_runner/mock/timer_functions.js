// What stands in for timers and dates while the clock is mocked (nodejs.org/api/test.html#class-mocktimers, v22). Missing: nothing.
'use strict';

const { AbortError } = require('internal/errors');

/** Pairs of an object and the functions that replace its own. */
function tables(api, clock, NativeDate, validateAbortSignal) {
  const timers = require('timers');
  const promises = require('timers/promises');
  const after = promised(clock, validateAbortSignal);
  const both = (functions) => [[globalThis, functions], [timers, functions]];
  const clear = (timer) => clock.clear(timer);
  switch (api) {
    case 'setTimeout': {
      const setTimeout = (callback, delay, ...args) => clock.start(callback, delay, args, false);
      return [...both({ setTimeout, clearTimeout: clear }), [promises, { setTimeout: (delay, value, options) => after(delay, value, options) }]];
    }
    case 'setInterval': {
      const setInterval = (callback, delay, ...args) => clock.start(callback, delay, args, true);
      return [...both({ setInterval, clearInterval: clear }),
        [promises, { setInterval: (delay, value, options) => interval(clock, validateAbortSignal, delay, value, options) }]];
    }
    case 'setImmediate': {
      const setImmediate = (callback, ...args) => clock.startImmediate(callback, args);
      return [...both({ setImmediate, clearImmediate: clear }), [promises, { setImmediate: (value, options) => after(undefined, value, options) }]];
    }
    case 'scheduler.wait': return [[promises.scheduler, { wait: (delay, options) => after(delay, undefined, options) }]];
    default: return [[globalThis, { Date: mockDate(clock, NativeDate) }]];
  }
}

function promised(clock, validateAbortSignal) {
  return async (delay, value, options) => {
    const { signal } = options ?? {};
    validateAbortSignal(signal, 'options.signal');
    if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
    return new Promise((resolve, reject) => {
      const done = () => {
        signal?.removeEventListener('abort', onAbort);
        resolve(value);
      };
      const timer = delay === undefined ? clock.startImmediate(done, []) : clock.start(done, delay, [], false);
      const onAbort = () => {
        clock.clear(timer);
        reject(new AbortError(undefined, { cause: signal.reason }));
      };
      signal?.addEventListener('abort', onAbort, { __proto__: null, once: true });
    });
  };
}

async function* interval(clock, validateAbortSignal, delay, value, options) {
  const { signal } = options ?? {};
  validateAbortSignal(signal, 'options.signal');
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  let due = 0;
  let wake;
  const timer = clock.start(() => {
    due++;
    wake?.();
  }, delay, [], true);
  const onAbort = () => wake?.();
  signal?.addEventListener('abort', onAbort, { __proto__: null, once: true });
  try {
    for (;;) {
      while (due > 0) {
        due--;
        yield value;
      }
      if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
      await new Promise((resolve) => { wake = resolve; });
    }
  } finally {
    clock.clear(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

function mockDate(clock, NativeDate) {
  function MockDate(year, ...rest) {
    if (!new.target) return new NativeDate(clock.now).toString();
    return arguments.length === 0 ? new NativeDate(clock.now) : new NativeDate(year, ...rest);
  }
  const { prototype, ...statics } = Object.getOwnPropertyDescriptors(NativeDate);
  Object.defineProperties(MockDate, statics);
  MockDate.prototype = NativeDate.prototype;
  MockDate.isMock = true;
  MockDate.now = () => clock.now;
  MockDate.toString = () => 'function Date() { [native code] }';
  return MockDate;
}

module.exports = { tables };
