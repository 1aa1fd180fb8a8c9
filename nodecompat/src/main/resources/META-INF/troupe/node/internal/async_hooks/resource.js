// nodejs.org/api/async_context.html#class-asyncresource, v22. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { forceSnapshot } = require('internal/async_context');
const { Tracked, executionAsyncId, queueDestroy } = require('internal/async_hooks/tracking');
const { validateFunction, validateString } = require('internal/validators');

const { apply } = Reflect;
const registry = new FinalizationRegistry((tracked) => tracked.destroy());

class AsyncResource {
  #tracked;

  constructor(type, options = {}) {
    validateString(type, 'type');
    let trigger = options;
    let requireManualDestroy = false;
    if (typeof options !== 'number') {
      trigger = options.triggerAsyncId === undefined ? executionAsyncId() : options.triggerAsyncId;
      requireManualDestroy = Boolean(options.requireManualDestroy);
    }
    if (!Number.isSafeInteger(trigger) || trigger < -1) throw new codes.ERR_INVALID_ASYNC_ID('triggerAsyncId', trigger);
    if (type.length === 0) throw new codes.ERR_ASYNC_TYPE(type);
    this.#tracked = new Tracked(forceSnapshot(), this, type, trigger);
    // the entry would keep the resource alive through the tracked one
    if (!requireManualDestroy) {
      const { id } = this.#tracked;
      registry.register(this, { destroy: () => queueDestroy(id) }, this);
    }
  }

  runInAsyncScope(fn, thisArg, ...args) {
    return this.#tracked.run(() => apply(fn, thisArg, args));
  }

  emitDestroy() {
    registry.unregister(this);
    this.#tracked.destroy();
    return this;
  }

  asyncId() {
    return this.#tracked.id;
  }

  triggerAsyncId() {
    return this.#tracked.trigger;
  }

  bind(fn, thisArg) {
    validateFunction(fn, 'fn');
    const resource = this;
    const bound = thisArg === undefined ?
      function(...args) {
        return resource.runInAsyncScope(fn, this, ...args);
      } :
      (...args) => this.runInAsyncScope(fn, thisArg, ...args);
    return Object.defineProperties(bound, {
      length: { __proto__: null, configurable: true, value: fn.length },
      asyncResource: { __proto__: null, configurable: true, enumerable: true, writable: true, value: this },
    });
  }

  static bind(fn, type, thisArg) {
    return new AsyncResource(type || fn.name || 'bound-anonymous-fn').bind(fn, thisArg);
  }
}

module.exports = { AsyncResource };
