// nodejs.org/api/https.html, v22. Missing: everything; what is called throws.
'use strict';

const { addMissing } = require('internal/not_implemented');

addMissing(exports, 'https', [
  'Agent Server createServer get request',
].join(' '));
