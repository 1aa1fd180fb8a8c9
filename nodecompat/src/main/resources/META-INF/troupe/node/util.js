// nodejs.org/api/util.html, v22. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { defineLazy } = require('internal/lazy');
const internal = require('internal/util');
const { validateFunction, validateNumber, validateString } = require('internal/validators');

const isOneOf = (...kinds) => (value) => kinds.includes(typeof value);

function inherits(ctor, superCtor) {
  if (ctor === undefined || ctor === null) throw new codes.ERR_INVALID_ARG_TYPE('ctor', 'Function', ctor);
  if (superCtor === undefined || superCtor === null) throw new codes.ERR_INVALID_ARG_TYPE('superCtor', 'Function', superCtor);
  if (superCtor.prototype === undefined) throw new codes.ERR_INVALID_ARG_TYPE('superCtor.prototype', 'Object', superCtor.prototype);
  Object.defineProperty(ctor, 'super_', { __proto__: null, value: superCtor, writable: true, configurable: true });
  Object.setPrototypeOf(ctor.prototype, superCtor.prototype);
}

function callbackify(original) {
  validateFunction(original, 'original');
  function callbackified(...args) {
    const callback = args.pop();
    validateFunction(callback, 'last argument');
    const { nextTick } = require('internal/ticks');
    const done = callback.bind(this);
    Reflect.apply(original, this, args).then(
      (value) => nextTick(done, null, value),
      (error) => nextTick(done, error || falsyRejection(error)),
    );
  }
  const descriptors = Object.getOwnPropertyDescriptors(original);
  if (typeof descriptors.length.value === 'number') descriptors.length.value++;
  if (typeof descriptors.name.value === 'string') descriptors.name.value += 'Callbackified';
  return Object.defineProperties(callbackified, descriptors);
}

function falsyRejection(reason) {
  const error = new codes.ERR_FALSY_VALUE_REJECTION('Promise was rejected with falsy value');
  error.reason = reason;
  return error;
}

function systemErrorOf(number) {
  validateNumber(number, 'err');
  if (number >= 0 || !Number.isSafeInteger(number)) throw new codes.ERR_OUT_OF_RANGE('err', 'a negative integer', number);
  return require('internal/errors/system').errorMap().get(number);
}

/** 26 Feb 16:19:34 */
function timestamp() {
  const now = new Date();
  return `${now.getDate()} ${now.toDateString().slice(4, 7)} ${now.toTimeString().slice(0, 8)}`;
}

function toUSVString(text) {
  return `${text}`.toWellFormed();
}

function stripVTControlCharacters(text) {
  validateString(text, 'str');
  return require('internal/util/inspect/layout').stripAnsi(text);
}

module.exports = {
  _errnoException: (...args) => require('internal/errors').errnoException(...args),
  _exceptionWithHostPort: (...args) => require('internal/errors').exceptionWithHostPort(...args),
  _extend(target, source) {
    return source === null || typeof source !== 'object' ? target : Object.assign(target, source);
  },
  callbackify,
  deprecate: internal.deprecate,
  getSystemErrorMap: () => new Map(require('internal/errors/system').errorMap()),
  getSystemErrorName: (number) => systemErrorOf(number)?.[0] ?? `Unknown system error ${number}`,
  getSystemErrorMessage: (number) => systemErrorOf(number)?.[1] ?? `Unknown system error ${number}`,
  inherits,
  promisify: internal.promisify,
  stripVTControlCharacters,
  toUSVString,
  isArray: Array.isArray,
  isBoolean: isOneOf('boolean'),
  isBuffer: (value) => require('buffer').Buffer.isBuffer(value),
  isDate: (value) => require('internal/util/types').isDate(value),
  isDeepStrictEqual: (a, b, options) => require('internal/util/comparisons').isDeepStrictEqual(a, b, options),
  isError: (value) => internal.isError(value),
  isFunction: isOneOf('function'),
  isNull: (value) => value === null,
  isNullOrUndefined: (value) => value === null || value === undefined,
  isNumber: isOneOf('number'),
  isObject: (value) => value !== null && typeof value === 'object',
  isPrimitive: (value) => value === null || (typeof value !== 'object' && typeof value !== 'function'),
  isRegExp: (value) => require('internal/util/types').isRegExp(value),
  isString: isOneOf('string'),
  isSymbol: isOneOf('symbol'),
  isUndefined: isOneOf('undefined'),
  log: (...args) => require('internal/console/global').console.log('%s - %s', timestamp(), module.exports.format(...args)),
};

const lazy = (name, from, key = name) => defineLazy(module.exports, name, key === name ? from : () => require(from)[key]);
lazy('aborted', 'internal/abort_controller');
lazy('debug', 'internal/util/debuglog', 'debuglog');
lazy('debuglog', 'internal/util/debuglog');
lazy('format', 'internal/util/format');
lazy('formatWithOptions', 'internal/util/format');
lazy('getCallSites', 'internal/util/call_sites');
defineLazy(module.exports, 'getCallSite', () => {
  const { getCallSites } = require('internal/util/call_sites');
  return internal.renamed(getCallSites, 'The `util.getCallSite` API has been renamed to `util.getCallSites()`.');
});
lazy('diff', 'internal/util/diff');
lazy('MIMEType', 'internal/mime');
lazy('MIMEParams', 'internal/mime');
lazy('transferableAbortController', 'internal/abort_controller');
lazy('transferableAbortSignal', 'internal/abort_controller');
lazy('inspect', 'internal/util/inspect');
lazy('parseArgs', 'internal/util/parse_args');
lazy('parseEnv', 'internal/util/parse_env');
lazy('styleText', 'internal/util/style_text');
lazy('TextDecoder', 'internal/encoding');
lazy('TextEncoder', 'internal/encoding');
defineLazy(module.exports, 'types', () => require('internal/util/types'));
