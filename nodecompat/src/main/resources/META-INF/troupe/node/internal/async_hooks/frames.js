// nodejs.org/api/async_context.html, v22: what callbacks carry. One variable of the engine holds the frame that runs; a frame has the values of
// all storages as a list that is never changed, so that a callback keeps what was there when it was stored. Each run of a stored callback has a
// frame of its own: what enterWith() changes in it reaches neither the callbacks beside it nor the next event. Loaded by the first storage.
// Missing: a job of a promise shares the frame of the callback that made it, so it also sees an enterWith() that came after.
'use strict';

const { EngineVariable } = require('internal/async_context');

const current = new EngineVariable();

class Frame {
  constructor(values) {
    this.values = values;
    this.changed = false;
  }

  /**
   * Synchronously there is one callback and so one frame: enterWith() of another storage within a run() stays when it has returned. `key`, the
   * storage of that run(), is again what it was outside.
   */
  handTo(outer, key) {
    const own = find(outer.values, key);
    const others = without(this.values, key);
    outer.values = own === undefined ? others : { key, value: own.value, next: others };
    outer.changed = true;
  }

  /** As a captured one: `body` runs in a copy. */
  run(body) {
    const frame = new Frame(this.values);
    try {
      return current.run(frame, body);
    } catch (error) {
      failure = { error, frame };
      throw error;
    }
  }
}

/** What a callback threw last, and its frame. */
let failure;

/** The frame that `error` was thrown in, where an 'uncaughtException' is told; undefined if that is not known. */
function failedIn(error) {
  const frame = failure?.error === error ? failure.frame : undefined;
  failure = undefined;
  return frame;
}

/** What runs before and beside all frames: the program's first lines. */
const root = new Frame(undefined);

const here = () => current.get() ?? root;

function find(values, key) {
  for (let at = values; at !== undefined; at = at.next) if (at.key === key) return at;
  return undefined;
}

function without(values, key) {
  if (find(values, key) === undefined) return values;
  return values.key === key ? values.next : { key: values.key, value: values.value, next: without(values.next, key) };
}

const changed = (key, value) => ({ key, value, next: without(here().values, key) });

/** One value of a frame, with the methods of the engine's variables, and `set`. */
class ContextVariable {
  get(otherwise) {
    const found = find(here().values, this);
    return found === undefined ? otherwise : found.value;
  }

  run(value, fn, ...args) {
    const outer = here();
    const inner = this.frame(value);
    const result = current.run(inner, fn, ...args);
    if (inner.changed) inner.handTo(outer, this);
    return result;
  }

  /** For `current.run`: what is run there sees this value. */
  frame(value) {
    return new Frame(changed(this, value));
  }

  set(value) {
    const frame = here();
    frame.values = changed(this, value);
    frame.changed = true;
  }
}

module.exports = { ContextVariable, current, here, failedIn, capture: () => new Frame(here().values) };
