// nodejs.org/api/tty.html, v22. Missing: everything; what is called throws.
'use strict';

const { addMissing } = require('internal/not_implemented');

addMissing(exports, 'tty', [
  'isatty ReadStream WriteStream',
].join(' '));
