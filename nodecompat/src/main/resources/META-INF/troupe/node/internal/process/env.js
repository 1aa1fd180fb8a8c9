// nodejs.org/api/process.html#processenv, v22: an object whose values are strings. A proxy: coercion must happen at assignment.
// Missing: the deprecation warning of DEP0104.
'use strict';

const { codes } = require('internal/errors');

function text(value) {
  if (typeof value === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
  return String(value);
}

/** `variables` as process.env. */
function env(variables) {
  return new Proxy(variables, {
    __proto__: null,
    set(target, name, value) {
      if (typeof name === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
      target[name] = text(value);
      return true;
    },
    defineProperty(target, name, descriptor) {
      if ('value' in descriptor) {
        if (!descriptor.configurable || !descriptor.writable || !descriptor.enumerable) {
          throw new codes.ERR_INVALID_OBJECT_DEFINE_PROPERTY(
            "'process.env' only accepts a configurable, writable, and enumerable data descriptor");
        }
        if (typeof name === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
        return Reflect.defineProperty(target, name, { ...descriptor, value: text(descriptor.value) });
      }
      if (descriptor.get || descriptor.set) {
        throw new codes.ERR_INVALID_OBJECT_DEFINE_PROPERTY(
          "'process.env' does not accept an accessor(getter/setter) descriptor");
      }
      throw new codes.ERR_INVALID_OBJECT_DEFINE_PROPERTY(
        "'process.env' only accepts a configurable, writable, and enumerable data descriptor");
    },
    preventExtensions() {
      throw new TypeError('Cannot prevent extensions');
    },
  });
}

module.exports = { env };
