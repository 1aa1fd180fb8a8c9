// nodejs.org/api/worker_threads.html#class-messagechannel and #class-messageport, v22, between two places of one actor. A message is cloned when it
// is sent and delivered in a turn of its own. A queue holds at most 65,536 messages: beyond, postMessage throws ERR_LIMIT_EXCEEDED.
// Missing: moveMessagePortToContext.
'use strict';

const { codes } = require('internal/errors');
const { NodeEventTarget, defineEventHandler, dispatch, initialize, kNewListener, kRemoveListener } = require('internal/event_target');
const { release, snapshot } = require('internal/async_context');
const { cloneWith } = require('internal/structured_clone');
const { kTransfer, kTransferred } = require('internal/cloneable');
const { customInspectSymbol } = require('internal/util');
const realm = internalBinding('realm');

const CAPACITY = 65536;
const CLOSE = Symbol('close');
const kEnd = Symbol('kEnd');

/**
 * One end of a channel, apart from the object that stands for it: a transfer gives the end to another object. `queue` has what the other end
 * sent; `port` is the object, `started` whether it wants messages now.
 */
class End {
  constructor() {
    this.queue = [];
    this.peer = undefined;
    this.port = undefined;
    this.started = false;
    this.refed = false;
    this.holding = false;
    this.closed = false;
    this.scheduled = false;
  }

  push(message) {
    if (this.queue.length >= CAPACITY && message !== CLOSE) {
      throw Object.assign(new RangeError(`More than ${CAPACITY} messages wait at a port`), { code: 'ERR_LIMIT_EXCEEDED' });
    }
    this.queue.push(message);
    this.schedule();
  }

  /** One message in a turn of its own; a close is heard whether messages are wanted or not. */
  schedule() {
    if (this.scheduled || this.queue.length === 0 || !(this.started || this.queue.includes(CLOSE))) return;
    this.scheduled = true;
    realm.ref();
    realm.post(() => {
      this.scheduled = false;
      realm.unref();
      this.deliver();
    });
  }

  deliver() {
    const message = this.take();
    this.schedule();
    if (message === CLOSE) this.finish();
    else if (message !== undefined) this.emit(message);
  }

  take() {
    if (!this.started) {
      const at = this.queue.indexOf(CLOSE);
      if (at >= 0) this.queue.splice(0, at);
      else return undefined;
    }
    return this.queue.shift();
  }

  emit({ value, successors }) {
    const { messageEvent } = require('internal/messaging/event');
    const ports = successors.filter((one) => one instanceof MessagePort);
    dispatch(this.port, undefined, 'message', value, () => messageEvent('message', value, ports));
  }

  finish() {
    this.closed = true;
    release(this.context);
    this.queue.length = 0;
    this.hold();
    dispatch(this.port, undefined, 'close', undefined);
  }

  /** Keeps the actor alive, or lets it go. */
  hold() {
    const wanted = this.refed && !this.closed && this.port !== undefined;
    if (wanted === this.holding) return;
    this.holding = wanted;
    if (wanted) realm.ref();
    else realm.unref();
  }

  close() {
    for (const end of [this, this.peer]) {
      if (end !== undefined && !end.closed && !end.queue.includes(CLOSE)) end.push(CLOSE);
    }
  }
}

function MessagePort() {
  throw new codes.ERR_CONSTRUCT_CALL_INVALID();
}
Object.setPrototypeOf(MessagePort, NodeEventTarget);
MessagePort.prototype = Object.create(NodeEventTarget.prototype, {
  constructor: { __proto__: null, value: MessagePort, writable: true, configurable: true },
});

/** The object for `end`. */
function portFor(end) {
  const port = Object.create(MessagePort.prototype);
  initialize(port);
  Object.defineProperty(port, kEnd, { __proto__: null, value: end, writable: true });
  end.port = port;
  end.context = snapshot(port, 'MESSAGEPORT');
  return port;
}

function endOf(port) {
  if (port === null || typeof port !== 'object' || !(kEnd in port)) throw new TypeError('Illegal invocation');
  return port[kEnd];
}

function transferList(options) {
  if (options === undefined || options === null) return [];
  if (typeof options !== 'object') throw new TypeError('Optional transferList argument must be an iterable');
  if (typeof options[Symbol.iterator] === 'function') return [...options];
  const { transfer } = options;
  if (transfer === undefined || transfer === null) return [];
  if (typeof transfer[Symbol.iterator] !== 'function') {
    throw new TypeError('Optional options.transfer argument must be an iterable');
  }
  return [...transfer];
}

const methods = {
  postMessage(message, options) {
    const end = endOf(this);
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('message');
    const sent = cloneWith(message, transferList(options), this);
    if (end !== undefined && end.peer !== undefined && !end.closed && !end.queue.includes(CLOSE) && !end.peer.closed) end.peer.push(sent);
    return true;
  },

  start() {
    const end = endOf(this);
    if (end === undefined) return;
    end.started = true;
    end.schedule();
  },

  close(callback) {
    if (typeof callback === 'function') this.once('close', callback);
    endOf(this)?.close();
  },

  ref() {
    const end = endOf(this);
    if (end === undefined) return;
    end.refed = true;
    end.hold();
  },

  unref() {
    const end = endOf(this);
    if (end === undefined) return;
    end.refed = false;
    end.hold();
  },

  hasRef() {
    return endOf(this)?.holding ?? false;
  },
};
for (const [name, value] of Object.entries(methods)) {
  Object.defineProperty(MessagePort.prototype, name, { __proto__: null, value, writable: true, enumerable: true, configurable: true });
}

function hide(name, value) {
  Object.defineProperty(MessagePort.prototype, name, { __proto__: null, value, writable: true, configurable: true });
}

/** Somebody wants messages: they come, and the actor waits for them. */
hide(kNewListener, function(size, type, ...rest) {
  if (type === 'message' && size === 1) {
    this.ref();
    this.start();
  }
  return Reflect.apply(NodeEventTarget.prototype[kNewListener], this, [size, type, ...rest]);
});
hide(kRemoveListener, function(size, type) {
  if (type !== 'message' || size > 0) return;
  this.unref();
  const end = endOf(this);
  if (end !== undefined) end.started = false;
});
hide(kTransfer, function() {
  const end = endOf(this);
  this[kEnd] = undefined;
  end.started = false;
  end.refed = false;
  end.hold();
  return portFor(end);
});
Object.defineProperty(MessagePort.prototype, kTransferred, {
  __proto__: null,
  get() {
    const end = endOf(this);
    return end === undefined || end.closed || end.queue.includes(CLOSE);
  },
});
hide(customInspectSymbol, function(depth, options, inspect) {
  const end = this[kEnd];
  const shown = end === undefined || end.closed ? { active: false, refed: false } : { active: true, refed: end.holding };
  return `MessagePort [EventTarget] ${inspect(shown, options)}`;
});
hide(Symbol.toStringTag, 'MessagePort');
for (const name of ['message', 'messageerror', 'close']) defineEventHandler(MessagePort.prototype, name);

function channel() {
  const one = new End();
  const other = new End();
  one.peer = other;
  other.peer = one;
  return [portFor(one), portFor(other)];
}

function MessageChannel() {
  if (new.target === undefined) throw new codes.ERR_CONSTRUCT_CALL_REQUIRED('MessageChannel');
  [this.port1, this.port2] = channel();
}

function receiveMessageOnPort(port) {
  const end = port !== null && typeof port === 'object' ? port[kEnd] : undefined;
  if (end === undefined) {
    const error = new codes.ERR_INVALID_ARG_TYPE('port', 'MessagePort', port);
    error.message = 'The "port" argument must be a MessagePort instance';
    throw error;
  }
  if (end.queue.length === 0 || end.queue[0] === CLOSE) return undefined;
  return { message: end.queue.shift().value };
}

module.exports = { MessageChannel, MessagePort, receiveMessageOnPort };
