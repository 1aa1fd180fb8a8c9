// html.spec.whatwg.org/#messageevent, as Node 22's global. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { Event, kTrusted } = require('internal/event_target');

const states = new WeakMap();

function stateOf(event) {
  const state = states.get(event);
  if (state === undefined) throw new codes.ERR_INVALID_THIS('MessageEvent');
  return state;
}

function source(value) {
  if (value === null || value === undefined) return null;
  return port(value, 'eventInitDict.source');
}

function port(value, what) {
  const { MessagePort } = require('internal/messaging/port');
  if (value instanceof MessagePort) return value;
  const shown = require('internal/util/inspect').inspect(value);
  throw new TypeError(`MessageEvent constructor: Expected ${what} ("${shown}") to be an instance of MessagePort.`);
}

function portsOf(value) {
  if (value === undefined) return [];
  if (typeof value?.[Symbol.iterator] !== 'function') {
    throw new TypeError(`MessageEvent constructor: eventInitDict.ports (${String(value)}) is not iterable.`);
  }
  return [...value].map((one, i) => port(one, `eventInitDict.ports[${i}]`));
}

class MessageEvent extends Event {
  constructor(type, eventInitDict = {}) {
    if (arguments.length === 0) throw new TypeError('MessageEvent constructor: 1 argument required, but only 0 present.');
    super(type, eventInitDict);
    const { data = null, origin = '', lastEventId = '', source: from = null, ports } = eventInitDict ?? {};
    states.set(this, {
      data, origin: `${origin}`, lastEventId: `${lastEventId}`, source: source(from), ports: Object.freeze(portsOf(ports)),
    });
  }

  get data() {
    return stateOf(this).data;
  }

  get origin() {
    return stateOf(this).origin;
  }

  get lastEventId() {
    return stateOf(this).lastEventId;
  }

  get source() {
    return stateOf(this).source;
  }

  get ports() {
    return stateOf(this).ports;
  }

  initMessageEvent(type, bubbles = false, cancelable = false, data = null, origin = '', lastEventId = '', from = null, ports = []) {
    stateOf(this);
    this.initEvent(type, bubbles, cancelable);
    states.set(this, {
      data, origin: `${origin}`, lastEventId: `${lastEventId}`, source: source(from), ports: Object.freeze(portsOf(ports)),
    });
  }
}

for (const name of ['data', 'origin', 'lastEventId', 'source', 'ports', 'initMessageEvent']) {
  Object.defineProperty(MessageEvent.prototype, name, { __proto__: null, enumerable: true });
}
Object.defineProperty(MessageEvent.prototype, Symbol.toStringTag, { __proto__: null, value: 'MessageEvent', configurable: true });

const messageEvent = (type, data, ports) => new MessageEvent(type, { data, ports, [kTrusted]: true });

module.exports = { MessageEvent, messageEvent };
