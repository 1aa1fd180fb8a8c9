// nodejs.org/api/domain.html, v22. Missing: what internal/domain names.
'use strict';

const domains = require('internal/domain');

exports.Domain = domains.Domain;
exports.create = exports.createDomain = domains.create;
Object.defineProperties(exports, {
  _stack: { __proto__: null, enumerable: true, get: domains.stack },
  active: { __proto__: null, enumerable: true, get: domains.active },
});
