// Properties that come into being on first use: an actor pays only for what it touches.
'use strict';

const { defineProperty } = Object;

/**
 * Defines `name` on `target` as a getter that replaces itself with the plain data property it computed.
 * Assigning before the first read works as on any data property.
 */
function defineLazy(target, name, compute, enumerable = true) {
  const settle = (value) =>
    defineProperty(target, name, { __proto__: null, value, writable: true, configurable: true, enumerable });
  defineProperty(target, name, {
    __proto__: null,
    enumerable,
    configurable: true,
    get() {
      const value = compute();
      settle(value);
      return value;
    },
    set: settle,
  });
}

module.exports = { defineLazy };
