// nodejs.org/api/deprecations.html#DEP0095, DEP0096, DEP0126, DEP0127, v22: timers on objects of the program's own. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { validateNumber } = require('internal/validators');
const { clearTimeout, startTimeout, Timeout, TIMEOUT_MAX } = require('internal/timers');
const realm = internalBinding('realm');

/** item to the timer that runs for it. */
const running = new WeakMap();

function stop(item) {
  const timer = running.get(item);
  if (timer !== undefined) clearTimeout(timer);
  running.delete(item);
}

function enroll(item, msecs) {
  validateNumber(msecs, 'msecs');
  if (msecs < 0 || !Number.isFinite(msecs)) throw new codes.ERR_OUT_OF_RANGE('msecs', 'a non-negative finite number', msecs);
  if (msecs > TIMEOUT_MAX) {
    require('internal/process/object').process.emitWarning(
      `${msecs} does not fit into a 32-bit signed integer.\nTimer duration was truncated to ${TIMEOUT_MAX}.`, 'TimeoutOverflowWarning');
    msecs = TIMEOUT_MAX;
  }
  stop(item);
  item._idleTimeout = msecs;
  item._idleNext = item._idlePrev = item;
}

function unenroll(item) {
  if (item instanceof Timeout) {
    clearTimeout(item);
    return;
  }
  stop(item);
  item._idleTimeout = -1;
  item._idleNext = item._idlePrev = null;
}

function activate(item, wantsRef) {
  const msecs = item._idleTimeout;
  if (msecs === undefined || msecs < 0) return;
  stop(item);
  item._idleStart = Number(realm.now());
  item._idleNext = item._idlePrev = item;
  const timer = startTimeout(() => {
    if (running.get(item) === timer) running.delete(item);
    item._onTimeout?.();
  }, msecs, undefined, false, wantsRef);
  running.set(item, timer);
}

module.exports = { enroll, unenroll, activate };
