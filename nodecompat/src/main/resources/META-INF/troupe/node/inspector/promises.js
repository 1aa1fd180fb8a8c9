// nodejs.org/api/inspector.html, v22. Missing: everything; what is called throws.
'use strict';

const { addMissing } = require('internal/not_implemented');

addMissing(exports, 'inspector/promises', [
  'open close url waitForDebugger Session',
].join(' '));
