// nodejs.org/api/stream.html, v22. Missing: everything; what is called throws.
'use strict';

const { addMissing } = require('internal/not_implemented');

addMissing(exports, 'stream/promises', [
  'finished pipeline',
].join(' '));
