// nodejs.org/api/async_hooks.html, v22: ids of what runs later, and the hooks that hear of it. Timers, immediates, ticks, message ports and
// AsyncResource have ids, from the first call of this module's functions on. Missing: promises: the engine tells nobody when it makes or runs one,
// so a promise's callback has the id of what scheduled it last.
'use strict';

const { setTracker } = require('internal/async_context');
const realm = internalBinding('realm');

const { apply } = Reflect;
/** Enabled AsyncHooks; replaced, never changed, so that an event goes to those that were enabled when it began. */
let hooks = [];
let lastId = 1;
let destroyed = [];
const root = { id: 1, trigger: 0, resource: {} };
let current = root;
let tracking = false;

/** From now on callbacks have ids. */
function track() {
  if (tracking) return;
  tracking = true;
  setTracker({ begin: (snapshot, resource, type) => new Tracked(snapshot, resource, type) });
}

/** A hook that throws ends the program, whatever listens. */
function tell(event, ...args) {
  for (const hook of hooks) {
    const callback = hook.callbacks[event];
    if (callback === undefined) continue;
    try {
      apply(callback, hook.owner, args);
    } catch (error) {
      realm.write(2, `${require('internal/process/report').inspectError(error)}\n`);
      require('internal/process/object').process.exit(1);
    }
  }
}

/** The id of a callback or resource, and the async context that it runs in; undefined if that is the empty one. */
class Tracked {
  #snapshot;
  #gone = false;

  constructor(snapshot, resource, type, trigger = current.id) {
    this.#snapshot = snapshot;
    this.id = ++lastId;
    this.trigger = trigger;
    this.resource = resource ?? {};
    if (hooks.length > 0) tell('init', this.id, type, trigger, this.resource);
  }

  run(body) {
    const before = current;
    current = this;
    if (hooks.length > 0) tell('before', this.id);
    try {
      return this.#snapshot === undefined ? body() : this.#snapshot.run(body);
    } finally {
      if (hooks.length > 0) tell('after', this.id);
      current = before;
    }
  }

  /** Nothing runs for it any more. Hooks hear of it in a turn of its own. */
  destroy() {
    if (this.#gone) return;
    this.#gone = true;
    queueDestroy(this.id);
  }
}

function queueDestroy(id) {
  if (!hooks.some((hook) => hook.callbacks.destroy !== undefined)) return;
  if (destroyed.push(id) > 1) return;
  realm.post(() => {
    const ids = destroyed;
    destroyed = [];
    for (const one of ids) tell('destroy', one);
  });
}

function addHook(hook) {
  track();
  if (!hooks.includes(hook)) hooks = [...hooks, hook];
}

function removeHook(hook) {
  hooks = hooks.filter((one) => one !== hook);
}

module.exports = {
  Tracked,
  addHook,
  queueDestroy,
  removeHook,
  track,
  listening: () => hooks.length > 0,
  executionAsyncId() {
    track();
    return current.id;
  },
  triggerAsyncId() {
    track();
    return current.trigger;
  },
  executionAsyncResource() {
    track();
    return current.resource;
  },
};
