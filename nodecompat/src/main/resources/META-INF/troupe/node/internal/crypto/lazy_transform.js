// nodejs.org/api/stream.html#class-streamtransform, v22: a Transform whose stream begins with its first use as a stream, because
// most hashes and ciphers are never used as one. For built-ins only.
'use strict';

const Transform = require('internal/streams/transform');
const { inherit } = require('internal/streams/legacy');

function LazyTransform(options) {
  this._options = options;
}
inherit(LazyTransform, Transform);

for (const name of ['_readableState', '_writableState', '_events', '_eventsCount', '_maxListeners']) {
  const set = function(value) {
    Object.defineProperty(this, name, { __proto__: null, value, enumerable: true, configurable: true, writable: true });
  };
  Object.defineProperty(LazyTransform.prototype, name, {
    __proto__: null,
    configurable: true,
    enumerable: true,
    get() {
      // the prototype itself is no stream
      if (this === LazyTransform.prototype || !('_options' in this)) return undefined;
      begin(this);
      return this[name];
    },
    set,
  });
}

function begin(stream) {
  for (const name of ['_events', '_eventsCount', '_maxListeners', '_readableState', '_writableState']) {
    Object.defineProperty(stream, name, { __proto__: null, value: undefined, enumerable: true, configurable: true, writable: true });
  }
  Transform.call(stream, stream._options);
}

module.exports = { LazyTransform };
