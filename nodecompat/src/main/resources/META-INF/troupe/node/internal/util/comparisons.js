// nodejs.org/api/util.html#utilisdeepstrictequalval1-val2-options and assert.deepEqual's loose form, v22. Missing: nothing.
'use strict';

const types = require('internal/util/types');

const LOOSE = 0;
const STRICT = 1;

const isDeepEqual = (a, b) => equal(a, b, LOOSE, undefined);
const isDeepStrictEqual = (a, b, options) => equal(a, b, STRICT, undefined, options?.skipPrototype ?? options === true);

function equal(a, b, mode, memo, skipPrototype = false) {
  if (a === b) return a !== 0 || mode === LOOSE || Object.is(a, b);
  const objects = a !== null && b !== null && typeof a === 'object' && typeof b === 'object';
  if (mode === STRICT) {
    if (!objects) return typeof a === 'number' && Number.isNaN(a) && Number.isNaN(b);
    if (!skipPrototype && Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  } else if (!objects) {
    if ((a === null || typeof a !== 'object') && (b === null || typeof b !== 'object')) {
      // the loose form is defined by ==
      return a == b || (Number.isNaN(a) && Number.isNaN(b));
    }
    return false;
  }
  return equalObjects(a, b, { mode, memo, skipPrototype });
}

function equalObjects(a, b, how) {
  if (Object.prototype.toString.call(a) !== Object.prototype.toString.call(b)) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  if (!sameKind(a, b, how)) return false;
  const indexed = Array.isArray(a) || types.isTypedArray(a);
  if (indexed && a.length !== b.length) return false;
  return circular(a, b, how, (memo) => {
    const inner = { ...how, memo };
    if (types.isSet(a) && !equalSets(a, b, inner)) return false;
    if (types.isMap(a) && !equalMaps(a, b, inner)) return false;
    return equalKeys(a, b, inner, types.isTypedArray(a));
  });
}

/** Compares what is inside an object besides its properties. */
function sameKind(a, b, { mode }) {
  for (const is of [types.isDate, types.isRegExp, types.isSet, types.isMap, types.isBoxedPrimitive, types.isAnyArrayBuffer,
    types.isTypedArray, types.isDataView, types.isPromise, types.isWeakMap, types.isWeakSet]) {
    if (is(a) !== is(b)) return false;
  }
  if (types.isDate(a)) return Object.is(Date.prototype.getTime.call(a), Date.prototype.getTime.call(b));
  if (types.isRegExp(a)) return a.source === b.source && a.flags === b.flags && a.lastIndex === b.lastIndex;
  if (types.isBoxedPrimitive(a)) return sameBoxed(a, b);
  if (types.isSet(a) || types.isMap(a)) return a.size === b.size;
  if (types.isTypedArray(a)) return sameNumbers(a, b, mode);
  if (types.isAnyArrayBuffer(a)) return sameNumbers(new Uint8Array(a), new Uint8Array(b), STRICT);
  if (types.isDataView(a)) {
    return sameNumbers(new Uint8Array(a.buffer, a.byteOffset, a.byteLength), new Uint8Array(b.buffer, b.byteOffset, b.byteLength), STRICT);
  }
  if (types.isPromise(a) || types.isWeakMap(a) || types.isWeakSet(a)) return false;
  if (types.isNativeError(a) || a instanceof Error) return sameError(a, b);
  return true;
}

function sameBoxed(a, b) {
  for (const [is, Class] of [[types.isNumberObject, Number], [types.isStringObject, String], [types.isBooleanObject, Boolean],
    [types.isBigIntObject, BigInt], [types.isSymbolObject, Symbol]]) {
    if (is(a)) return is(b) && Object.is(Class.prototype.valueOf.call(a), Class.prototype.valueOf.call(b));
  }
  return false;
}

function sameNumbers(a, b, mode) {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    if (mode === STRICT ? !Object.is(a[i], b[i]) : a[i] !== b[i] && !(Number.isNaN(a[i]) && Number.isNaN(b[i]))) return false;
  }
  return true;
}

function sameError(a, b) {
  return a.message === b.message && a.name === b.name && Object.hasOwn(a, 'cause') === Object.hasOwn(b, 'cause') &&
    (!Object.hasOwn(a, 'cause') || isDeepStrictEqual(a.cause, b.cause)) && isDeepStrictEqual(a.errors, b.errors);
}

/** Two objects that are being compared already are equal as far as this comparison goes. */
function circular(a, b, { memo }, compare) {
  const pairs = memo ?? { left: new Map(), right: new Map() };
  const known = pairs.left.get(a);
  if (known !== undefined && pairs.right.get(b) !== undefined) return known === pairs.right.get(b);
  const mark = {};
  pairs.left.set(a, mark);
  pairs.right.set(b, mark);
  const result = compare(pairs);
  pairs.left.delete(a);
  pairs.right.delete(b);
  return result;
}

function keysOf(value, mode, skipIndices) {
  let keys = Object.keys(value);
  if (skipIndices) keys = keys.filter((key) => !/^(0|[1-9][0-9]*)$/.test(key));
  if (mode === STRICT) {
    keys.push(...Object.getOwnPropertySymbols(value).filter((key) => Object.prototype.propertyIsEnumerable.call(value, key)));
  }
  return keys;
}

function equalKeys(a, b, how, skipIndices) {
  const keys = keysOf(a, how.mode, skipIndices);
  if (keys.length !== keysOf(b, how.mode, skipIndices).length) return false;
  return keys.every((key) => Object.prototype.propertyIsEnumerable.call(b, key)) &&
    keys.every((key) => equal(a[key], b[key], how.mode, how.memo, how.skipPrototype));
}

function equalSets(a, b, how) {
  const unmatched = [...b].filter((item) => !a.has(item));
  for (const item of a) {
    if (b.has(item)) continue;
    if (how.mode === STRICT && (item === null || typeof item !== 'object')) return false;
    const at = unmatched.findIndex((other) => equal(item, other, how.mode, how.memo, how.skipPrototype));
    if (at < 0) return false;
    unmatched.splice(at, 1);
  }
  return unmatched.length === 0;
}

function equalMaps(a, b, how) {
  const same = (x, y) => equal(x, y, how.mode, how.memo, how.skipPrototype);
  const unmatched = [...b.keys()].filter((key) => !a.has(key) || !same(a.get(key), b.get(key)));
  for (const [key, value] of a) {
    if (b.has(key) && same(value, b.get(key))) continue;
    if (how.mode === STRICT && (key === null || typeof key !== 'object')) return false;
    const at = unmatched.findIndex((other) => same(key, other) && same(value, b.get(other)));
    if (at < 0) return false;
    unmatched.splice(at, 1);
  }
  return unmatched.length === 0;
}

module.exports = { isDeepEqual, isDeepStrictEqual };
