// nodejs.org/api/net.html#socketsettimeouttimeout-callback, v22: idle timeouts. One timer for each socket, which looks at the time of
// the last activity when it fires: activity then costs one number, and no timer.
'use strict';

const kIdle = Symbol('kIdle');
const kTimer = Symbol('kTimer');
const kDue = Symbol('kDue');
const LONGEST = 2 ** 31 - 1;

const { now } = Date;

function setIdleTimeout(socket, milliseconds, callback) {
  if (socket.destroyed) return socket;
  const { validateFunction, validateNumber } = require('internal/validators');
  validateNumber(milliseconds, 'msecs');
  if (milliseconds < 0 || !Number.isFinite(milliseconds)) {
    throw new (require('internal/errors').codes.ERR_OUT_OF_RANGE)('msecs', 'a non-negative finite number', milliseconds);
  }
  if (callback !== undefined) validateFunction(callback, 'callback');
  const delay = Math.min(milliseconds, LONGEST);
  socket.timeout = delay;
  if (delay === 0) {
    if (callback !== undefined) socket.removeListener('timeout', callback);
    return socket;
  }
  wait(socket, delay);
  if (callback !== undefined) socket.once('timeout', callback);
  return socket;
}

// A timer that is due before may stay: it looks again when it fires.
function wait(socket, delay) {
  socket.timeout = delay;
  socket[kIdle] = now();
  const due = socket[kIdle] + delay;
  if (socket[kTimer] === undefined || socket[kDue] > due) arm(socket, due);
}

function arm(socket, due) {
  const timers = require('timers');
  if (socket[kTimer] !== undefined) timers.clearTimeout(socket[kTimer]);
  socket[kDue] = due;
  socket[kTimer] = timers.setTimeout(check, Math.max(1, due - now()), socket);
  socket[kTimer].unref();
}

function check(socket) {
  socket[kTimer] = undefined;
  if (!socket.timeout || socket.destroyed) return;
  const due = socket[kIdle] + socket.timeout;
  if (due > now()) {
    arm(socket, due);
    return;
  }
  socket._onTimeout();
}

function touch(socket) {
  if (socket.timeout) socket[kIdle] = now();
}

// After a timeout that the program did nothing about, the next activity starts the wait anew.
function rearm(socket) {
  if (!socket.timeout || socket.destroyed) return;
  socket[kIdle] = now();
  if (socket[kTimer] === undefined) arm(socket, socket[kIdle] + socket.timeout);
}

function forget(socket) {
  if (socket[kTimer] !== undefined) require('timers').clearTimeout(socket[kTimer]);
  socket[kTimer] = undefined;
}

module.exports = { setIdleTimeout, wait, touch, rearm, forget, kIdle };
