// What all web streams share (streams.spec.whatwg.org, conventions): promises that a program's changes to Promise.prototype do not reach,
// callbacks by the rules of Web IDL, and the errors of a wrong `this`. Behind each public object stands a core object with the internal slots
// of the specification, which no program sees.
'use strict';

const { codes } = require('internal/errors');

const { apply } = Reflect;
const { then } = Promise.prototype;

/** The first argument of a constructor that only these modules may call with a core object. */
const kMake = Symbol('make');

function nop() {}

/** Reacts to a promise; what the reactions make of it is nobody's business, so it never counts as unhandled. */
function when(promise, fulfilled, rejected = nop) {
  apply(then, promise, [fulfilled, rejected]);
}

/** A promise of what the reactions give. */
function transform(promise, fulfilled, rejected) {
  return apply(then, promise, [fulfilled, rejected]);
}

function markHandled(promise) {
  apply(then, promise, [undefined, nop]);
  return promise;
}

const resolvedWith = (value) => new Promise((resolve) => resolve(value));
const rejectedWith = (reason) => new Promise((resolve, reject) => reject(reason));

/** A promise with its two ends; settling it again does nothing. */
class Deferred {
  constructor() {
    this.settled = false;
    this.promise = new Promise((resolve, reject) => {
      this.resolver = resolve;
      this.rejecter = reject;
    });
  }

  resolve(value) {
    this.settled = true;
    this.resolver(value);
  }

  reject(reason) {
    this.settled = true;
    this.rejecter(reason);
  }

  static resolved() {
    const deferred = new Deferred();
    deferred.resolve(undefined);
    return deferred;
  }

  static rejected(reason) {
    const deferred = new Deferred();
    deferred.reject(reason);
    return deferred;
  }
}

/** Calls a callback whose result is a promise: what it throws becomes a rejection. */
function promiseCall(callback, thisArg, args) {
  try {
    return resolvedWith(apply(callback, thisArg, args));
  } catch (error) {
    return rejectedWith(error);
  }
}

/** Reads a member of a dictionary that must be a function if it is there; gives a function of the arguments, or `otherwise`. */
function method(dictionary, name, label, otherwise) {
  const value = dictionary?.[name];
  if (value === undefined) return otherwise;
  if (typeof value !== 'function') throw new codes.ERR_INVALID_ARG_TYPE(`${label}.${name}`, 'Function', value);
  return (...args) => promiseCall(value, dictionary, args);
}

const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';

/** null and undefined are empty dictionaries. */
function dictionary(value, name) {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) throw new codes.ERR_INVALID_ARG_TYPE(name, 'Object', value);
  return value;
}

const invalidThis = (type) => new codes.ERR_INVALID_THIS(type);

/** The same from a class whose `this` Node checks by a private member. */
const notDeclared = () => new TypeError('Cannot read private member #handle from an object whose class did not declare it');

/** A TypeError with Node's code for what a stream's state does not allow. */
const invalidState = (message) => new codes.ERR_INVALID_STATE.TypeError(message);

/** Makes members enumerable and gives the class its name, as Web IDL wants it. */
function expose(Class, name, members) {
  for (const member of members) Object.defineProperty(Class.prototype, member, { __proto__: null, enumerable: true });
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { __proto__: null, value: name, configurable: true });
}

/** What util.inspect shows: the class and a few properties. */
function shown(name, properties, depth, options, inspect) {
  if (depth < 0) return `${name} [Object]`;
  return `${name} ${inspect(properties, { ...options, depth: options.depth == null ? null : options.depth - 1 })}`;
}

module.exports = {
  Deferred, dictionary, expose, invalidState, invalidThis, isObject, kMake, markHandled, method, nop, notDeclared, promiseCall, rejectedWith, resolvedWith, shown,
  transform, when,
};
