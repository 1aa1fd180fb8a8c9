// nodejs.org/api/readline.html, v22. Missing: everything; what is called throws.
'use strict';

const { addMissing } = require('internal/not_implemented');

addMissing(exports, 'readline/promises', [
  'Interface Readline createInterface',
].join(' '));
