// nodejs.org/api/process.html#signal-events, v22. A program may signal itself only. Missing: signals of the operating system.
'use strict';

const { process } = require('internal/process/object');
const { codes, errnoException } = require('internal/errors');
const realm = internalBinding('realm');

const NAMES =
  'SIGHUP SIGINT SIGQUIT SIGILL SIGTRAP SIGABRT SIGBUS SIGFPE SIGKILL SIGUSR1 SIGSEGV SIGUSR2 SIGPIPE SIGALRM SIGTERM SIGSTKFLT SIGCHLD ' +
  'SIGCONT SIGSTOP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGXCPU SIGXFSZ SIGVTALRM SIGPROF SIGWINCH SIGIO SIGPWR SIGSYS';
const signals = { __proto__: null };
NAMES.split(' ').forEach((name, i) => {
  signals[name] = i + 1;
});
Object.assign(signals, { SIGIOT: 6, SIGPOLL: 29 });
const HARMLESS = new Set(['SIGCHLD', 'SIGCONT', 'SIGURG', 'SIGWINCH']);

/** The host asks to stop: ctx.signal aborts and the event is emitted; true if the program listens. */
function signal(name) {
  require('internal/context').stop(name);
  return process.emit(name, name, signals[name]);
}

function deliver(name) {
  if (!process.emit(name, name, signals[name]) && !HARMLESS.has(name)) {
    realm.exit(require('internal/process/execution').exit(128 + signals[name]));
  }
}

function kill(pid, sig) {
  // "12" is a pid, too
  if (pid != (pid | 0)) throw new codes.ERR_INVALID_ARG_TYPE('pid', 'number', pid);
  let number;
  if (typeof sig === 'number') {
    if (sig !== 0 && !(sig >= 1 && sig <= 31)) throw errnoException('EINVAL', 'kill');
    number = sig;
  } else {
    const name = sig || 'SIGTERM';
    number = signals[name];
    if (number === undefined) throw new codes.ERR_UNKNOWN_SIGNAL(name);
  }
  const failure = process._kill(Number(pid), number);
  if (failure) throw errnoException(failure, 'kill');
  return true;
}

/** A program may signal itself only. The number of an error, or 0. */
function send(pid, number) {
  if (pid !== process.pid) return -1;
  if (number !== 0) {
    const name = Object.keys(signals).find((one) => signals[one] === number);
    realm.post(() => deliver(name));
  }
  return 0;
}

module.exports = { signal, kill, send, signals };
