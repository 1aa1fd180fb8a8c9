// nodejs.org/api/timers.html, v22. Missing: the deprecated active(), enroll(), unenroll().
'use strict';

const { defineLazy } = require('internal/lazy');
const { kCustomPromisify } = require('internal/timers/symbols');
const { clearTimeout, startTimeout } = require('internal/timers');

/** The checks' module is loaded when one fails. */
function refuse(callback) {
  require('internal/validators').validateFunction(callback, 'callback');
}

const rest = (args) => (args.length > 0 ? args : undefined);

function setTimeout(callback, after, ...args) {
  if (typeof callback !== 'function') refuse(callback);
  return startTimeout(callback, after, rest(args));
}

function setInterval(callback, repeat, ...args) {
  if (typeof callback !== 'function') refuse(callback);
  return startTimeout(callback, repeat, rest(args), true);
}

function clearInterval(timer) {
  clearTimeout(timer);
}

function setImmediate(callback, ...args) {
  if (typeof callback !== 'function') refuse(callback);
  return require('internal/timers/immediate').startImmediate(callback, rest(args));
}

function clearImmediate(immediate) {
  require('internal/timers/immediate').clearImmediate(immediate);
}

const promisified = (name) => ({ __proto__: null, enumerable: true, get: () => require('timers/promises')[name] });
Object.defineProperty(setTimeout, kCustomPromisify, promisified('setTimeout'));
Object.defineProperty(setImmediate, kCustomPromisify, promisified('setImmediate'));

module.exports = { setTimeout, clearTimeout, setImmediate, clearImmediate, setInterval, clearInterval };
defineLazy(module.exports, 'promises', () => require('timers/promises'));
