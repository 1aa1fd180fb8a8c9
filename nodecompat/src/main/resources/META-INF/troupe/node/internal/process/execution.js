// nodejs.org/api/process.html#process-events, v22: how a program ends, and what happens to errors nobody caught. Missing:
// 'multipleResolves' (deprecated), --unhandled-rejections modes other than throw.
'use strict';

const { process } = require('internal/process/object');
const { codes } = require('internal/errors');
const { validateFunction, validateInteger } = require('internal/validators');
const { failedIn, run } = require('internal/async_context');
const ticks = require('internal/ticks');
const realm = internalBinding('realm');

let exiting = false;
let capture = null;
let domains;
let domainsLoaded;

function checkedCode(code, name) {
  if (code === undefined || code === null) return code;
  if (typeof code === 'string' && code !== '' && Number.isInteger(Number(code))) return code;
  validateInteger(code, name);
  return code;
}

const toNumber = (code) => Number(code ?? 0) | 0;

/** Emits 'exit' once; gives the final code. */
function exit(code) {
  if (!exiting) {
    exiting = true;
    process._exiting = true;
    ticks.setExited(() => exiting);
    if (code !== undefined && (process.exitCode === undefined || code !== 0)) process.exitCode = code;
    process.emit('exit', toNumber(process.exitCode ?? code));
  }
  return toNumber(process.exitCode ?? code);
}

/** process.exit(code) */
function exitNow(code, given) {
  if (given) checkedCode(code, 'code');
  if (code !== undefined && code !== null) process.exitCode = code;
  let failure;
  if (!exiting) {
    exiting = true;
    process._exiting = true;
    ticks.setExited(() => exiting);
    try {
      process.emit('exit', toNumber(process.exitCode));
    } catch (error) {
      failure = { error };
    }
  }
  if (failure !== undefined) {
    exiting = true;
    if (!fatal(failure.error, 'uncaughtException')) die(failure.error, 7);
  }
  process.reallyExit(toNumber(process.exitCode));
}

function beforeExit(code) {
  process.emit('beforeExit', toNumber(process.exitCode ?? code));
}

/** An error that nobody caught; true if a listener took it. */
function fatal(thrown, origin) {
  let error = thrown;
  if (domains !== undefined) {
    const outcome = domains(thrown);
    if (outcome.handled) return true;
    error = outcome.error;
  }
  return run(failedIn(thrown), tellFatal, undefined, error, origin);
}

function tellFatal(error, origin) {
  if (capture !== null) {
    capture(error);
    return true;
  }
  process.emit('uncaughtExceptionMonitor', error, origin);
  return process.emit('uncaughtException', error, origin);
}

function die(error, code) {
  realm.write(2, `${require('internal/process/report').inspectError(error)}\n`);
  realm.exit(exit(code));
}

/** As fatal, from within the realm: ends the program if nobody takes the error. */
function uncaught(error, origin = 'uncaughtException') {
  let handled;
  try {
    handled = fatal(error, origin);
  } catch (another) {
    die(another, 7);
  }
  if (!handled) die(error, 1);
}

/** A rejection nobody handled: the program is told once no tick is left. */
const rejection = (promise, reason) => {
  require('internal/process/promises').rejected(promise, reason);
  return true;
};

function setCapture(fn) {
  if (fn === null) {
    capture = null;
    return;
  }
  if (typeof fn !== 'function') throw new codes.ERR_INVALID_ARG_TYPE('fn', ['Function', 'null'], fn);
  validateFunction(fn, 'fn');
  if (domains !== undefined) throw mutuallyExclusive();
  if (capture !== null) throw new codes.ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET();
  capture = fn;
}

/** The module of domains, once it is loaded: it is asked first. `stack` is of where that was. */
function setDomains(handle, stack) {
  if (capture !== null) throw new codes.ERR_DOMAIN_CALLBACK_NOT_AVAILABLE();
  domains = handle;
  domainsLoaded = stack;
}

function mutuallyExclusive() {
  const error = new codes.ERR_DOMAIN_CANNOT_SET_UNCAUGHT_EXCEPTION_CAPTURE();
  error.stack += `\n${'-'.repeat(40)}\n${domainsLoaded}`;
  return error;
}

module.exports = {
  beforeExit,
  checkedCode,
  exit,
  exitNow,
  exitCode: () => toNumber(process.exitCode),
  fatal,
  hasCapture: () => capture !== null,
  rejection,
  setCapture,
  setDomains,
  uncaught,
};
