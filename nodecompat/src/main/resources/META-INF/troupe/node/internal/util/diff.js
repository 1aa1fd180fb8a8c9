// nodejs.org/api/util.html#utildiffactual-expected, v22. Missing: nothing.
'use strict';

const { validateString, validateStringArray } = require('internal/validators');

function entriesOf(value, name) {
  if (!Array.isArray(value)) validateString(value, name);
  else validateStringArray(value, name);
  return value;
}

function diff(actual, expected) {
  if (actual === expected) return [];
  const left = entriesOf(actual, 'actual');
  const right = entriesOf(expected, 'expected');
  return require('internal/assert/myers').diff(left, right);
}

module.exports = { diff };
