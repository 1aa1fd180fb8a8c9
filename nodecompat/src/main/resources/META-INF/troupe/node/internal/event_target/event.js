// nodejs.org/api/events.html#class-event and #class-customevent, v22. Missing: nothing that Node has.
'use strict';

const { codes } = require('internal/errors');
const { customInspectSymbol } = require('internal/util');
const { validateObject } = require('internal/validators');

const states = new WeakMap();
const kStop = Symbol('kStop');
const kTrusted = Symbol('kTrustEvent');

function stateOf(event) {
  const state = states.get(event);
  if (state === undefined) throw new codes.ERR_INVALID_THIS('Event');
  return state;
}

class Event {
  constructor(type, options = undefined) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('type');
    if (options != null) validateObject(options, 'options', { allowArray: true, allowFunction: true });
    states.set(this, {
      type: `${type}`,
      bubbles: Boolean(options?.bubbles),
      cancelable: Boolean(options?.cancelable),
      composed: Boolean(options?.composed),
      timeStamp: require('perf_hooks').performance.now(),
      trusted: Boolean(options?.[kTrusted]),
      defaultPrevented: false,
      passive: false,
      propagationStopped: false,
      dispatching: false,
      target: null,
      currentTarget: null,
      [kStop]: false,
    });
  }

  get isTrusted() {
    return stateOf(this).trusted;
  }

  initEvent(type, bubbles = false, cancelable = false) {
    const state = stateOf(this);
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('type');
    if (state.dispatching) return;
    Object.assign(state, { type: `${type}`, bubbles: Boolean(bubbles), cancelable: Boolean(cancelable) });
  }

  stopImmediatePropagation() {
    const state = stateOf(this);
    state.propagationStopped = true;
    state[kStop] = true;
  }

  preventDefault() {
    const state = stateOf(this);
    if (!state.passive) state.defaultPrevented = true;
  }

  get target() {
    return stateOf(this).target;
  }

  get currentTarget() {
    return stateOf(this).currentTarget;
  }

  get srcElement() {
    return stateOf(this).target;
  }

  get type() {
    return stateOf(this).type;
  }

  get cancelable() {
    return stateOf(this).cancelable;
  }

  get defaultPrevented() {
    const state = stateOf(this);
    return state.cancelable && state.defaultPrevented;
  }

  get timeStamp() {
    return stateOf(this).timeStamp;
  }

  composedPath() {
    const state = stateOf(this);
    return state.dispatching ? [state.currentTarget] : [];
  }

  get returnValue() {
    const state = stateOf(this);
    return !(state.cancelable && state.defaultPrevented);
  }

  // dom.spec.whatwg.org/#dom-event-returnvalue; Node has the getter only
  set returnValue(value) {
    if (!value) this.preventDefault();
  }

  get bubbles() {
    return stateOf(this).bubbles;
  }

  get composed() {
    return stateOf(this).composed;
  }

  get eventPhase() {
    return stateOf(this).dispatching ? Event.AT_TARGET : Event.NONE;
  }

  get cancelBubble() {
    return stateOf(this).propagationStopped;
  }

  set cancelBubble(value) {
    const state = stateOf(this);
    if (value) state.propagationStopped = true;
  }

  stopPropagation() {
    stateOf(this).propagationStopped = true;
  }

  [customInspectSymbol](depth, options, inspect) {
    const name = this.constructor.name;
    if (depth < 0) return name;
    return `${name} ${inspect({
      type: this.type, defaultPrevented: this.defaultPrevented, cancelable: this.cancelable, timeStamp: this.timeStamp,
    }, { ...options, depth: options.depth == null ? null : options.depth - 1 })}`;
  }
}

class CustomEvent extends Event {
  #detail;

  constructor(type, options = undefined) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('type');
    super(type, options);
    this.#detail = options?.detail ?? null;
  }

  get detail() {
    if (!(#detail in this)) throw new codes.ERR_INVALID_THIS('CustomEvent');
    return this.#detail;
  }
}

const enumerable = { __proto__: null, enumerable: true };
for (const name of Object.getOwnPropertyNames(Event.prototype)) {
  if (name !== 'constructor') Object.defineProperty(Event.prototype, name, enumerable);
}
Object.defineProperty(CustomEvent.prototype, 'detail', enumerable);
for (const [Class, name] of [[Event, 'Event'], [CustomEvent, 'CustomEvent']]) {
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { __proto__: null, configurable: true, value: name });
}
for (const [i, name] of ['NONE', 'CAPTURING_PHASE', 'AT_TARGET', 'BUBBLING_PHASE'].entries()) {
  Object.defineProperty(Event, name, { __proto__: null, value: i, enumerable: true });
}

module.exports = { Event, CustomEvent, stateOf, kStop, kTrusted };
