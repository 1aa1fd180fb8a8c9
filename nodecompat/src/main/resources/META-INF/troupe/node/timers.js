// nodejs.org/api/timers.html, v22. Missing: nothing.
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

const enrolled = () => require('internal/timers/enrolled');
const deprecated = (name, fn, message, code) => defineLazy(module.exports, name, () => require('internal/util').deprecate(fn, message, code));
deprecated('active', (item) => enrolled().activate(item, true),
  'timers.active() is deprecated. Please use timeout.refresh() instead.', 'DEP0126');
deprecated('_unrefActive', (item) => enrolled().activate(item, false),
  'timers._unrefActive() is deprecated. Please use timeout.refresh() instead.', 'DEP0127');
deprecated('enroll', (item, msecs) => enrolled().enroll(item, msecs),
  'timers.enroll() is deprecated. Please use setTimeout instead.', 'DEP0095');
deprecated('unenroll', (item) => enrolled().unenroll(item),
  'timers.unenroll() is deprecated. Please use clearTimeout instead.', 'DEP0096');
