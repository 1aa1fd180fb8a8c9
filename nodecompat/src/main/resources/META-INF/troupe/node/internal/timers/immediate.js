// nodejs.org/api/timers.html#class-immediate, v22. The realm runs ticks and microtasks after each immediate. Missing: nothing.
'use strict';

const { release, snapshot, run } = require('internal/async_context');
const { bounded, changeCount, startTimeout } = require('internal/timers');
const realm = internalBinding('realm');

let queue = new Set();
let current;
let refs = 0;
let wired = false;
let asked = false;
let finish;
let contextOf;

/** One call of `check` in the next check phase. */
function ask() {
  if (asked) return;
  asked = true;
  realm.check();
}

function changeRefs(change) {
  const before = refs;
  refs += change;
  if (before === 0 && refs > 0) realm.ref();
  else if (before > 0 && refs === 0) realm.unref();
}

class Immediate {
  #context = snapshot(this, 'Immediate');
  #held = true;

  constructor(callback, args) {
    this._onImmediate = callback;
    this._argv = args;
    this._destroyed = false;
    changeRefs(1);
  }

  ref() {
    if (!this.#held && !this._destroyed) {
      this.#held = true;
      changeRefs(1);
    }
    return this;
  }

  unref() {
    if (this.#held) {
      this.#held = false;
      changeRefs(-1);
    }
    return this;
  }

  hasRef() {
    return this.#held;
  }

  [Symbol.dispose]() {
    clearImmediate(this);
  }

  static {
    finish = (immediate) => {
      immediate._destroyed = true;
      changeCount(-1);
      immediate.unref();
    };
    contextOf = (immediate) => immediate.#context;
  }
}

function runOne(immediate) {
  const { _onImmediate: callback, _argv: args } = immediate;
  const context = contextOf(immediate);
  finish(immediate);
  immediate._onImmediate = null;
  try {
    run(context, callback, immediate, ...(args ?? []));
  } finally {
    release(context);
  }
}

/** Runs one of the immediates that were waiting when this check phase began. */
function check() {
  asked = false;
  current ??= begin();
  for (const immediate of current) {
    if (!immediate._destroyed && refs === 0 && !realm.alive()) {
      sleep();
      return;
    }
    current.delete(immediate);
    if (immediate._destroyed) continue;
    realm.again();
    runOne(immediate);
    return;
  }
  current = undefined;
  if (queue.size > 0) ask();
}

/** Nothing but immediates without a reference is left: they run if something else wakes the loop. */
function sleep() {
  queue = new Set([...current, ...queue]);
  current = undefined;
  startTimeout(() => {
    if (queue.size > 0) ask();
  }, 1, undefined, false, false);
}

function begin() {
  const due = queue;
  queue = new Set();
  return due;
}

function startImmediate(callback, args) {
  bounded();
  if (!wired) {
    wired = true;
    realm.onCheck(check);
  }
  const immediate = new Immediate(callback, args);
  changeCount(1);
  if (current === undefined) ask();
  queue.add(immediate);
  return immediate;
}

function clearImmediate(immediate) {
  if (!immediate?._onImmediate || immediate._destroyed || !(immediate instanceof Immediate)) return;
  finish(immediate);
  immediate._onImmediate = null;
  if (!queue.delete(immediate)) current?.delete(immediate);
}

const activeResources = () => [...queue, ...(current ?? [])].filter((one) => one.hasRef()).map(() => 'Immediate');

module.exports = { Immediate, activeResources, startImmediate, clearImmediate };
