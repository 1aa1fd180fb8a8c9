// nodejs.org/api/timers.html#class-immediate, v22. The realm runs ticks and microtasks after each immediate. Missing: nothing.
'use strict';

const { snapshot, run } = require('internal/async_context');
const { bounded, changeCount } = require('internal/timers');
const realm = internalBinding('realm');

let queue = new Set();
let current;
let refs = 0;
let wired = false;
let finish;
let contextOf;

function changeRefs(change) {
  const before = refs;
  refs += change;
  if (before === 0 && refs > 0) realm.ref();
  else if (before > 0 && refs === 0) realm.unref();
}

class Immediate {
  #context = snapshot();
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
  run(context, callback, immediate, ...(args ?? []));
}

/** Runs one of the immediates that were waiting when this check phase began. */
function check() {
  current ??= begin();
  for (const immediate of current) {
    current.delete(immediate);
    if (immediate._destroyed) continue;
    if (realm.again !== undefined) realm.again();
    else realm.check();
    runOne(immediate);
    return;
  }
  current = undefined;
  if (queue.size > 0) realm.check();
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
  if (queue.size === 0 && current === undefined) realm.check();
  queue.add(immediate);
  return immediate;
}

function clearImmediate(immediate) {
  if (!immediate?._onImmediate || immediate._destroyed || !(immediate instanceof Immediate)) return;
  finish(immediate);
  immediate._onImmediate = null;
  if (!queue.delete(immediate)) current?.delete(immediate);
}

module.exports = { Immediate, startImmediate, clearImmediate };
