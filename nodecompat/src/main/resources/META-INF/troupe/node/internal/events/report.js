// nodejs.org/api/events.html, v22: what an emitter says about errors that nobody hears and listeners that pile up. Missing: nothing.
'use strict';

const kEnhanced = Symbol('kEnhanceStackBeforeInspector');

/** Adds to the stack where the 'error' event came from, as the error itself may have been made long before. */
function enhance(emitter, error) {
  try {
    const here = {};
    Error.captureStackTrace(here, require('events').prototype.emit);
    const name = emitter.constructor?.name;
    const on = name && name !== 'EventEmitter' ? ` on ${name} instance` : '';
    const frames = here.stack.split('\n').slice(1).join('\n');
    Object.defineProperty(error, kEnhanced, {
      __proto__: null,
      value: () => `${error.stack}\nEmitted 'error' event${on} at:\n${frames}`,
      configurable: true,
    });
  } catch {
    // an error that cannot be extended is reported as it is
  }
}

function warnLeak(target, type, count, max) {
  const { inspect } = require('internal/util/inspect');
  const warning = new Error(
    `Possible EventEmitter memory leak detected. ${count} ${String(type)} listeners added to ${inspect(target, { depth: -1 })}. ` +
    `MaxListeners is ${max}. Use emitter.setMaxListeners() to increase limit`);
  warning.name = 'MaxListenersExceededWarning';
  warning.emitter = target;
  warning.type = type;
  warning.count = count;
  require('internal/process/object').process.emitWarning(warning);
}

module.exports = { enhance, warnLeak, kEnhanced };
