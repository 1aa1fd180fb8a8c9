// nodejs.org/api/globals.html#class-abortcontroller, v22 (dom.spec.whatwg.org/#interface-abortcontroller). Missing: transfer to other threads.
'use strict';

const EventEmitter = require('events');
const { kClone, kTransfer } = require('internal/cloneable');
const { codes } = require('internal/errors');
const { Event, EventTarget, defineEventHandler, initialize, kNewListener, kRemoveListener, kTrusted } = require('internal/event_target');
const { customInspectSymbol, lazyDOMException } = require('internal/util');
const { validateAbortSignalArray, validateInteger } = require('internal/validators');

const states = new WeakMap();
/** Signals with listeners that only a timeout or another signal can abort: they stay until then. */
const kept = new Set();

/** Of a proxy too: in Node the state is behind symbols, which a proxy hands on. */
function stateOf(signal) {
  const state = states.get(signal) ?? states.get(require('internal/proxies').detailsOf(signal)?.[0]);
  if (state === undefined) throw new codes.ERR_INVALID_THIS('AbortSignal');
  return state;
}

function show(object, name, shown, depth, options, inspect) {
  if (depth < 0) return `[${name}]`;
  return `${name} ${inspect(shown, { ...options, depth: options.depth == null ? null : options.depth - 1 })}`;
}

class AbortSignal extends EventTarget {
  constructor() {
    throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
  }

  get aborted() {
    return stateOf(this).aborted;
  }

  get reason() {
    return stateOf(this).reason;
  }

  throwIfAborted() {
    const state = stateOf(this);
    if (state.aborted) throw state.reason;
  }

  [customInspectSymbol](depth, options, inspect) {
    return show(this, 'AbortSignal', { aborted: this.aborted }, depth, options, inspect);
  }

  static abort(reason = lazyDOMException('This operation was aborted', 'AbortError')) {
    const signal = createSignal();
    Object.assign(stateOf(signal), { aborted: true, reason });
    return signal;
  }

  static timeout(delay) {
    validateInteger(delay, 'delay', 0, Number.MAX_SAFE_INTEGER);
    const signal = createSignal();
    stateOf(signal).temporary = true;
    const weak = new WeakRef(signal);
    const { startTimeout } = require('internal/timers');
    startTimeout(() => {
      const target = weak.deref();
      if (target === undefined) return;
      kept.delete(target);
      abort(target, lazyDOMException('The operation was aborted due to timeout', 'TimeoutError'));
    }, delay, undefined, false, false);
    return signal;
  }

  static any(signals) {
    // webidl.spec.whatwg.org/#es-sequence: anything that can be iterated
    if (!Array.isArray(signals) && typeof signals?.[Symbol.iterator] === 'function') signals = Array.from(signals);
    validateAbortSignalArray(signals, 'signals');
    const combined = createSignal();
    const aborted = signals.find((signal) => signal.aborted);
    if (aborted !== undefined) {
      Object.assign(stateOf(combined), { aborted: true, reason: aborted.reason });
      return combined;
    }
    const state = stateOf(combined);
    state.temporary = true;
    state.sources = new Set();
    for (const signal of signals) {
      const { sources } = stateOf(signal);
      for (const source of sources ?? [signal]) {
        state.sources.add(source);
        (stateOf(source).dependents ??= new Set()).add(new WeakRef(combined));
      }
    }
    return combined;
  }

  [kNewListener](size, type, ...rest) {
    super[kNewListener](size, type, ...rest);
    const state = stateOf(this);
    if (type === 'abort' && state.temporary && !state.aborted) kept.add(this);
  }

  [kRemoveListener](size, type) {
    if (type === 'abort' && size === 0) kept.delete(this);
  }
}

function createSignal() {
  const signal = Object.create(AbortSignal.prototype);
  initialize(signal);
  signal[EventEmitter.kMaxEventTargetListeners] = 0; // many operations may wait for one signal
  states.set(signal, { aborted: false, reason: undefined, temporary: false, sources: undefined, dependents: undefined });
  return signal;
}

/** Marks the signal and all that follow from it, then tells their listeners. */
function abort(signal, reason) {
  const state = stateOf(signal);
  if (state.aborted) return;
  Object.assign(state, { aborted: true, reason });
  const followers = [];
  for (const reference of state.dependents ?? []) {
    const follower = reference.deref();
    if (follower === undefined || stateOf(follower).aborted) continue;
    Object.assign(stateOf(follower), { aborted: true, reason });
    followers.push(follower);
  }
  announce(signal);
  followers.forEach(announce);
}

function announce(signal) {
  kept.delete(signal);
  signal.dispatchEvent(new Event('abort', { [kTrusted]: true }));
}

class AbortController {
  #signal;

  get signal() {
    if (!(#signal in this)) throw new codes.ERR_INVALID_THIS('AbortController');
    return (this.#signal ??= createSignal());
  }

  abort(reason = lazyDOMException('This operation was aborted', 'AbortError')) {
    abort(this.signal, reason);
  }

  [customInspectSymbol](depth, options, inspect) {
    return show(this, 'AbortController', { signal: this.signal }, depth, options, inspect);
  }
}

const enumerable = { __proto__: null, enumerable: true };
Object.defineProperties(AbortSignal.prototype, {
  aborted: enumerable,
  reason: enumerable,
  throwIfAborted: enumerable,
  [Symbol.toStringTag]: { __proto__: null, configurable: true, value: 'AbortSignal' },
});
Object.defineProperties(AbortSignal, { abort: enumerable, timeout: enumerable, any: enumerable });
Object.defineProperties(AbortController.prototype, {
  signal: enumerable,
  abort: enumerable,
  [Symbol.toStringTag]: { __proto__: null, configurable: true, value: 'AbortController' },
});
defineEventHandler(AbortSignal.prototype, 'abort');

/** nodejs.org/api/util.html#utilabortedsignal-resource */
function aborted(signal, resource) {
  if (signal === undefined) throw new codes.ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
  require('internal/validators').validateAbortSignal(signal, 'signal');
  require('internal/validators').validateObject(resource, 'resource', { allowFunction: true });
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const { kResistStopPropagation } = require('internal/event_target');
    signal.addEventListener('abort', resolve, { __proto__: null, once: true, [kResistStopPropagation]: true });
  });
}

/** nodejs.org/api/util.html#utiltransferableabortcontroller: structuredClone and ports hand such a signal on. */
function transferableAbortSignal(signal) {
  if (!states.has(signal)) throw new codes.ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
  stateOf(signal).transferable = true;
  return signal;
}

function transferableAbortController() {
  const controller = new AbortController();
  transferableAbortSignal(controller.signal);
  return controller;
}

/** A signal that aborts with this one, for another holder. */
function follow(signal) {
  return AbortSignal.any([signal]);
}

for (const name of [kClone, kTransfer]) {
  Object.defineProperty(AbortSignal.prototype, name, {
    __proto__: null,
    configurable: true,
    value() {
      return stateOf(this).transferable ? follow(this) : undefined;
    },
  });
}

module.exports = { AbortController, AbortSignal, aborted, transferableAbortController, transferableAbortSignal };
