// The three ways of nodejs.org/api/assert.html, v22, to compare deeply: ==, Object.is, and Object.is on what the expected value has.
'use strict';

const LOOSE = 0;
const STRICT = 1;
const PARTIAL = 2;

module.exports = { LOOSE, STRICT, PARTIAL, modes: { LOOSE, STRICT, PARTIAL } };
