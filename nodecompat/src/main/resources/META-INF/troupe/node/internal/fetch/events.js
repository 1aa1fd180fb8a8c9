// nodejs.org/api/globals.html#closeevent, #messageevent, v22; html.spec.whatwg.org §9.1 (MessageEvent), websockets.spec.whatwg.org §6 (CloseEvent).
// Missing: initMessageEvent, which is for events made with document.createEvent.
'use strict';

const { Event } = require('internal/event_target');
const { exposeInterface } = require('internal/util');

class MessageEvent extends Event {
  #init;

  constructor(type, init = {}) {
    super(type, init);
    const { data = null, origin = '', lastEventId = '', source = null, ports = [] } = init ?? {};
    this.#init = { data, origin: `${origin}`, lastEventId: `${lastEventId}`, source, ports: Object.freeze([...ports]) };
  }

  get data() { return this.#init.data; }
  get origin() { return this.#init.origin; }
  get lastEventId() { return this.#init.lastEventId; }
  get source() { return this.#init.source; }
  get ports() { return this.#init.ports; }
}
exposeInterface(MessageEvent, 'MessageEvent', ['data', 'origin', 'lastEventId', 'source', 'ports']);

class CloseEvent extends Event {
  #init;

  constructor(type, init = {}) {
    super(type, init);
    const { wasClean = false, code = 0, reason = '' } = init ?? {};
    this.#init = { wasClean: Boolean(wasClean), code: Number(code) & 0xffff, reason: `${reason}` };
  }

  get wasClean() { return this.#init.wasClean; }
  get code() { return this.#init.code; }
  get reason() { return this.#init.reason; }
}
exposeInterface(CloseEvent, 'CloseEvent', ['wasClean', 'code', 'reason']);

module.exports = { MessageEvent, CloseEvent };
