// nodejs.org/api/globals.html#closeevent, v22; websockets.spec.whatwg.org §6. MessageEvent is that of message ports. Missing: nothing.
'use strict';

const { Event } = require('internal/event_target');
const { exposeInterface } = require('internal/util');

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

module.exports = { MessageEvent: require('internal/messaging/event').MessageEvent, CloseEvent };
