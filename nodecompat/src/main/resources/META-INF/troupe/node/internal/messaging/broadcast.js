// nodejs.org/api/worker_threads.html#class-broadcastchannel-extends-eventtarget, v22. Channels of one name hear each other within one actor, and
// across the actors of the host whose permissions say so (Permissions.mayBroadcast). Missing: between actors, what node:v8 cannot serialize: blobs,
// files, ports and keys.
'use strict';

const { codes } = require('internal/errors');
const { EventTarget, defineEventHandler, dispatch } = require('internal/event_target');
const { cloneWith } = require('internal/structured_clone');
const { customInspectSymbol } = require('internal/util');
const realm = internalBinding('realm');

const host = internalBinding('broadcast');

/** name to the open channels. */
const open = new Map();
let received;
let lost;

function serialized(message) {
  try {
    const { Serializer } = require('internal/v8/serializer');
    const serializer = new Serializer();
    serializer.writeHeader();
    serializer.writeValue(message);
    return serializer.releaseBuffer();
  } catch (error) {
    const { DOMException } = require('internal/dom_exception');
    throw new DOMException(error?.message ?? 'The message could not be cloned.', 'DataCloneError');
  }
}

class BroadcastChannel extends EventTarget {
  #name;
  #refed = true;
  #closed = false;

  constructor(name) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('name');
    super();
    this.#name = `${name}`;
    if (!open.has(this.#name)) {
      host.open(this.#name, received, lost);
      open.set(this.#name, new Set());
    }
    open.get(this.#name).add(this);
    realm.ref();
  }

  static #checked(value) {
    if (value === null || typeof value !== 'object' || !(#name in value)) throw new codes.ERR_INVALID_THIS('BroadcastChannel');
    return value;
  }

  get name() {
    return BroadcastChannel.#checked(this).#name;
  }

  close() {
    BroadcastChannel.#checked(this);
    if (this.#closed) return;
    this.unref();
    this.#closed = true;
    const channels = open.get(this.#name);
    channels.delete(this);
    if (channels.size > 0) return;
    open.delete(this.#name);
    host.close(this.#name);
  }

  postMessage(message) {
    BroadcastChannel.#checked(this);
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('message');
    if (this.#closed) {
      const { DOMException } = require('internal/dom_exception');
      throw new DOMException('BroadcastChannel is closed.', 'InvalidStateError');
    }
    if (host.heard(this.#name)) host.post(this.#name, serialized(message));
    for (const other of open.get(this.#name)) {
      if (other === this) continue;
      const { value } = cloneWith(message, []);
      realm.post(() => other.#deliver(value));
    }
  }

  #deliver(value, type = 'message') {
    if (this.#closed) return;
    const { messageEvent } = require('internal/messaging/event');
    dispatch(this, undefined, type, value, () => messageEvent(type, value));
  }

  /** From another actor: to all channels of the name, each with a value of its own. */
  static {
    received = (name, bytes) => {
      for (const channel of [...open.get(name) ?? []]) channel.#hear(bytes);
    };
    lost = (name) => {
      for (const channel of [...open.get(name) ?? []]) channel.#deliver(null, 'messageerror');
    };
  }

  #hear(bytes) {
    let value;
    try {
      const { Deserializer } = require('internal/v8/deserializer');
      const deserializer = new Deserializer(bytes);
      deserializer.readHeader();
      value = deserializer.readValue();
    } catch {
      this.#deliver(null, 'messageerror');
      return;
    }
    this.#deliver(value);
  }

  ref() {
    BroadcastChannel.#checked(this);
    if (!this.#closed && !this.#refed) {
      this.#refed = true;
      realm.ref();
    }
    return this;
  }

  unref() {
    BroadcastChannel.#checked(this);
    if (!this.#closed && this.#refed) {
      this.#refed = false;
      realm.unref();
    }
    return this;
  }

  [customInspectSymbol](depth, options, inspect) {
    BroadcastChannel.#checked(this);
    if (depth < 0) return 'BroadcastChannel';
    const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `BroadcastChannel ${inspect({ name: this.#name, active: !this.#closed }, inner)}`;
  }
}

for (const name of ['name', 'close', 'postMessage']) {
  Object.defineProperty(BroadcastChannel.prototype, name, { __proto__: null, enumerable: true });
}
Object.defineProperty(BroadcastChannel.prototype, Symbol.toStringTag, { __proto__: null, value: 'BroadcastChannel', configurable: true });
defineEventHandler(BroadcastChannel.prototype, 'message');
defineEventHandler(BroadcastChannel.prototype, 'messageerror');

module.exports = { BroadcastChannel };
