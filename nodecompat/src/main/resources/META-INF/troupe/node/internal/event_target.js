// nodejs.org/api/events.html#eventtarget-and-event-api, v22 (dom.spec.whatwg.org/#events). Missing: nothing that Node has.
'use strict';

const { codes } = require('internal/errors');
const { Event, CustomEvent, stateOf, kStop, kTrusted } = require('internal/event_target/event');
const { snapshot, run } = require('internal/async_context');
const { customInspectSymbol } = require('internal/util');
const { validateObject, validateString, validateAbortSignal } = require('internal/validators');
const EventEmitter = require('events');

const kEvents = Symbol('kEvents');
const kMaxListeners = EventEmitter.kMaxEventTargetListeners;
const kMaxWarned = EventEmitter.kMaxEventTargetListenersWarned;
const kNewListener = Symbol('kNewListener');
const kRemoveListener = Symbol('kRemoveListener');
const kResistStopPropagation = Symbol('kResistStopPropagation');
const kIsNodeStyle = Symbol('kIsNodeStyle');
const kIsEventTarget = Symbol.for('nodejs.event_target');

const isEventTarget = (value) => Boolean(value?.constructor?.[kIsEventTarget]);

function checked(target) {
  if (!isEventTarget(target)) throw new codes.ERR_INVALID_THIS('EventTarget');
  // an object that inherits without calling the constructor has no listeners of its own yet
  if (target[kEvents] === undefined) initialize(target);
}

function initialize(target) {
  Object.defineProperty(target, kEvents, { __proto__: null, value: new Map(), configurable: true });
  Object.defineProperty(target, kMaxListeners, {
    __proto__: null, value: EventEmitter.defaultMaxListeners, writable: true, configurable: true });
  Object.defineProperty(target, kMaxWarned, { __proto__: null, value: false, writable: true, configurable: true });
}

function optionsOf(options) {
  if (typeof options === 'boolean') return { capture: options };
  if (options === null || options === undefined) return {};
  validateObject(options, 'options', { allowArray: true, allowFunction: true });
  const { once, capture, passive, signal, weak } = options;
  return {
    once: Boolean(once), capture: Boolean(capture), passive: Boolean(passive), signal, weak,
    nodeStyle: Boolean(options[kIsNodeStyle]), resist: options[kResistStopPropagation] ?? false,
  };
}

function usable(listener) {
  if (typeof listener === 'function' || typeof listener?.handleEvent === 'function') return true;
  if (listener == null) return false;
  if (typeof listener === 'object') return true;
  throw new codes.ERR_INVALID_ARG_TYPE('listener', 'EventListener', listener);
}

const sameAs = (listener, capture) => (one) => one.callback === listener && one.capture === Boolean(capture);

class EventTarget {
  static [kIsEventTarget] = true;

  constructor() {
    initialize(this);
  }

  addEventListener(type, listener, options = undefined) {
    checked(this);
    if (arguments.length < 2) throw new codes.ERR_MISSING_ARGS('type', 'listener');
    const { once, capture, passive, signal, nodeStyle, resist } = optionsOf(options);
    validateAbortSignal(signal, 'options.signal');
    if (!usable(listener)) {
      const { process } = require('internal/process/object');
      const warning = new Error(`addEventListener called with ${listener} which has no effect.`);
      warning.name = 'AddEventListenerArgumentTypeWarning';
      warning.target = this;
      warning.type = type;
      process.emitWarning(warning);
      return;
    }
    type = `${type}`;
    if (signal) {
      if (signal.aborted) return;
      signal.addEventListener('abort', () => this.removeEventListener(type, listener, options), {
        once: true, [kResistStopPropagation]: true });
    }
    let list = this[kEvents].get(type);
    if (list === undefined) this[kEvents].set(type, (list = []));
    if (list.some(sameAs(listener, capture))) return;
    list.push({
      callback: listener, capture: Boolean(capture), once: Boolean(once), passive: Boolean(passive), nodeStyle, resist, removed: false,
      context: snapshot(),
    });
    this[kNewListener](list.length, type, listener, once, capture, passive);
  }

  removeEventListener(type, listener, options = undefined) {
    checked(this);
    if (arguments.length < 2) throw new codes.ERR_MISSING_ARGS('type', 'listener');
    if (!usable(listener)) return;
    type = `${type}`;
    const list = this[kEvents].get(type);
    const capture = typeof options === 'boolean' ? options : options?.capture;
    const at = list === undefined ? -1 : list.findIndex(sameAs(listener, capture));
    if (at >= 0) take(this, type, list, at);
  }

  dispatchEvent(event) {
    checked(this);
    if (arguments.length < 1) throw new codes.ERR_MISSING_ARGS('event');
    if (!(event instanceof Event)) throw new codes.ERR_INVALID_ARG_TYPE('event', 'Event', event);
    const state = stateOf(event);
    if (state.dispatching) throw new codes.ERR_EVENT_RECURSION(event.type);
    dispatch(this, event, event.type);
    return !event.defaultPrevented;
  }

  [kNewListener](size, type) {
    const max = this[kMaxListeners];
    if (max > 0 && size > max && !this[kMaxWarned]) {
      this[kMaxWarned] = true;
      warnLeak(this, type, size, max);
    }
  }

  [kRemoveListener]() {}

  [customInspectSymbol](depth, options, inspect) {
    const name = this.constructor.name;
    return depth < 0 ? name : `${name} ${inspect({}, { ...options, depth: options.depth == null ? null : options.depth - 1 })}`;
  }
}

Object.defineProperties(EventTarget.prototype, {
  addEventListener: { __proto__: null, enumerable: true },
  removeEventListener: { __proto__: null, enumerable: true },
  dispatchEvent: { __proto__: null, enumerable: true },
  [Symbol.toStringTag]: { __proto__: null, configurable: true, value: 'EventTarget' },
});

function warnLeak(target, type, count, max) {
  const { inspect } = require('internal/util/inspect');
  const warning = new Error(
    `Possible EventTarget memory leak detected. ${count} ${type} listeners added to ${inspect(target, { depth: -1 })}. ` +
    `MaxListeners is ${max}. Use events.setMaxListeners() to increase limit`);
  Object.assign(warning, { name: 'MaxListenersExceededWarning', target, type, count });
  require('internal/process/object').process.emitWarning(warning);
}

function take(target, type, list, at) {
  const [gone] = list.splice(at, 1);
  gone.removed = true;
  if (list.length === 0) target[kEvents].delete(type);
  target[kRemoveListener](list.length, type, gone.callback, gone.capture);
}

/** Calls the listeners of `type`; what they throw is uncaught and does not stop the others. */
function dispatch(target, event, type, nodeValue, make = (detail) => new CustomEvent(type, { detail })) {
  const state = event === undefined ? undefined : stateOf(event);
  if (state !== undefined) {
    state.target = state.currentTarget = target;
    state.dispatching = true;
  }
  const dispatched = event;
  const ensured = () => {
    if (event === undefined) {
      event = make(nodeValue);
      Object.assign(stateOf(event), { target, currentTarget: target, dispatching: true });
    }
    return event;
  };
  for (const one of (target[kEvents].get(type) ?? []).slice()) {
    if (one.removed || (event !== undefined && stateOf(event)[kStop] && !one.resist)) continue;
    if (one.once) {
      const list = target[kEvents].get(type);
      const at = list?.indexOf(one) ?? -1;
      if (at >= 0) take(target, type, list, at);
    }
    const argument = one.nodeStyle && dispatched === undefined ? nodeValue : ensured();
    if (event !== undefined) stateOf(event).passive = one.passive;
    call(target, one, argument);
    if (event !== undefined) stateOf(event).passive = false;
  }
  if (event !== undefined) Object.assign(stateOf(event), { dispatching: false, currentTarget: null });
}

function call(target, one, argument) {
  try {
    const { callback } = one;
    let result;
    if (typeof callback === 'function') result = run(one.context, callback, target, argument);
    else if (typeof callback.handleEvent === 'function') result = run(one.context, callback.handleEvent, callback, argument);
    if (result !== undefined && result !== null && typeof result.then === 'function') {
      result.then(undefined, report);
    }
  } catch (error) {
    report(error);
  }
}

function report(error) {
  require('internal/ticks').nextTick(() => {
    throw error;
  });
}

/** An `on<name>` property as the web has it. */
function defineEventHandler(prototype, name, event = name) {
  const handlers = new WeakMap();
  const property = `on${name}`;
  Object.defineProperty(prototype, property, {
    __proto__: null,
    enumerable: true,
    configurable: true,
    get: Object.defineProperty(function() {
      return handlers.get(this)?.handler ?? null;
    }, 'name', { value: `get ${property}` }),
    set: Object.defineProperty(function(value) {
      const existing = handlers.get(this);
      const handler = typeof value === 'function' || (typeof value === 'object' && value !== null) ? value : null;
      if (existing === undefined) {
        if (handler === null) return;
        const holder = { handler };
        handlers.set(this, holder);
        this.addEventListener(event, function(...args) {
          return typeof holder.handler === 'function' ? Reflect.apply(holder.handler, this, args) : undefined;
        });
      } else {
        existing.handler = handler;
      }
    }, 'name', { value: `set ${property}` }),
  });
}

function listenersOf(target, type) {
  checked(target);
  validateString(String(type), 'type');
  return (target[kEvents].get(String(type)) ?? []).map((one) => one.callback);
}

module.exports = {
  Event,
  CustomEvent,
  EventTarget,
  defineEventHandler,
  dispatch,
  initialize,
  isEventTarget,
  kEvents,
  kIsNodeStyle,
  kNewListener,
  kRemoveListener,
  kResistStopPropagation,
  kTrusted,
  listenersOf,
};
require('internal/lazy').defineLazy(module.exports, 'NodeEventTarget', 'internal/event_target/node');
