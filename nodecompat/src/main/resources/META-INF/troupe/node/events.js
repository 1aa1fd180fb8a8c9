// nodejs.org/api/events.html, v22. Missing: nothing; internal/domain changes `init` and `emit` when it is loaded.
'use strict';

const { codes } = require('internal/errors');
const { defineLazy } = require('internal/lazy');

const kCapture = Symbol('kCapture');
const kErrorMonitor = Symbol('events.errorMonitor');
const kRejection = Symbol.for('nodejs.rejection');
const kShapeMode = Symbol('shapeMode');
const { apply, ownKeys } = Reflect;

/** Loaded by the first argument that is not plainly right. */
const checks = () => require('internal/validators');

let defaultMaxListeners = 10;

// a function and not a class: old code calls it with EventEmitter.call(this) and inherits by prototype
function EventEmitter(options) {
  EventEmitter.init.call(this, options);
}

EventEmitter.prototype._events = undefined;
EventEmitter.prototype._eventsCount = 0;
EventEmitter.prototype._maxListeners = undefined;

EventEmitter.init = function(options) {
  if (this._events === undefined || this._events === Object.getPrototypeOf(this)._events) {
    this._events = { __proto__: null };
    this._eventsCount = 0;
  }
  this._maxListeners = this._maxListeners || undefined;
  if (options?.captureRejections) {
    checks().validateBoolean(options.captureRejections, 'options.captureRejections');
    this[kCapture] = Boolean(options.captureRejections);
  } else if (EventEmitter.prototype[kCapture] && !Object.hasOwn(this, kCapture)) {
    this[kCapture] = true;
  }
};

function checkListener(listener) {
  if (typeof listener !== 'function') checks().validateFunction(listener, 'listener');
}

EventEmitter.prototype.setMaxListeners = function setMaxListeners(n) {
  checks().validateNumber(n, 'setMaxListeners', 0);
  this._maxListeners = n;
  return this;
};

const maxListenersOf = (emitter) => (emitter._maxListeners === undefined ? defaultMaxListeners : emitter._maxListeners);

EventEmitter.prototype.getMaxListeners = function getMaxListeners() {
  return maxListenersOf(this);
};

/** What a captured rejection does: Symbol.for('nodejs.rejection') if there is one, 'error' otherwise, in a tick of its own. */
function capture(emitter, promise, type, args) {
  if (!emitter[kCapture]) return;
  try {
    const { then } = promise;
    if (typeof then !== 'function') return;
    apply(then, promise, [undefined, (error) => {
      require('internal/ticks').nextTick(reject, emitter, error, type, args);
    }]);
  } catch (error) {
    emitter.emit('error', error);
  }
}

function reject(emitter, error, type, args) {
  if (typeof emitter[kRejection] === 'function') {
    emitter[kRejection](error, type, ...args);
    return;
  }
  const before = emitter[kCapture];
  // a rejection in an 'error' listener must not come back here
  try {
    emitter[kCapture] = false;
    emitter.emit('error', error);
  } finally {
    emitter[kCapture] = before;
  }
}

function unhandled(emitter, args) {
  const error = args[0];
  if (error instanceof Error) {
    require('internal/events/report').enhance(emitter, error);
    throw error;
  }
  let shown;
  try {
    shown = error === undefined ? undefined : require('internal/util/inspect').inspect(error);
  } catch {
    shown = error;
  }
  const failure = args.length === 0 ? new codes.ERR_UNHANDLED_ERROR() : new codes.ERR_UNHANDLED_ERROR(shown);
  failure.context = error;
  throw failure;
}

EventEmitter.prototype.emit = function emit(type, ...args) {
  const events = this._events;
  if (type === 'error') {
    if (events !== undefined && events[kErrorMonitor] !== undefined) this.emit(kErrorMonitor, ...args);
    if (events === undefined || events.error === undefined) unhandled(this, args);
  } else if (events === undefined) {
    return false;
  }
  const handler = events[type];
  if (handler === undefined) return false;
  if (typeof handler === 'function') {
    const result = apply(handler, this, args);
    if (result !== undefined && result !== null) capture(this, result, type, args);
    return true;
  }
  const listeners = handler.slice();
  for (let i = 0; i < listeners.length; i++) {
    const result = apply(listeners[i], this, args);
    if (result !== undefined && result !== null) capture(this, result, type, args);
  }
  return true;
};

function add(target, type, listener, prepend) {
  checkListener(listener);
  let events = target._events;
  if (events === undefined) {
    events = target._events = { __proto__: null };
    target._eventsCount = 0;
  } else if (events.newListener !== undefined) {
    target.emit('newListener', type, listener.listener ?? listener);
    events = target._events;
  }
  const existing = events[type];
  if (existing === undefined) {
    events[type] = listener;
    ++target._eventsCount;
    return target;
  }
  let list = existing;
  if (typeof existing === 'function') list = events[type] = prepend ? [listener, existing] : [existing, listener];
  else if (prepend) existing.unshift(listener);
  else existing.push(listener);
  const max = maxListenersOf(target);
  if (max > 0 && list.length > max && !list.warned) {
    list.warned = true;
    require('internal/events/report').warnLeak(target, type, list.length, max);
  }
  return target;
}

EventEmitter.prototype.addListener = function addListener(type, listener) {
  return add(this, type, listener, false);
};
EventEmitter.prototype.on = EventEmitter.prototype.addListener;

EventEmitter.prototype.prependListener = function prependListener(type, listener) {
  return add(this, type, listener, true);
};

function onceWrapper(target, type, listener) {
  let fired = false;
  function wrapped(...args) {
    if (fired) return undefined;
    target.removeListener(type, wrapped);
    fired = true;
    return apply(listener, target, args);
  }
  wrapped.listener = listener;
  return wrapped;
}

EventEmitter.prototype.once = function once(type, listener) {
  checkListener(listener);
  return this.on(type, onceWrapper(this, type, listener));
};

EventEmitter.prototype.prependOnceListener = function prependOnceListener(type, listener) {
  checkListener(listener);
  return this.prependListener(type, onceWrapper(this, type, listener));
};

function drop(emitter, type, listener) {
  const events = emitter._events;
  emitter._eventsCount -= 1;
  if (emitter[kShapeMode]) events[type] = undefined;
  else if (emitter._eventsCount === 0) emitter._events = { __proto__: null };
  else delete events[type];
  if (events.removeListener) emitter.emit('removeListener', type, listener);
}

EventEmitter.prototype.removeListener = function removeListener(type, listener) {
  checkListener(listener);
  const events = this._events;
  const list = events?.[type];
  if (list === undefined) return this;
  if (list === listener || list.listener === listener) {
    drop(this, type, list.listener ?? listener);
    return this;
  }
  if (typeof list === 'function') return this;
  const at = list.findLastIndex((one) => one === listener || one.listener === listener);
  if (at < 0) return this;
  if (at === 0) list.shift();
  else list.splice(at, 1);
  if (list.length === 1) events[type] = list[0];
  if (events.removeListener !== undefined) this.emit('removeListener', type, listener);
  return this;
};
EventEmitter.prototype.off = EventEmitter.prototype.removeListener;

EventEmitter.prototype.removeAllListeners = function removeAllListeners(type) {
  const events = this._events;
  if (events === undefined) return this;
  if (events.removeListener === undefined) {
    if (arguments.length === 0) {
      this._events = { __proto__: null };
      this._eventsCount = 0;
    } else if (events[type] !== undefined) {
      if (--this._eventsCount === 0) this._events = { __proto__: null };
      else delete events[type];
    }
    this[kShapeMode] &&= false;
    return this;
  }
  if (arguments.length === 0) {
    for (const key of ownKeys(events)) if (key !== 'removeListener') this.removeAllListeners(key);
    this.removeAllListeners('removeListener');
    this._events = { __proto__: null };
    this._eventsCount = 0;
    return this;
  }
  const list = events[type];
  if (typeof list === 'function') this.removeListener(type, list);
  else if (list !== undefined) for (let i = list.length - 1; i >= 0; i--) this.removeListener(type, list[i]);
  return this;
};

function listenersOf(emitter, type, unwrap) {
  const list = emitter._events?.[type];
  if (list === undefined) return [];
  if (typeof list === 'function') return [unwrap ? list.listener ?? list : list];
  return unwrap ? list.map((one) => one.listener ?? one) : list.slice();
}

EventEmitter.prototype.listeners = function listeners(type) {
  return listenersOf(this, type, true);
};

EventEmitter.prototype.rawListeners = function rawListeners(type) {
  return listenersOf(this, type, false);
};

EventEmitter.prototype.listenerCount = function listenerCount(type, listener) {
  const list = this._events?.[type];
  if (list === undefined) return 0;
  const matches = (one) => listener === one || listener === one.listener;
  if (typeof list === 'function') return listener == null || matches(list) ? 1 : 0;
  return listener == null ? list.length : list.filter(matches).length;
};

EventEmitter.prototype.eventNames = function eventNames() {
  return this._eventsCount > 0 ? ownKeys(this._events).filter((name) => this._events[name] !== undefined) : [];
};

// last: in each realm an object has shapes of its own from its first symbol of the realm on
Object.defineProperty(EventEmitter.prototype, kCapture, { __proto__: null, value: false, writable: true });

module.exports = EventEmitter;
EventEmitter.usingDomains = false;
EventEmitter.captureRejectionSymbol = kRejection;
EventEmitter.errorMonitor = kErrorMonitor;
EventEmitter.EventEmitter = EventEmitter;

Object.defineProperties(EventEmitter, {
  captureRejections: {
    __proto__: null,
    enumerable: true,
    get: () => EventEmitter.prototype[kCapture],
    set(value) {
      checks().validateBoolean(value, 'EventEmitter.captureRejections');
      EventEmitter.prototype[kCapture] = value;
    },
  },
  defaultMaxListeners: {
    __proto__: null,
    enumerable: true,
    get: () => defaultMaxListeners,
    set(value) {
      checks().validateNumber(value, 'defaultMaxListeners', 0);
      defaultMaxListeners = value;
    },
  },
  kMaxEventTargetListeners: { __proto__: null, value: Symbol('events.maxEventTargetListeners') },
  kMaxEventTargetListenersWarned: { __proto__: null, value: Symbol('events.maxEventTargetListenersWarned') },
});

for (const name of ['once', 'on', 'getEventListeners', 'getMaxListeners', 'setMaxListeners', 'listenerCount', 'addAbortListener']) {
  defineLazy(EventEmitter, name, 'internal/events/waiting');
}
defineLazy(EventEmitter, 'EventEmitterAsyncResource', 'internal/events/async_resource');
