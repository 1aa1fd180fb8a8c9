// The argument checks of Node's API (the texts and codes of nodejs.org/api/errors.html, v22). Missing: nothing that a module needs.
'use strict';

const { codes } = require('internal/errors');

const isNullish = (value) => value === null || value === undefined;

function wrongType(name, expected, value) {
  throw new codes.ERR_INVALID_ARG_TYPE(name, expected, value);
}

function validateString(value, name) {
  if (typeof value !== 'string') wrongType(name, 'string', value);
}

function validateNumber(value, name, min = undefined, max = undefined) {
  if (typeof value !== 'number') wrongType(name, 'number', value);
  if ((min != null && value < min) || (max != null && value > max) || ((min != null || max != null) && Number.isNaN(value))) {
    const low = min != null ? `>= ${min}` : '';
    const high = max != null ? `<= ${max}` : '';
    throw new codes.ERR_OUT_OF_RANGE(name, `${low}${low && high ? ' && ' : ''}${high}`, value);
  }
}

function integerBetween(value, name, min, max) {
  if (typeof value !== 'number') wrongType(name, 'number', value);
  if (!Number.isInteger(value)) throw new codes.ERR_OUT_OF_RANGE(name, 'an integer', value);
  if (value < min || value > max) throw new codes.ERR_OUT_OF_RANGE(name, `>= ${min} && <= ${max}`, value);
}

function validateInteger(value, name, min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER) {
  integerBetween(value, name, min, max);
}

function validateInt32(value, name, min = -2147483648, max = 2147483647) {
  integerBetween(value, name, min, max);
}

function validateUint32(value, name, positive = false) {
  integerBetween(value, name, positive ? 1 : 0, 4294967295);
}

function validateBoolean(value, name) {
  if (typeof value !== 'boolean') wrongType(name, 'boolean', value);
}

const kValidateObjectNone = 0;
const kValidateObjectAllowNullable = 1;
const kValidateObjectAllowArray = 2;
const kValidateObjectAllowFunction = 4;
const kValidateObjectAllowObjects = kValidateObjectAllowArray | kValidateObjectAllowFunction;
const kValidateObjectAllowObjectsAndNull = kValidateObjectAllowObjects | kValidateObjectAllowNullable;

/** `options` is a sum of the flags above, or an object { nullable, allowArray, allowFunction }. */
function validateObject(value, name, options = kValidateObjectNone) {
  const flags = typeof options === 'number' ? options :
    (options.nullable && 1) | (options.allowArray && 2) | (options.allowFunction && 4);
  const allowed =
    (value === null && (flags & 1)) ||
    (Array.isArray(value) && (flags & 2)) ||
    (typeof value === 'function' && (flags & 4)) ||
    (typeof value === 'object' && value !== null && !Array.isArray(value));
  if (!allowed) wrongType(name, 'Object', value);
}

function validateFunction(value, name) {
  if (typeof value !== 'function') wrongType(name, 'Function', value);
}

function validatePlainFunction(value, name) {
  if (typeof value !== 'function' || Object.prototype.toString.call(value) === '[object AsyncFunction]') wrongType(name, 'Function', value);
}

function validateArray(value, name, minLength = 0) {
  if (!Array.isArray(value)) wrongType(name, 'Array', value);
  if (value.length < minLength) {
    throw new codes.ERR_INVALID_ARG_VALUE(name, value, `must be longer than ${minLength}`);
  }
}

function eachOf(kind) {
  return (value, name) => {
    validateArray(value, name);
    for (let i = 0; i < value.length; i++) {
      if (typeof value[i] !== kind) wrongType(`${name}[${i}]`, kind, value[i]);
    }
  };
}

function validateAbortSignal(signal, name) {
  if (signal !== undefined && (signal === null || typeof signal !== 'object' || !('aborted' in signal))) {
    wrongType(name, 'AbortSignal', signal);
  }
}

function validateAbortSignalArray(signals, name) {
  validateArray(signals, name);
  signals.forEach((signal, i) => {
    if (isNullish(signal)) wrongType(`${name}[${i}]`, 'AbortSignal', signal);
    validateAbortSignal(signal, `${name}[${i}]`);
  });
}

function validateOneOf(value, name, allowed) {
  if (!allowed.includes(value)) {
    const shown = allowed.map((v) => (typeof v === 'string' ? `'${v}'` : String(v))).join(', ');
    throw new codes.ERR_INVALID_ARG_VALUE(name, value, `must be one of: ${shown}`);
  }
}

function validatePort(port, name = 'Port', allowZero = true) {
  const number = Number(port);
  const shaped = (typeof port === 'number' || typeof port === 'string') && !(typeof port === 'string' && port.trim() === '');
  if (!shaped || number !== number >>> 0 || number > 0xffff || (number === 0 && !allowZero)) {
    throw new codes.ERR_SOCKET_BAD_PORT(name, port, allowZero);
  }
  return number;
}

function validateBuffer(buffer, name = 'buffer') {
  if (!ArrayBuffer.isView(buffer)) wrongType(name, ['Buffer', 'TypedArray', 'DataView'], buffer);
}

function validateUndefined(value, name) {
  if (value !== undefined) wrongType(name, 'undefined', value);
}

function validateUnion(value, name, allowed) {
  if (!allowed.includes(value)) wrongType(name, `('${allowed.join('|')}')`, value);
}

function validateEncoding(data, encoding) {
  const normalized = require('internal/util').normalizeEncoding(encoding);
  if (normalized === 'hex' && data.length % 2 !== 0) {
    throw new codes.ERR_INVALID_ARG_VALUE('encoding', encoding, `is invalid for data of length ${data.length}`);
  }
}

function parseFileMode(value, name, fallback) {
  if (value === null || value === undefined) value = fallback;
  if (typeof value === 'string') {
    if (!/^[0-7]+$/.test(value)) {
      throw new codes.ERR_INVALID_ARG_VALUE(name, value, 'must be a 32-bit unsigned integer or an octal string');
    }
    value = parseInt(value, 8);
  }
  validateUint32(value, name);
  return value;
}

function validateSignalName(signal, name = 'signal') {
  validateString(signal, name);
  const { signals } = require('internal/process/signals');
  if (signals[signal] === undefined) {
    const upper = signal.toUpperCase();
    throw new codes.ERR_UNKNOWN_SIGNAL(
      signals[upper] === undefined ? signal : `${signal} (signals must use all capital letters)`);
  }
}

const LINK_VALUE = /^(?:<[^>]*>)(?:\s*;\s*[^;"\s]+(?:=(")?[^;"\s]*\1)?)*$/;

function validateLink(value, name) {
  if (typeof value !== 'string' || !LINK_VALUE.test(value)) {
    throw new codes.ERR_INVALID_ARG_VALUE(
      name, value, 'must be an array or string of format "</styles.css>; rel=preload; as=style"');
  }
}

function validateLinkHeaderValue(hints) {
  if (typeof hints === 'string') {
    validateLink(hints, 'hints');
    return hints;
  }
  if (Array.isArray(hints)) {
    hints.forEach((link) => validateLink(link, 'hints'));
    return hints.join(', ');
  }
  throw new codes.ERR_INVALID_ARG_VALUE(
    'hints', hints, 'must be an array or string of format "</styles.css>; rel=preload; as=style"');
}

module.exports = {
  kValidateObjectNone,
  kValidateObjectAllowNullable,
  kValidateObjectAllowArray,
  kValidateObjectAllowFunction,
  kValidateObjectAllowObjects,
  kValidateObjectAllowObjectsAndNull,
  isInt32: (value) => value === (value | 0),
  isUint32: (value) => value === value >>> 0,
  parseFileMode,
  validateAbortSignal,
  validateAbortSignalArray,
  validateArray,
  validateBoolean,
  validateBooleanArray: eachOf('boolean'),
  validateBuffer,
  validateEncoding,
  validateFunction,
  validateInt32,
  validateInteger,
  validateLinkHeaderValue,
  validateNumber,
  validateObject,
  validateOneOf,
  validatePlainFunction,
  validatePort,
  validateSignalName,
  validateString,
  validateStringArray: eachOf('string'),
  validateUint32,
  validateUndefined,
  validateUnion,
};
