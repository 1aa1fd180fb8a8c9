// nodejs.org/api/timers.html, v22: the pending timers of an actor. One list for each duration, since timers of one duration fall due in
// the order they were made, and one wake-up of the actor for all of them. Missing: nothing.
'use strict';

const { release, snapshot, run } = require('internal/async_context');
const realm = internalBinding('realm');

const TIMEOUT_MAX = 2 ** 31 - 1;
const LIMIT = realm.timerLimit();
const { apply } = Reflect;

/** duration to list; a list is a circle of timers through its own `next` and `previous`, with `expiry`, when its first one may be due. */
const lists = new Map();
const known = new Map();
let count = 0;
let refs = 0;
let nextId = 1;
let armedFor = Infinity;
let running = false;
let wired = false;

class TimersList {
  constructor(duration, expiry) {
    this.next = this;
    this.previous = this;
    this.duration = duration;
    this.expiry = expiry;
  }
}

function bounded() {
  if (count >= LIMIT) {
    throw Object.assign(new RangeError(`More than ${LIMIT} timers and immediates are pending (Limits.timers)`), { code: 'ERR_TOO_MANY_TIMERS' });
  }
}

function wire() {
  if (wired) return;
  wired = true;
  realm.onTimer(tick);
}

function arm(expiry, now) {
  armedFor = expiry;
  realm.setTimer(Math.max(0, expiry - now));
}

function insert(timer, start = now()) {
  wire();
  const duration = timer._idleTimeout;
  timer._idleStart = start;
  let list = lists.get(duration);
  if (list === undefined) {
    list = new TimersList(duration, start + duration);
    lists.set(duration, list);
    if (!running && list.expiry < armedFor) arm(list.expiry, now());
  }
  timer.list = list;
  timer.previous = list.previous;
  timer.next = list;
  list.previous.next = timer;
  list.previous = timer;
  count++;
}

function unlink(timer) {
  const { list } = timer;
  if (list === null) return;
  timer.previous.next = timer.next;
  timer.next.previous = timer.previous;
  timer.next = timer.previous = timer.list = null;
  count--;
  if (list.next === list) lists.delete(list.duration);
  if (lists.size === 0 && !running && armedFor !== Infinity) {
    armedFor = Infinity;
    realm.setTimer(-1);
  }
}

/** Milliseconds of the loop; the clock is read anew, as time may have passed since the turn began. */
function now() {
  realm.updateNow();
  return Number(realm.now());
}

function changeRefs(change) {
  const before = refs;
  refs += change;
  if (before === 0 || refs === 0) realm.refTimer(refs > 0);
}

function holdRef(timer) {
  if (timer.held) return;
  timer.held = true;
  changeRefs(1);
}

function dropRef(timer) {
  if (!timer.held) return;
  timer.held = false;
  changeRefs(-1);
}

function start(timer) {
  bounded();
  insert(timer);
  if (timer.wantsRef) {
    if (refs === 0) realm.refTimer(true);
    holdRef(timer);
  } else if (refs === 0) {
    realm.refTimer(false);
  }
}

function stop(timer) {
  if (timer._destroyed && timer.list === null) return;
  timer._destroyed = true;
  timer._idleTimeout = -1;
  unlink(timer);
  dropRef(timer);
  release(timer.context);
  if (timer.id !== 0) known.delete(timer.id);
}

/** The list that falls due first; lists are few (one for each duration in use). */
function earliest() {
  let found;
  for (const list of lists.values()) if (found === undefined || list.expiry < found.expiry) found = list;
  return found;
}

/** The first timer of a due list; moves lists whose first timer was restarted or removed to their true expiry. */
function nextDue(time) {
  for (;;) {
    const list = earliest();
    if (list === undefined || list.expiry > time) return undefined;
    const timer = list.next;
    const due = timer._idleStart + list.duration;
    if (due <= time) return timer;
    list.expiry = due;
  }
}

let phaseTime = -1;

/** Runs one due timer: the realm runs ticks and microtasks after each, and calls again until none is due. */
function tick() {
  if (phaseTime < 0) phaseTime = now();
  running = true;
  const timer = nextDue(phaseTime);
  if (timer === undefined) {
    endPhase();
    return;
  }
  if (realm.again !== undefined) realm.again();
  else endPhase();
  fire(timer);
}

function endPhase() {
  running = false;
  phaseTime = -1;
  const list = earliest();
  if (list === undefined) armedFor = Infinity;
  else arm(list.expiry, now());
}

let firing;

function fire(timer) {
  const { _onTimeout: callback, context, args } = timer;
  const { list } = timer;
  unlinkForRun(timer, list);
  firing = timer;
  try {
    if (typeof callback !== 'function') timer._repeat = null; // the program took it away
    else if (context !== undefined) run(context, callback, timer, ...(args ?? []));
    else if (args === undefined) apply(callback, timer, []);
    else apply(callback, timer, args);
  } finally {
    firing = undefined;
    if (timer._repeat !== null && timer._onTimeout && !timer._destroyed && timer._idleTimeout !== -1 && timer.list === null) {
      timer._idleTimeout = timer._repeat;
      insert(timer);
    } else if (timer.list === null && !timer._destroyed) {
      timer._destroyed = true;
      dropRef(timer);
      release(timer.context);
      if (timer.id !== 0) known.delete(timer.id);
    }
  }
}

function unlinkForRun(timer, list) {
  unlink(timer);
  if (list.next !== list) list.expiry = list.next._idleStart + list.duration;
}

function durationOf(after) {
  const number = after * 1;
  if (number >= 1 && number <= TIMEOUT_MAX) return Math.trunc(number);
  if (number > TIMEOUT_MAX || number < 0 || Number.isNaN(number)) warnOverflow(after, number);
  return 1;
}

function warnOverflow(after, number) {
  const { process } = require('internal/process/object');
  if (number > TIMEOUT_MAX) {
    process.emitWarning(`${number} does not fit into a 32-bit signed integer.\nTimeout duration was set to 1.`, 'TimeoutOverflowWarning');
  } else if (number < 0) {
    process.emitWarning(`${number} is a negative number.\nTimeout duration was set to 1.`, 'TimeoutNegativeWarning');
  } else if (after !== undefined) {
    process.emitWarning(`${after} is not a number.\nTimeout duration was set to 1.`, 'TimeoutNaNWarning');
  }
}

class Timeout {
  constructor(callback, after, args, repeat, wantsRef) {
    this._idleTimeout = durationOf(after);
    this._idleStart = null;
    this._onTimeout = callback;
    this._repeat = repeat ? this._idleTimeout : null;
    this._destroyed = false;
    hide(this, args, wantsRef);
  }

  ref() {
    this.wantsRef = true;
    if (!this._destroyed) holdRef(this);
    return this;
  }

  unref() {
    this.wantsRef = false;
    dropRef(this);
    return this;
  }

  hasRef() {
    return this.wantsRef;
  }

  refresh() {
    if (this._destroyed && this._idleTimeout === -1) return this;
    unlink(this);
    const again = this._destroyed;
    this._destroyed = false;
    if (again) start(this);
    else insert(this);
    return this;
  }

  close() {
    stop(this);
    return this;
  }

  [Symbol.toPrimitive]() {
    if (this.id === 0) {
      this.id = nextId++;
      if (!this._destroyed) known.set(this.id, this);
    }
    return this.id;
  }

  [Symbol.dispose]() {
    stop(this);
  }
}

/** The fields that inspect must not show. */
function hide(timer, args, wantsRef) {
  const field = (name, value) => Object.defineProperty(timer, name, { __proto__: null, value, writable: true });
  field('list', null);
  field('next', null);
  field('previous', null);
  field('args', args);
  field('context', snapshot(timer, 'Timeout'));
  field('wantsRef', wantsRef);
  field('held', false);
  field('id', 0);
}

/** A timer that runs; for built-ins, too (socket timeouts use wantsRef = false). */
function startTimeout(callback, after, args, repeat = false, wantsRef = true) {
  const timer = new Timeout(callback, after, args, repeat, wantsRef);
  start(timer);
  return timer;
}

function clearTimeout(timer) {
  if (timer instanceof Timeout) {
    stop(timer);
  } else if (typeof timer === 'number' || typeof timer === 'string') {
    const found = known.get(Number(timer));
    if (found !== undefined && String(found.id) === String(timer)) stop(found);
  } else if (timer?._onTimeout) {
    timer._onTimeout = null;
  }
}

module.exports = {
  TIMEOUT_MAX,
  Timeout,
  activeResources: () => [...lists.values()].flatMap((list) => countHeld(list)).concat(firing?.held && firing.list === null ? ['Timeout'] : []),
  bounded,
  changeCount(change) {
    count += change;
  },
  clearTimeout,
  startTimeout,
};

function countHeld(list) {
  const names = [];
  for (let timer = list.next; timer !== list; timer = timer.next) if (timer.held) names.push('Timeout');
  return names;
}
