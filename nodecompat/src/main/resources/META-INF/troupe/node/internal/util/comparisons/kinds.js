// What two built-in objects have besides their properties (nodejs.org/api/assert.html#comparison-details_1, v22). Missing: nothing.
'use strict';

const types = require('internal/util/types');
const { LOOSE, PARTIAL } = require('internal/util/comparisons/modes');

const { hasOwn, is } = Object;
const KINDS = [
  [types.isDate, (a, b) => is(Date.prototype.getTime.call(a), Date.prototype.getTime.call(b))],
  [types.isRegExp, (a, b) => a.source === b.source && a.flags === b.flags && a.lastIndex === b.lastIndex],
  [types.isSet, sameSize],
  [types.isMap, sameSize],
  [types.isTypedArray, sameNumbers],
  [types.isBoxedPrimitive, sameBoxed],
  [types.isAnyArrayBuffer, (a, b, mode) => sameNumbers(new Uint8Array(a), new Uint8Array(b), mode)],
  [types.isDataView, (a, b, mode) => sameNumbers(bytesOf(a), bytesOf(b), mode)],
  // nothing can be said about what they hold
  [types.isPromise, () => false],
  [types.isWeakMap, () => false],
  [types.isWeakSet, () => false],
  [(value) => types.isNativeError(value) || value instanceof Error, sameError],
];

/** Are both of the same kind, and equal in what is not a property nor an entry of a collection? */
function sameKind(a, b, mode) {
  for (const [isKind, same] of KINDS) {
    const kind = isKind(a);
    if (kind !== isKind(b)) return false;
    if (kind) return same(a, b, mode);
  }
  return samePlatformObject(a, b);
}

function sameSize(a, b, mode) {
  return mode === PARTIAL ? a.size >= b.size : a.size === b.size;
}

const bytesOf = (view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

function sameNumbers(a, b, mode) {
  if (types.isUint8Array(a) !== types.isUint8Array(b) || a.BYTES_PER_ELEMENT !== b.BYTES_PER_ELEMENT) return false;
  if (mode === PARTIAL) return containsNumbers(a, b);
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i] ? a[i] === a[i] || b[i] === b[i] : a[i] === 0 && mode !== LOOSE && !is(a[i], b[i])) return false;
  }
  return true;
}

/** Are the elements of `b` found in `a`, in their order? */
function containsNumbers(a, b) {
  let at = 0;
  for (let i = 0; i < b.length; i++) {
    while (at < a.length && !is(a[at], b[i])) at++;
    if (at++ >= a.length) return false;
  }
  return true;
}

const BOXES = [[types.isNumberObject, Number], [types.isStringObject, String], [types.isBooleanObject, Boolean],
  [types.isBigIntObject, BigInt], [types.isSymbolObject, Symbol]];

function sameBoxed(a, b) {
  for (const [isBox, Class] of BOXES) {
    if (isBox(a)) return isBox(b) && is(Class.prototype.valueOf.call(a), Class.prototype.valueOf.call(b));
  }
  return false;
}

/** Message, name, cause and errors are not enumerable, so that no comparison of keys sees them. */
function sameError(a, b, mode) {
  const { equal } = require('internal/util/comparisons');
  if (mode !== PARTIAL || hasOwn(b, 'message')) if (a.message !== b.message) return false;
  if (a.name !== b.name) return false;
  return ['cause', 'errors'].every((name) => {
    if (mode === PARTIAL ? !hasOwn(b, name) : !hasOwn(a, name) && !hasOwn(b, name)) return true;
    return hasOwn(a, name) && hasOwn(b, name) && equal(a[name], b[name], mode);
  });
}

function samePlatformObject(a, b) {
  const name = a[Symbol.toStringTag];
  if (name === 'URL') {
    const { URL } = require('internal/url');
    return !(a instanceof URL) || !(b instanceof URL) || a.href === b.href;
  }
  if (name === 'KeyObject' && types.isKeyObject(a)) return types.isKeyObject(b) && a.equals(b);
  return name !== 'CryptoKey' || !types.isCryptoKey(a) || sameCryptoKey(a, b);
}

function sameCryptoKey(a, b) {
  const { equal, STRICT } = require('internal/util/comparisons');
  return a.type === b.type && a.extractable === b.extractable && equal(a.algorithm, b.algorithm, STRICT) &&
    equal(a.usages, b.usages, STRICT) && require('crypto').KeyObject.from(a).equals(require('crypto').KeyObject.from(b));
}

module.exports = { sameKind };
