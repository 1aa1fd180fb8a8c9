// The bootstrap contract of JsRealm with a plain nextTick queue, for the runtime's own tests.
'use strict';

const realm = internalBinding('realm');
const queue = [];
const listeners = {};

globalThis.nextTick = (callback) => {
  if (queue.push(callback) === 1) realm.tickScheduled();
};
globalThis.on = (name, listener) => { listeners[name] = listener; };

exports.install = () => {
  globalThis.probe = require('probe');
};
exports.drain = () => {
  while (queue.length > 0) queue.shift()();
};
exports.fatal = (error, origin) => {
  if (listeners.fatal === undefined) return false;
  listeners.fatal(error, origin);
  return true;
};
exports.rejection = (promise, reason) => {
  if (listeners.rejection === undefined) return false;
  listeners.rejection(reason, promise);
  return true;
};
exports.signal = (name) => {
  if (listeners[name] === undefined) return false;
  listeners[name]();
  return true;
};
exports.beforeExit = (code) => {
  if (listeners.beforeExit !== undefined) listeners.beforeExit(code);
};
exports.exit = (code) => {
  if (listeners.exit !== undefined) listeners.exit(code);
  return globalThis.exitCode ?? code;
};
exports.exitCode = () => globalThis.exitCode ?? 0;
exports.context = (metadata) => Object.freeze({ metadata });
exports.inspectError = (error) => (error instanceof Error ? String(error.stack) : `Uncaught ${String(error)}`);
