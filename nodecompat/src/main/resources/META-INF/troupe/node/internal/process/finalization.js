// nodejs.org/api/process.html#processfinalizationregisterref-callback, v22: callbacks for objects that are still alive when the program ends.
// The object is held weakly. Missing: nothing.
'use strict';

const { process } = require('internal/process/object');
const { validateFunction, validateObject } = require('internal/validators');

/** event to entries { ref, callback }. */
const waiting = { exit: new Set(), beforeExit: new Set() };
const registry = new FinalizationRegistry(([event, entry]) => waiting[event].delete(entry));
const listening = { exit: false, beforeExit: false };

function add(event, object, callback) {
  validateObject(object, 'ref', { allowFunction: true });
  validateFunction(callback, 'callback');
  const entry = { ref: new WeakRef(object), callback };
  waiting[event].add(entry);
  registry.register(object, [event, entry], object);
  if (listening[event]) return;
  listening[event] = true;
  process.on(event, () => call(event));
}

function call(event) {
  const entries = [...waiting[event]];
  waiting[event].clear();
  for (const { ref, callback } of entries) {
    const object = ref.deref();
    if (object !== undefined) callback(object, event);
  }
}

function unregister(object) {
  registry.unregister(object);
  for (const entries of [waiting.exit, waiting.beforeExit]) {
    for (const entry of entries) if (entry.ref.deref() === object) entries.delete(entry);
  }
}

module.exports = {
  finalization: {
    register: (ref, callback) => add('exit', ref, callback),
    registerBeforeExit: (ref, callback) => add('beforeExit', ref, callback),
    unregister,
  },
};
