// nodejs.org/api/util.html#utilisdeepstrictequalval1-val2-options and the three deep comparisons of nodejs.org/api/assert.html, v22. Missing: nothing.
'use strict';

const types = require('internal/util/types');
const { LOOSE, STRICT, PARTIAL, modes } = require('internal/util/comparisons/modes');

const { getPrototypeOf, getOwnPropertySymbols, hasOwn, is, keys } = Object;
const { toString, propertyIsEnumerable } = Object.prototype;
const { apply } = Reflect;
const { isArray } = Array;
const tagOf = (value) => apply(toString, value, []);

// A comparison runs to its end before another starts, except when a getter compares; `start` saves these for that case.
let depth = 0;
let memory;
let skipPrototype = false;

/** Deeper than this, what looks like a deep value may be a circle: the comparison starts again and keeps a record of its path. */
const DEEP = 64;
const TOO_DEEP = { __proto__: null };

function start(a, b, mode, ignorePrototype = false) {
  const before = [depth, memory, skipPrototype];
  depth = 0;
  memory = undefined;
  skipPrototype = ignorePrototype;
  try {
    return equal(a, b, mode);
  } catch (error) {
    if (error !== TOO_DEEP) throw error;
    depth = 0;
    memory = { left: new Map(), right: new Map() };
    return equal(a, b, mode);
  } finally {
    [depth, memory, skipPrototype] = before;
  }
}

function equal(a, b, mode) {
  if (a === b) return a !== 0 || mode === LOOSE || is(a, b);
  if (mode === LOOSE) {
    if (a === null || typeof a !== 'object') {
      // the loose form is defined by ==
      return (b === null || typeof b !== 'object') && (a == b || (a !== a && b !== b));
    }
    if (b === null || typeof b !== 'object') return false;
  } else {
    if (typeof a !== 'object') return a !== a && b !== b;
    if (typeof b !== 'object' || a === null || b === null) return false;
    if (mode === STRICT && !skipPrototype && getPrototypeOf(a) !== getPrototypeOf(b)) return false;
  }
  return equalObjects(a, b, mode);
}

function equalObjects(a, b, mode) {
  if (isArray(a)) {
    if (!isArray(b) || tagOf(a) !== tagOf(b)) return false;
    if (a.length !== b.length && (mode !== PARTIAL || a.length < b.length)) return false;
    return descend(a, b, mode, equalArrays);
  }
  const tag = tagOf(a);
  if (tag !== tagOf(b) || isArray(b)) return false;
  // nothing but a plain object has this tag from the engine
  if (tag === '[object Object]' && a[Symbol.toStringTag] === undefined && b[Symbol.toStringTag] === undefined) {
    return descend(a, b, mode, equalPlain);
  }
  return require('internal/util/comparisons/kinds').sameKind(a, b, mode) && descend(a, b, mode, equalInside);
}

/** Two objects that are being compared already are equal as far as this comparison goes. */
function descend(a, b, mode, compare) {
  if (memory === undefined) {
    if (++depth > DEEP) throw TOO_DEEP;
    const result = compare(a, b, mode);
    depth--;
    return result;
  }
  const { left, right } = memory;
  const seenLeft = left.get(a);
  const seenRight = right.get(b);
  if (seenLeft !== undefined && seenRight !== undefined) return seenLeft === seenRight;
  const mark = {};
  left.set(a, mark);
  right.set(b, mark);
  const result = compare(a, b, mode);
  left.delete(a);
  right.delete(b);
  return result;
}

function equalPlain(a, b, mode) {
  return equalKeys(a, b, mode, keys(a), keys(b));
}

function equalInside(a, b, mode) {
  if (types.isSet(a)) {
    if (!require('internal/util/comparisons/collections').equalSets(a, b, mode, equal)) return false;
  } else if (types.isMap(a)) {
    if (!require('internal/util/comparisons/collections').equalMaps(a, b, mode, equal)) return false;
  }
  const indexed = types.isTypedArray(a);
  return equalKeys(a, b, mode, indexed ? named(a) : keys(a), indexed ? named(b) : keys(b));
}

const INDEX = /^(?:0|[1-9][0-9]*)$/;
const isIndex = (key) => INDEX.test(key) && Number(key) < 2 ** 32 - 1;

/** The own enumerable names that are no index; the indices come first. */
function named(value) {
  const all = keys(value);
  let at = all.length;
  while (at > 0 && !isIndex(all[at - 1])) at--;
  return at === 0 ? all : all.slice(at);
}

function symbolsOf(value) {
  const symbols = getOwnPropertySymbols(value);
  return symbols.length === 0 ? symbols : symbols.filter((symbol) => apply(propertyIsEnumerable, value, [symbol]));
}

function equalKeys(a, b, mode, left, right) {
  if (mode !== PARTIAL && left.length !== right.length) return false;
  let wanted = right;
  if (mode !== LOOSE) {
    const symbols = symbolsOf(b);
    if (mode === STRICT && symbolsOf(a).length !== symbols.length) return false;
    if (symbols.length > 0) wanted = [...right, ...symbols];
  }
  for (let i = 0; i < wanted.length; i++) {
    if (!apply(propertyIsEnumerable, a, [wanted[i]])) return false;
  }
  for (let i = 0; i < wanted.length; i++) {
    if (!equal(a[wanted[i]], b[wanted[i]], mode)) return false;
  }
  return true;
}

function equalArrays(a, b, mode) {
  const left = keys(a);
  const right = keys(b);
  // every index has an element, and there is nothing else
  const dense = left.length === a.length && right.length === b.length && (a.length === 0 || (hasOwn(a, a.length - 1) && hasOwn(b, b.length - 1)));
  if (!equalKeys(a, b, mode, dense ? [] : named(a), dense ? [] : named(b))) return false;
  if (mode === PARTIAL) return contains(a, b, left.filter(isIndex), right.filter(isIndex));
  for (let i = 0; i < a.length; i++) {
    const has = dense || hasOwn(a, i);
    if (!dense && has !== hasOwn(b, i)) return false;
    if (!has) return equalSparse(a, b, mode, left, right);
    if (!equal(a[i], b[i], mode)) return false;
  }
  return true;
}

/** From the first hole on by keys: a sparse array may be long. */
function equalSparse(a, b, mode, left, right) {
  if (left.length !== right.length) return false;
  return left.every((key) => hasOwn(b, key) && equal(a[key], b[key], mode));
}

/** Are the elements of `b` found in `a`, in their order? */
function contains(a, b, left, right) {
  let at = 0;
  for (const wanted of right) {
    while (at < left.length && !equal(a[left[at]], b[wanted], PARTIAL)) at++;
    if (at++ >= left.length) return false;
  }
  return true;
}

module.exports = {
  ...modes,
  equal,
  isDeepEqual: (a, b) => start(a, b, LOOSE),
  isDeepStrictEqual: (a, b, options) => start(a, b, STRICT, options === true || Boolean(options?.skipPrototype)),
  isPartialStrictEqual: (a, b) => start(a, b, PARTIAL),
};
