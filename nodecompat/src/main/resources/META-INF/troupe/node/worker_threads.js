// nodejs.org/api/worker_threads.html, v22. Missing: workers, which throw when made; locks; the environment data of workers.
'use strict';

const { addMissing } = require('internal/not_implemented');

exports.isMainThread = true;
exports.isInternalThread = false;
exports.parentPort = null;
exports.resourceLimits = {};
exports.threadId = 0;
exports.workerData = null;
exports.SHARE_ENV = Symbol.for('nodejs.worker_threads.SHARE_ENV');

addMissing(exports, 'worker_threads', [
  'BroadcastChannel MessageChannel MessagePort Worker getEnvironmentData isMarkedAsUntransferable markAsUncloneable',
  'markAsUntransferable moveMessagePortToContext postMessageToThread receiveMessageOnPort setEnvironmentData',
].join(' '));
