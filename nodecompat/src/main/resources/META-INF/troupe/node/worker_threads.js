// nodejs.org/api/worker_threads.html, v22: channels and ports within the actor, which is its own main thread. Missing: Worker and the functions
// that need one, which throw: an actor has one thread, start another actor instead; moveMessagePortToContext.
'use strict';

const { codes } = require('internal/errors');
const { defineLazy } = require('internal/lazy');
const { addMissing } = require('internal/not_implemented');

exports.isMainThread = true;
exports.isInternalThread = false;
exports.parentPort = null;
exports.resourceLimits = {};
exports.threadId = 0;
exports.threadName = '';
exports.workerData = null;
exports.SHARE_ENV = Symbol.for('nodejs.worker_threads.SHARE_ENV');

for (const name of ['MessageChannel', 'MessagePort', 'receiveMessageOnPort']) {
  defineLazy(exports, name, () => require('internal/messaging/port')[name]);
}
defineLazy(exports, 'BroadcastChannel', () => require('internal/messaging/broadcast').BroadcastChannel);

const environment = new Map();
exports.setEnvironmentData = function setEnvironmentData(key, value) {
  if (value === undefined) environment.delete(key);
  else environment.set(key, value);
};
exports.getEnvironmentData = function getEnvironmentData(key) {
  return environment.get(key);
};

const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';
exports.markAsUntransferable = function markAsUntransferable(object) {
  if (isObject(object)) require('internal/cloneable').untransferable.add(object);
};
exports.isMarkedAsUntransferable = function isMarkedAsUntransferable(object) {
  return isObject(object) && require('internal/cloneable').untransferable.has(object);
};
exports.markAsUncloneable = function markAsUncloneable(object) {
  if (isObject(object)) require('internal/cloneable').uncloneable.add(object);
};
exports.postMessageToThread = async function postMessageToThread(threadId) {
  if (threadId === exports.threadId) throw new codes.ERR_WORKER_MESSAGING_SAME_THREAD();
  throw new codes.ERR_WORKER_MESSAGING_FAILED();
};

addMissing(exports, 'worker_threads', 'Worker moveMessagePortToContext');
