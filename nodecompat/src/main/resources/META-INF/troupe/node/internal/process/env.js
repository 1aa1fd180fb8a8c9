// nodejs.org/api/process.html#processenv, v22: an object whose values are strings. A proxy: coercion must happen at assignment.
// Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { NativeProxy } = require('internal/bootstrap'); // util.types.isProxy(process.env) is false in Node

let warned = false;

const notText = () => new TypeError('Cannot convert a Symbol value to a string');

function text(value) {
  if (typeof value === 'symbol') throw notText();
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') warn();
  return String(value);
}

/** DEP0104, with --pending-deprecation. */
function warn() {
  if (warned || require('internal/options').option('--pending-deprecation') !== true) return;
  warned = true;
  require('internal/process/object').process.emitWarning(
    'Assigning any value other than a string, number, or boolean to a process.env property is deprecated. Please make sure to convert the ' +
    'value to a string before setting process.env with it.', 'DeprecationWarning', 'DEP0104');
}

/** `variables` as process.env. */
function env(variables) {
  return new NativeProxy(variables, {
    __proto__: null,
    set(target, name, value) {
      if (typeof name === 'symbol') throw notText();
      target[name] = text(value);
      return true;
    },
    defineProperty(target, name, descriptor) {
      if ('value' in descriptor) {
        if (!descriptor.configurable || !descriptor.writable || !descriptor.enumerable) {
          throw new codes.ERR_INVALID_OBJECT_DEFINE_PROPERTY(
            "'process.env' only accepts a configurable, writable, and enumerable data descriptor");
        }
        if (typeof name === 'symbol') throw notText();
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
