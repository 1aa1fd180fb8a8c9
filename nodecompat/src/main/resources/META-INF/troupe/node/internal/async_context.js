// The async context that callbacks carry (nodejs.org/api/async_context.html, v22), over the engine's AsyncContext proposal, which
// follows await, then and generators by itself. Captured before any program code ran: the global is taken away. Missing: nothing.
'use strict';

const { Variable } = AsyncContext;

/** The module of frames, from the first variable on: until then callbacks carry nothing. */
let frames;
let tracker;
let decorate;

/**
 * The context of this moment, to hand to `run` later; undefined while nobody has made an AsyncLocalStorage. `resource` and `type` say what for,
 * to async hooks.
 */
function snapshot(resource, type) {
  const captured = capture(resource, type);
  return decorate === undefined ? captured : decorate(captured, resource);
}

function capture(resource, type) {
  const captured = frames === undefined ? undefined : frames.capture();
  return tracker !== undefined && type !== undefined ? tracker.begin(captured, resource, type) : captured;
}

/** What a snapshot was taken for runs no more: async hooks hear of it. */
function release(captured) {
  if (captured !== undefined && tracker !== undefined) captured.destroy?.();
}

/** From here on `made(captured, resource)` is what a snapshot is; it has `run` and may have `destroy`. */
function setDecorator(made) {
  decorate = made;
}

/** From here on snapshots that name a resource are made by `begin(snapshot, resource, type)`. */
function setTracker(made) {
  tracker = made;
}

/** Calls `fn` in the context that `snapshot` captured. */
function run(captured, fn, thisArg, ...args) {
  if (captured === undefined) return Reflect.apply(fn, thisArg, args);
  return captured.run(() => Reflect.apply(fn, thisArg, args));
}

function inUse() {
  frames ??= require('internal/async_hooks/frames');
  return frames;
}

/** A variable of the context; from the first one on, snapshots are taken. */
function variable() {
  return new (inUse().ContextVariable)();
}

/** The context of the callback that threw `error`, if that is known. */
const failedIn = (error) => frames?.failedIn(error);

module.exports = {
  failedIn, snapshot, run, variable, release, setDecorator, setTracker, forceSnapshot: () => inUse().capture(), EngineVariable: Variable,
};
