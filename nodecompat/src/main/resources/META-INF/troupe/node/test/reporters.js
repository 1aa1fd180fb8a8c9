// nodejs.org/api/test.html, v22. Missing: everything; what is called throws.
'use strict';

const { addMissing } = require('internal/not_implemented');

addMissing(exports, 'test/reporters', [
  'dot junit spec tap',
].join(' '));
