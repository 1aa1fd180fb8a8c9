// nodejs.org/api/events.html#class-nodeeventtarget, v22: an EventTarget that speaks as an EventEmitter. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { EventTarget, dispatch, isEventTarget, kEvents, kIsNodeStyle, listenersOf } = require('internal/event_target');
const { validateString } = require('internal/validators');
const EventEmitter = require('events');

function check(target) {
  if (!isEventTarget(target) || !(target instanceof NodeEventTarget)) throw new codes.ERR_INVALID_THIS('NodeEventTarget');
}

class NodeEventTarget extends EventTarget {
  static defaultMaxListeners = 10;

  setMaxListeners(n) {
    check(this);
    EventEmitter.setMaxListeners(n, this);
  }

  getMaxListeners() {
    check(this);
    return this[EventEmitter.kMaxEventTargetListeners];
  }

  eventNames() {
    check(this);
    return [...this[kEvents].keys()];
  }

  listenerCount(type) {
    check(this);
    return listenersOf(this, type).length;
  }

  off(type, listener, options) {
    check(this);
    this.removeEventListener(type, listener, options);
    return this;
  }

  removeListener(type, listener, options) {
    check(this);
    this.removeEventListener(type, listener, options);
    return this;
  }

  on(type, listener) {
    check(this);
    this.addEventListener(type, listener, { [kIsNodeStyle]: true });
    return this;
  }

  addListener(type, listener) {
    check(this);
    this.addEventListener(type, listener, { [kIsNodeStyle]: true });
    return this;
  }

  emit(type, argument) {
    check(this);
    validateString(type, 'type');
    const heard = this.listenerCount(type) > 0;
    dispatch(this, undefined, type, argument);
    return heard;
  }

  once(type, listener) {
    check(this);
    this.addEventListener(type, listener, { once: true, [kIsNodeStyle]: true });
    return this;
  }

  removeAllListeners(type) {
    check(this);
    if (type !== undefined) this[kEvents].delete(String(type));
    else this[kEvents].clear();
    return this;
  }
}

for (const name of Object.getOwnPropertyNames(NodeEventTarget.prototype)) {
  if (name !== 'constructor') Object.defineProperty(NodeEventTarget.prototype, name, { __proto__: null, enumerable: true });
}

module.exports = { NodeEventTarget };
