// Properties that come into being on first use: an actor pays only for what it touches.
'use strict';

const { defineProperty } = Object;
const { apply } = Reflect;
const { bind } = Function.prototype;

/** Getter and setter in one, bound to its property: a third of what two closures and their scope take in each realm. */
function accessor(target, name, source, enumerable, ...assigned) {
  let value;
  if (assigned.length > 0) [value] = assigned;
  else value = typeof source === 'string' ? require(source)[name] : source();
  defineProperty(target, name, { __proto__: null, value, writable: true, configurable: true, enumerable });
  return value;
}

/**
 * Defines `name` on `target` as an accessor that replaces itself with the plain data property that `source` gives: a function that computes it, or
 * the built-in module whose export of the same name it is. Assigning before the first read works as on any data property.
 */
function defineLazy(target, name, source, enumerable = true) {
  const both = apply(bind, accessor, [undefined, target, name, source, enumerable]);
  defineProperty(target, name, { __proto__: null, get: both, set: both, configurable: true, enumerable });
}

module.exports = { defineLazy };
