// nodejs.org/api/querystring.html, v22. Missing: everything; what is called throws.
'use strict';

const { addMissing } = require('internal/not_implemented');

addMissing(exports, 'querystring', [
  'unescapeBuffer unescape escape stringify encode parse decode',
].join(' '));
