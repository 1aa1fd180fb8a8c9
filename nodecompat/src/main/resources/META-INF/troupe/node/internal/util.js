// What several built-in modules share (nodejs.org/api/util.html, v22: promisify, deprecate). Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { defineLazy } = require('internal/lazy');
const { validateFunction, validateString } = require('internal/validators');

const kEmptyObject = Object.freeze({ __proto__: null });
const kEnumerableProperty = { __proto__: null, enumerable: true };
const customInspectSymbol = Symbol.for('nodejs.util.inspect.custom');
const kCustomPromisify = Symbol.for('nodejs.util.promisify.custom');
const kCustomPromisifyArgs = Symbol('customPromisifyArgs');
const kIsNodeError = Symbol('kIsNodeError');

const isError = (value) => value instanceof Error || Object.prototype.toString.call(value) === '[object Error]';

function once(callback) {
  let called = false;
  return function(...args) {
    if (called) return undefined;
    called = true;
    return Reflect.apply(callback, this, args);
  };
}

/** Node's own names of the encodings; undefined for anything else. */
function normalizeEncoding(encoding) {
  if (encoding == null || encoding === '' || encoding === 'utf8' || encoding === 'utf-8') return 'utf8';
  switch (`${encoding}`.toLowerCase()) {
    case 'utf8': case 'utf-8': return 'utf8';
    case 'ucs2': case 'ucs-2': case 'utf16le': case 'utf-16le': return 'utf16le';
    case 'latin1': case 'binary': return 'latin1';
    case 'base64': return 'base64';
    case 'base64url': return 'base64url';
    case 'hex': return 'hex';
    case 'ascii': return 'ascii';
    default: return undefined;
  }
}

const warned = new Set();

/** `fn`, which warns once (once for each code) when it is first called. */
function deprecate(fn, message, code, useEmitSync = false) {
  validateFunction(fn, 'fn');
  if (code !== undefined) validateString(code, 'code');
  let done = false;

  function warn() {
    if (done) return;
    const { process } = require('internal/process/object');
    if (process.noDeprecation === true) return;
    done = true;
    if (code !== undefined) {
      if (warned.has(code)) return;
      warned.add(code);
    }
    if (useEmitSync) require('internal/process/warning').emitWarningSync(message, 'DeprecationWarning', code, deprecated);
    else process.emitWarning(message, 'DeprecationWarning', code, deprecated);
  }

  function deprecated(...args) {
    warn();
    return new.target ? Reflect.construct(fn, args, new.target) : Reflect.apply(fn, this, args);
  }

  Object.setPrototypeOf(deprecated, fn);
  if (fn.prototype) deprecated.prototype = fn.prototype;
  Object.defineProperty(deprecated, 'length', { __proto__: null, ...Object.getOwnPropertyDescriptor(fn, 'length') });
  return deprecated;
}

/** nodejs.org/api/util.html#utilpromisifyoriginal */
function promisify(original) {
  validateFunction(original, 'original');
  const custom = original[kCustomPromisify];
  if (custom) {
    validateFunction(custom, 'util.promisify.custom');
    return Object.defineProperty(custom, kCustomPromisify, { __proto__: null, value: custom, configurable: true });
  }
  const names = original[kCustomPromisifyArgs];
  function fn(...args) {
    return new Promise((resolve, reject) => {
      const returned = Reflect.apply(original, this, [...args, (error, ...values) => {
        if (error) reject(error);
        else if (names === undefined) resolve(values[0]);
        else resolve(Object.fromEntries(names.map((name, i) => [name, values[i]])));
      }]);
      if (Object.prototype.toString.call(returned) === '[object Promise]' && returned instanceof Promise) {
        const { process } = require('internal/process/object');
        process.emitWarning(
          'Calling promisify on a function that returns a Promise is likely a mistake.', 'DeprecationWarning', 'DEP0174');
      }
    });
  }
  Object.setPrototypeOf(fn, Object.getPrototypeOf(original));
  Object.defineProperty(fn, kCustomPromisify, { __proto__: null, value: fn, configurable: true });
  return Object.defineProperties(fn, Object.getOwnPropertyDescriptors(original));
}
promisify.custom = kCustomPromisify;

const experimental = new Set();

function emitExperimentalWarning(feature, detail) {
  if (experimental.has(feature)) return;
  experimental.add(feature);
  const message = `${feature} is an experimental feature and might change at any time`;
  require('internal/process/object').process.emitWarning(message, 'ExperimentalWarning', detail);
}

/** An experimental function under its former name, which warns at its first use. */
function renamed(fn, message) {
  let warned = false;
  return function(...args) {
    if (!warned) {
      warned = true;
      require('internal/process/object').process.emitWarning(message, 'ExperimentalWarning');
    }
    return Reflect.apply(fn, this, args);
  };
}

function lazyDOMException(message, name) {
  const { DOMException } = require('internal/dom_exception');
  return new DOMException(message, name);
}

/** The class for `class X` whose instances nobody may make with `new`. */
function illegalConstructor() {
  throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
}

/** Puts `options` and the value of `Symbol.toStringTag` on a class as web interfaces have them. */
function exposeInterface(Class, name, members) {
  for (const member of members) {
    const descriptor = Object.getOwnPropertyDescriptor(Class.prototype, member);
    Object.defineProperty(Class.prototype, member, { __proto__: null, ...descriptor, enumerable: true });
  }
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { __proto__: null, value: name, configurable: true });
}

module.exports = {
  kEmptyObject,
  kEnumerableProperty,
  customInspectSymbol,
  kCustomPromisifyArgs,
  kIsNodeError,
  defineLazy,
  deprecate,
  emitExperimentalWarning,
  exposeInterface,
  illegalConstructor,
  isError,
  lazyDOMException,
  normalizeEncoding,
  once,
  promisify,
  renamed,
};
