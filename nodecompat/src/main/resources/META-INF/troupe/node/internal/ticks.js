// nodejs.org/api/process.html#processnexttickcallback-args, v22, and queueMicrotask. The engine runs microtasks when the outermost call
// from Java returns; the realm calls drain() before that and again while ticks were scheduled. Missing: nothing.
'use strict';

const { release, snapshot, run } = require('internal/async_context');
const realm = internalBinding('realm');

const { apply } = Reflect;
const promise = Promise.resolve();
const { then } = Promise.prototype;

/** A queue of rows callback, context, arguments; the head moves, and the array is cut when it was emptied. */
let queue = [];
let head = 0;
let draining = false;

/** The checks' module is loaded when one fails: most actors never need it. */
function refuse(callback) {
  require('internal/validators').validateFunction(callback, 'callback');
}

function nextTick(callback, ...args) {
  if (typeof callback !== 'function') refuse(callback);
  if (exited()) return;
  if (queue.length === 0 && !draining) realm.tickScheduled();
  queue.push(callback, snapshot(undefined, 'TickObject'), args);
}

let exited = () => false;
let rejections;

/** The module of unhandled rejections, once there was one: it is asked when no tick is left. */
function setRejections(module) {
  rejections = module;
}

/** The process module says when nothing may be scheduled any more. */
function setExited(test) {
  exited = test;
}

function runIn(context, callback, args) {
  try {
    run(context, callback, undefined, ...args);
  } finally {
    release(context);
  }
}

/** Runs all ticks; what a tick throws goes to the caller, and the rest waits for the next call. */
function drain() {
  if (draining) return;
  if (head === queue.length && rejections !== undefined && rejections.waiting()) {
    rejections.tell();
    return;
  }
  draining = true;
  try {
    while (head < queue.length) {
      const callback = queue[head];
      const context = queue[head + 1];
      const args = queue[head + 2];
      queue[head] = queue[head + 1] = queue[head + 2] = undefined;
      head += 3;
      if (context === undefined) apply(callback, undefined, args);
      else runIn(context, callback, args);
    }
  } finally {
    draining = false;
    if (head === queue.length) {
      queue = [];
      head = 0;
    }
    // the microtasks of these ticks come before
    if (rejections !== undefined && rejections.waiting()) realm.tickScheduled();
  }
}

/** Is a tick waiting? */
const pending = () => head < queue.length;

// the engine carries the async context into promise jobs
function queueMicrotask(callback) {
  if (typeof callback !== 'function') refuse(callback);
  apply(then, promise, [() => {
    try {
      callback();
    } catch (error) {
      require('internal/process/execution').uncaught(error);
    }
  }]);
}

module.exports = { nextTick, queueMicrotask, drain, pending, setExited, setRejections };
