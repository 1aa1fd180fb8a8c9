// nodejs.org/api/deprecations.html#DEP0008, v22: all constants in one object. Missing: those of crypto.
'use strict';

const { constants: { errno, signals, priority, dlopen } } = require('internal/os');

module.exports = Object.freeze({
  ...dlopen, ...errno, ...priority, ...signals, ...require('internal/fs/constants'),
});
