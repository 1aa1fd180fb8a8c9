// nodejs.org/api/async_context.html and async_hooks.html, v22. Missing: the ids of promises and of handles of the operating system, see
// internal/async_hooks/tracking.
'use strict';

const { codes } = require('internal/errors');
const { defineLazy } = require('internal/lazy');
const { validateBoolean } = require('internal/validators');

const tracking = () => require('internal/async_hooks/tracking');
const EVENTS = ['init', 'before', 'after', 'destroy', 'promiseResolve'];

class AsyncHook {
  #hook;

  constructor(callbacks) {
    for (const name of EVENTS) {
      if (callbacks[name] !== undefined && typeof callbacks[name] !== 'function') throw new codes.ERR_ASYNC_CALLBACK(`hook.${name}`);
    }
    const { init, before, after, destroy, promiseResolve, trackPromises } = callbacks;
    if (trackPromises !== undefined) validateBoolean(trackPromises, 'trackPromises');
    this.#hook = { callbacks: { init, before, after, destroy, promiseResolve }, owner: this };
  }

  enable() {
    tracking().addHook(this.#hook);
    return this;
  }

  disable() {
    tracking().removeHook(this.#hook);
    return this;
  }
}

defineLazy(exports, 'AsyncLocalStorage', () => require('internal/async_hooks/storage').AsyncLocalStorage);
defineLazy(exports, 'AsyncResource', () => require('internal/async_hooks/resource').AsyncResource);
exports.createHook = function createHook(callbacks) {
  return new AsyncHook(callbacks);
};
exports.executionAsyncId = () => tracking().executionAsyncId();
exports.triggerAsyncId = () => tracking().triggerAsyncId();
exports.executionAsyncResource = () => tracking().executionAsyncResource();
exports.asyncWrapProviders = Object.freeze({ __proto__: null, NONE: 0, MESSAGEPORT: 1, Timeout: 2, Immediate: 3, TickObject: 4 });
