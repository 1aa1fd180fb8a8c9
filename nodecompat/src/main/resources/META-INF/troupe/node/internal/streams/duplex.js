// https://nodejs.org/docs/latest-v22.x/api/stream.html#class-streamduplex (v22): a Readable that has a Writable's methods too.
'use strict';

const Readable = require('internal/streams/readable');

module.exports = Duplex;

const Writable = require('internal/streams/writable');
const { inherit } = require('internal/streams/legacy');

inherit(Duplex, Readable);
for (const name of Object.keys(Writable.prototype)) Duplex.prototype[name] ??= Writable.prototype[name];
Duplex.prototype.write = Writable.prototype.write;
Duplex.prototype.end = Writable.prototype.end;
Duplex.prototype.destroy = Writable.prototype.destroy;

function Duplex(options) {
  if (!(this instanceof Duplex)) return new Duplex(options);
  // the constructors would each set up _construct and events: once is enough
  const construct = options?.construct ?? this._construct;
  const bare = construct ? { ...options, construct: undefined } : options;
  const own = this._construct;
  if (own) this._construct = undefined;
  Readable.call(this, bare);
  Writable.call(this, bare);
  if (own) delete this._construct;
  if (construct) {
    this._construct = construct;
    require('internal/streams/destroy').construct(this, () => {
      this.read(0);
      this._writableState.onConstructed?.();
    });
  }
  this.allowHalfOpen = options?.allowHalfOpen !== false;
  if (options?.readable === false) {
    this._readableState.readableOverride = false;
    this._readableState.ended = true;
    this._readableState.endEmitted = true;
  }
  if (options?.writable === false) {
    this._writableState.writable = false;
    this._writableState.ending = true;
    this._writableState.ended = true;
    this._writableState.finished = true;
  }
}

for (const name of [
  'writable', 'writableHighWaterMark', 'writableObjectMode', 'writableBuffer', 'writableLength', 'writableFinished', 'writableCorked',
  'writableEnded', 'writableNeedDrain', 'writableAborted',
]) {
  Object.defineProperty(Duplex.prototype, name, Object.getOwnPropertyDescriptor(Writable.prototype, name));
}

Object.defineProperty(Duplex.prototype, 'destroyed', {
  __proto__: null,
  configurable: true,
  enumerable: false,
  get() {
    return Boolean(this._readableState?.destroyed && this._writableState?.destroyed);
  },
  set(value) {
    if (this._readableState && this._writableState) this._readableState.destroyed = this._writableState.destroyed = value;
  },
});

Duplex.fromWeb = () => {
  throw new (require('internal/errors').codes.ERR_METHOD_NOT_IMPLEMENTED)('Duplex.fromWeb()');
};
Duplex.from = (body) => require('internal/streams/duplexify').duplexFrom(body);
