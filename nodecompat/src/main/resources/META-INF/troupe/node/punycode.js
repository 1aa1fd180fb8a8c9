// nodejs.org/api/punycode.html, v22. Missing: everything; what is called throws.
'use strict';

const { addMissing } = require('internal/not_implemented');

addMissing(exports, 'punycode', [
  'decode encode toASCII toUnicode',
].join(' '));
