// nodejs.org/api/v8.html#promise-hooks, v22. The engine tells nobody of its promises, so while there are hooks the program's Promise and its `then`
// are ones that do; both are put back when the last hook goes. Missing: what `await` and async functions make and run.
'use strict';

const { codes } = require('internal/errors');
const { validateObject } = require('internal/validators');
const { NativeProxy } = require('internal/bootstrap');

const { apply, construct } = Reflect;
const NativePromise = Promise;
const { prototype } = NativePromise;
const nativeThen = prototype.then;
const EVENTS = ['init', 'before', 'after', 'settled'];

/** What is told now; replaced, never changed, so that an event goes to those that were there when it began. */
let hooks = [];
/** The promise whose `then` makes the next one. */
let parent;

function tell(event, promise, from) {
  for (const hook of hooks) {
    const listener = hook[event];
    if (listener === undefined) continue;
    try {
      listener(promise, from);
    } catch (error) {
      require('internal/process/execution').uncaught(error);
    }
  }
}

/** The promise is there, and told, before its executor runs. */
function make(target, [executor], newTarget) {
  if (typeof executor !== 'function') return construct(NativePromise, [executor], newTarget);
  const from = parent;
  parent = undefined;
  let settle;
  const promise = construct(NativePromise, [(...both) => {
    settle = both;
  }], newTarget === HookedPromise ? NativePromise : newTarget);
  tell('init', promise, from);
  let settled = false;
  const [resolve, reject] = settle.map((settleNow) => (value) => {
    settleNow(value);
    if (settled) return;
    settled = true;
    tell('settled', promise);
  });
  try {
    executor(resolve, reject);
  } catch (error) {
    reject(error);
  }
  return promise;
}

const HookedPromise = new NativeProxy(NativePromise, {
  __proto__: null,
  construct: make,
  /** What built-ins do with their promises stays untold: they call the engine's own `then`. */
  get: (target, key, receiver) => (key === Symbol.species && parent === undefined ? NativePromise : Reflect.get(target, key, receiver)),
});

function then(onFulfilled, onRejected) {
  let child;
  const around = (callback) => (typeof callback !== 'function' ? callback : (value) => {
    tell('before', child);
    try {
      return callback(value);
    } finally {
      tell('after', child);
    }
  });
  parent = this;
  try {
    child = apply(nativeThen, this, [around(onFulfilled), around(onRejected)]);
  } finally {
    parent = undefined;
  }
  return child;
}

function replace(Constructor, method) {
  const hidden = (value) => ({ __proto__: null, value, writable: true, enumerable: false, configurable: true });
  Object.defineProperty(prototype, 'constructor', hidden(Constructor));
  Object.defineProperty(prototype, 'then', hidden(method));
  Object.defineProperty(globalThis, 'Promise', hidden(Constructor));
}

function add(hook) {
  if (hooks.length === 0) replace(HookedPromise, then);
  hooks = [...hooks, hook];
  return function stop() {
    if (!hooks.includes(hook)) return;
    hooks = hooks.filter((one) => one !== hook);
    if (hooks.length === 0) replace(NativePromise, nativeThen);
  };
}

const AsyncFunction = (async () => {}).constructor;
const AsyncGeneratorFunction = (async function* () {}).constructor;

function checked(event, listener) {
  if (typeof listener !== 'function' || listener instanceof AsyncFunction || listener instanceof AsyncGeneratorFunction) {
    throw new codes.ERR_INVALID_ARG_TYPE(`${event}Hook`, 'function', listener);
  }
  return listener;
}

function createHook(callbacks = {}) {
  validateObject(callbacks, 'callbacks');
  const hook = { __proto__: null };
  for (const event of EVENTS) if (callbacks[event] !== undefined) hook[event] = checked(event, callbacks[event]);
  return add(hook);
}

const only = (event) => (listener) => add({ __proto__: null, [event]: checked(event, listener) });

module.exports = {
  createHook, onInit: only('init'), onBefore: only('before'), onAfter: only('after'), onSettled: only('settled'),
};
