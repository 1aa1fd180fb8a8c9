// Sets and maps compared without regard to order (nodejs.org/api/assert.html#comparison-details, v22). Missing: nothing.
'use strict';

const { LOOSE } = require('internal/util/comparisons/modes');

const isPrimitive = (value) => value === null || typeof value !== 'object';

/** Does each of `wanted` find a partner of its own? */
function pair(wanted, candidates, same) {
  for (const one of wanted) {
    const at = candidates.findIndex((other) => same(other, one));
    if (at < 0) return false;
    candidates.splice(at, 1);
  }
  return true;
}

function equalSets(a, b, mode, equal) {
  const wanted = [];
  for (const item of b) {
    if (a.has(item)) continue;
    if (mode !== LOOSE && isPrimitive(item)) return false;
    wanted.push(item);
  }
  if (wanted.length === 0) return true;
  const candidates = [];
  for (const item of a) if (!b.has(item) && (mode === LOOSE || !isPrimitive(item))) candidates.push(item);
  return pair(wanted, candidates, (item, other) => equal(item, other, mode));
}

function equalMaps(a, b, mode, equal) {
  const wanted = [];
  const taken = new Set();
  for (const [key, value] of b) {
    if (a.has(key) && equal(a.get(key), value, mode)) {
      taken.add(key);
      continue;
    }
    if (mode !== LOOSE && isPrimitive(key)) return false;
    wanted.push(key);
  }
  if (wanted.length === 0) return true;
  const candidates = [];
  for (const key of a.keys()) if (!taken.has(key) && (mode === LOOSE || !isPrimitive(key))) candidates.push(key);
  return pair(wanted, candidates, (key, other) => equal(key, other, mode) && equal(a.get(key), b.get(other), mode));
}

module.exports = { equalSets, equalMaps };
