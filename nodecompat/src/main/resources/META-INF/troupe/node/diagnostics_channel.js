// nodejs.org/api/diagnostics_channel.html, v22. Missing: the built-in channels that internal/diagnostics names.
'use strict';

const { codes } = require('internal/errors');
const { validateFunction } = require('internal/validators');

const { apply } = Reflect;
/** name to WeakRef of a channel; a channel that somebody subscribes to is kept. */
const channels = new Map();
const kept = new Set();
const CONSOLE = ['console.log', 'console.info', 'console.debug', 'console.warn', 'console.error'];

function report(error) {
  require('internal/ticks').nextTick(() => require('internal/process/execution').uncaught(error));
}

class Channel {
  constructor(name) {
    this._subscribers = undefined;
    this._stores = undefined;
    this.name = name;
    channels.set(name, new WeakRef(this));
    if (CONSOLE.includes(name)) require('internal/console/methods').channels[name] = this;
    else require('internal/diagnostics').made(this);
  }

  get hasSubscribers() {
    return Boolean(this._subscribers?.length || this._stores?.size);
  }

  subscribe(subscription) {
    validateFunction(subscription, 'subscription');
    this._subscribers = [...(this._subscribers ?? []), subscription];
    kept.add(this);
  }

  unsubscribe(subscription) {
    const at = this._subscribers?.indexOf(subscription) ?? -1;
    if (at === -1) return false;
    this._subscribers = this._subscribers.toSpliced(at, 1);
    this.#release();
    return true;
  }

  bindStore(store, transform) {
    (this._stores ??= new Map()).set(store, transform);
    kept.add(this);
  }

  unbindStore(store) {
    if (!this._stores?.delete(store)) return false;
    this.#release();
    return true;
  }

  #release() {
    if (!this.hasSubscribers) kept.delete(this);
  }

  publish(message) {
    for (const subscriber of this._subscribers ?? []) {
      try {
        subscriber(message, this.name);
      } catch (error) {
        report(error);
      }
    }
  }

  runStores(message, fn, thisArg, ...args) {
    let run = () => {
      this.publish(message);
      return apply(fn, thisArg, args);
    };
    for (const [store, transform] of this._stores ?? []) run = wrap(store, transform, message, run);
    return run();
  }
}

function wrap(store, transform, message, next) {
  return () => {
    let context = message;
    if (transform !== undefined) {
      try {
        context = transform(message);
      } catch (error) {
        report(error);
        return next();
      }
    }
    return store.run(context, next);
  };
}

function channel(name) {
  if (typeof name !== 'string' && typeof name !== 'symbol') {
    throw new codes.ERR_INVALID_ARG_TYPE('channel', ['string', 'symbol'], name);
  }
  return channels.get(name)?.deref() ?? new Channel(name);
}

const EVENTS = ['start', 'end', 'asyncStart', 'asyncEnd', 'error'];

function channelOf(nameOrChannels, name) {
  if (typeof nameOrChannels === 'string') return channel(`tracing:${nameOrChannels}:${name}`);
  if (nameOrChannels !== null && typeof nameOrChannels === 'object') {
    const given = nameOrChannels[name];
    Object.getPrototypeOf(given); // undefined is no object: the engine's own TypeError
    if (!(given instanceof Channel)) throw new codes.ERR_INVALID_ARG_TYPE(`nameOrChannels.${name}`, ['Channel'], given);
    return given;
  }
  throw new codes.ERR_INVALID_ARG_TYPE('nameOrChannels', ['string', 'TracingChannel', 'Object'], nameOrChannels);
}

class TracingChannel {
  constructor(nameOrChannels) {
    for (const name of EVENTS) {
      Object.defineProperty(this, name, { __proto__: null, value: channelOf(nameOrChannels, name) });
    }
  }

  get hasSubscribers() {
    return EVENTS.some((name) => this[name].hasSubscribers);
  }

  subscribe(handlers) {
    for (const name of EVENTS) if (handlers[name]) this[name].subscribe(handlers[name]);
  }

  unsubscribe(handlers) {
    let done = true;
    for (const name of EVENTS) if (handlers[name] && !this[name].unsubscribe(handlers[name])) done = false;
    return done;
  }

  traceSync(fn, context = {}, thisArg, ...args) {
    if (!this.hasSubscribers) return apply(fn, thisArg, args);
    return this.start.runStores(context, () => {
      try {
        return (context.result = apply(fn, thisArg, args));
      } catch (error) {
        context.error = error;
        this.error.publish(context);
        throw error;
      } finally {
        this.end.publish(context);
      }
    });
  }

  tracePromise(fn, context = {}, thisArg, ...args) {
    if (!this.hasSubscribers) return apply(fn, thisArg, args);
    const settle = (take) => (value) => {
      take(value);
      this.asyncStart.publish(context);
      this.asyncEnd.publish(context);
    };
    const resolved = settle((value) => (context.result = value));
    const rejected = settle((error) => {
      context.error = error;
      this.error.publish(context);
    });
    return this.start.runStores(context, () => {
      try {
        let promise = apply(fn, thisArg, args);
        if (!(promise instanceof Promise)) promise = Promise.resolve(promise);
        return promise.then((value) => {
          resolved(value);
          return value;
        }, (error) => {
          rejected(error);
          return Promise.reject(error);
        });
      } catch (error) {
        context.error = error;
        this.error.publish(context);
        throw error;
      } finally {
        this.end.publish(context);
      }
    });
  }

  traceCallback(fn, position = -1, context = {}, thisArg, ...args) {
    if (!this.hasSubscribers) return apply(fn, thisArg, args);
    const callback = args.at(position);
    validateFunction(callback, 'callback');
    const tracing = this;
    args.splice(position, 1, function(error, result, ...rest) {
      if (error) {
        context.error = error;
        tracing.error.publish(context);
      } else {
        context.result = result;
      }
      tracing.asyncStart.runStores(context, () => {
        try {
          return apply(callback, this, [error, result, ...rest]);
        } finally {
          tracing.asyncEnd.publish(context);
        }
      });
    });
    return this.start.runStores(context, () => {
      try {
        return apply(fn, thisArg, args);
      } catch (error) {
        context.error = error;
        this.error.publish(context);
        throw error;
      } finally {
        this.end.publish(context);
      }
    });
  }
}

module.exports = {
  channel,
  hasSubscribers: (name) => Boolean(channels.get(name)?.deref()?.hasSubscribers),
  subscribe: (name, subscription) => channel(name).subscribe(subscription),
  tracingChannel: (nameOrChannels) => new TracingChannel(nameOrChannels),
  unsubscribe: (name, subscription) => channel(name).unsubscribe(subscription),
  Channel,
};
