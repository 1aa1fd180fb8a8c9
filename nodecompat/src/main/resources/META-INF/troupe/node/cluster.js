// nodejs.org/api/cluster.html, v22. Missing: everything; what is called throws.
'use strict';

const { addMissing } = require('internal/not_implemented');

addMissing(exports, 'cluster', [
  'Worker setupPrimary setupMaster fork disconnect',
].join(' '));
