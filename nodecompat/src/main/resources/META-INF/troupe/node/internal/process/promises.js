// nodejs.org/api/process.html#event-unhandledrejection and cli.html#--unhandled-rejectionsmode, v22. The engine reports a rejection when the
// microtasks of a callback have run. Node waits until no tick is left either, so a report is kept until then. Missing: 'multipleResolves', which
// is deprecated; 'rejectionHandled' when the late handler is an `await`: the engine does not tell, a watched promise's own `then` does.
'use strict';

const { process } = require('internal/process/object');
const { codes } = require('internal/errors');
const { option } = require('internal/options');
const realm = internalBinding('realm');

const { apply, defineProperty, getPrototypeOf } = Reflect;
const SEE = 'To terminate the node process on unhandled promise rejection, use the CLI flag `--unhandled-rejections=strict` (see ' +
  'https://nodejs.org/api/cli.html#cli_unhandled_rejections_mode). ';
const CAUSE = 'This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was ' +
  'not handled with .catch(). ';

const pending = [];
/** Where the reports of the last callback begin: the engine tells of the newest first. */
let batch = 0;
const asyncHandled = [];
let lastId = 0;
let mode;

function chosenMode() {
  mode ??= option('--unhandled-rejections') ?? 'throw';
  return mode;
}

/** From the engine: nobody handles the promise. */
function rejected(promise, reason) {
  const entry = { promise, reason, id: 0, handled: false, told: false, warned: false };
  watch(entry);
  pending.splice(batch, 0, entry);
  realm.tickScheduled();
}

/** Hears of a late handler: `then` of this one promise is replaced until somebody calls it. */
function watch(entry) {
  const { promise } = entry;
  if (Object.hasOwn(promise, 'then')) return;
  const value = function then(...args) {
    delete promise.then;
    handledLate(entry);
    return apply(getPrototypeOf(promise).then, this, args);
  };
  defineProperty(promise, 'then', { __proto__: null, value, writable: true, enumerable: false, configurable: true });
}

function handledLate(entry) {
  if (entry.handled) return;
  entry.handled = true;
  if (!entry.told) return;
  asyncHandled.push(entry);
  realm.tickScheduled();
}

/** Is there something to tell? Asked between two callbacks. */
function waiting() {
  batch = pending.length;
  return batch > 0 || asyncHandled.length > 0;
}

/** Tells of all that was reported; what a listener throws is an uncaught exception of its own. */
function tell() {
  while (asyncHandled.length > 0) guarded(tellHandled, asyncHandled.shift());
  batch = 0;
  for (const entry of pending.splice(0)) {
    if (entry.handled) continue;
    entry.told = true;
    entry.id = ++lastId;
    guarded(MODES[chosenMode()] ?? MODES.throw, entry);
  }
}

function guarded(step, entry) {
  try {
    step(entry);
  } catch (error) {
    require('internal/process/execution').uncaught(error);
  }
}

function tellHandled(entry) {
  if (process.emit('rejectionHandled', entry.promise) || !entry.warned) return;
  const warning = new Error(`Promise rejection was handled asynchronously (rejection id: ${entry.id})`);
  warning.name = 'PromiseRejectionHandledWarning';
  warning.id = entry.id;
  process.emitWarning(warning);
}

const emit = (entry) => process.emit('unhandledRejection', entry.reason, entry.promise);

function raise(entry) {
  const error = asError(entry.reason);
  if (!require('internal/process/execution').fatal(error, 'unhandledRejection')) realm.fatal(error, true);
}

const MODES = {
  __proto__: null,
  none: emit,
  throw(entry) {
    if (!emit(entry)) raise(entry);
  },
  strict(entry) {
    raise(entry);
    if (!emit(entry)) warn(entry);
  },
  warn(entry) {
    warn(entry);
    emit(entry);
  },
  'warn-with-error-codes'(entry) {
    if (emit(entry)) return;
    warn(entry);
    process.exitCode = 1;
  },
};

/** An object with a stack of its own is an error, whatever its class. */
function isErrorLike(reason) {
  return typeof reason === 'object' && reason !== null && Object.hasOwn(reason, 'stack');
}

function textOf(reason) {
  try {
    if (reason === null || (typeof reason !== 'object' && typeof reason !== 'function')) return String(reason);
    return `#<${reason.constructor?.name || 'Object'}>`;
  } catch {
    return '#<Object>';
  }
}

function asError(reason) {
  if (reason instanceof Error || isErrorLike(reason)) return reason;
  const error = new Error(new codes.ERR_UNHANDLED_REJECTION(textOf(reason)).message);
  error.code = 'ERR_UNHANDLED_REJECTION';
  defineProperty(error, 'name', { __proto__: null, value: 'UnhandledPromiseRejection', writable: true, configurable: true });
  return error;
}

function warn(entry) {
  entry.warned = true;
  const { reason } = entry;
  const warning = new Error(`Unhandled promise rejection. ${CAUSE}${SEE}(rejection id: ${entry.id})`);
  warning.name = 'UnhandledPromiseRejectionWarning';
  let first = textOf(reason);
  try {
    if (isErrorLike(reason)) {
      warning.stack = reason.stack;
      first = reason.stack;
    }
  } catch {
    // an error that cannot be read is shown by its text
  }
  process.emitWarning(first, 'UnhandledPromiseRejectionWarning');
  process.emitWarning(warning);
}

require('internal/ticks').setRejections({ waiting, tell });

module.exports = { rejected };
