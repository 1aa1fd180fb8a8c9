// nodejs.org/api/sqlite.html, v22. Missing: everything; what is called throws.
'use strict';

const { addMissing } = require('internal/not_implemented');

addMissing(exports, 'sqlite', [
  'DatabaseSync StatementSync',
].join(' '));
