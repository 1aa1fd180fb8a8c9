// The arguments of test(), describe() and their kin (nodejs.org/api/test.html#testname-options-fn, v22). Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { validateAbortSignal, validateNumber, validateUint32 } = require('internal/validators');

const MOST_MILLIS = 2 ** 31 - 1;

function noop() {}

/** (name?, options?, fn?) in one object; `overrides` are those of test.skip() and its kin. */
function readArguments(name, options, fn, overrides) {
  if (typeof name === 'function') {
    fn = name;
    name = undefined;
    options = undefined;
  } else if (name !== null && typeof name === 'object') {
    fn = options;
    options = name;
    name = undefined;
  } else if (typeof options === 'function') {
    fn = options;
    options = undefined;
  }
  if (options === null || typeof options !== 'object') options = {};
  const given = { ...options, ...overrides, fn: typeof fn === 'function' ? fn : noop };
  const chosen = name ?? options.name ?? given.fn.name;
  given.name = typeof chosen === 'string' && chosen !== '' && given.fn !== noop ? chosen : (typeof chosen === 'string' && chosen !== 'noop' && chosen) || '<anonymous>';
  return check(given);
}

function check(given) {
  const { timeout, signal, concurrency, plan } = given;
  if (timeout != null && timeout !== Infinity) validateNumber(timeout, 'options.timeout', 0, MOST_MILLIS);
  validateAbortSignal(signal ?? undefined, 'options.signal');
  if (typeof concurrency === 'number') validateUint32(concurrency, 'options.concurrency', true);
  else if (concurrency != null && typeof concurrency !== 'boolean') {
    throw new codes.ERR_INVALID_ARG_TYPE('options.concurrency', ['boolean', 'number'], concurrency);
  }
  if (plan !== undefined) validateNumber(plan, 'options.plan');
  return given;
}

/** How many subtests may run at once. */
function concurrencyOf(given, inherited) {
  if (given == null) return inherited;
  if (typeof given === 'number') return given;
  return given ? Infinity : 1;
}

/** The fields of a hook. */
function readHook(fn, options) {
  const { timeout, signal } = options ?? {};
  if (timeout != null && timeout !== Infinity) validateNumber(timeout, 'options.timeout', 0, MOST_MILLIS);
  validateAbortSignal(signal ?? undefined, 'options.signal');
  return { fn: fn ?? noop, timeout, signal };
}

module.exports = { readArguments, readHook, concurrencyOf, MOST_MILLIS };
