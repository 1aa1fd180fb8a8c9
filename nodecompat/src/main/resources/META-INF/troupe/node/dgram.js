// nodejs.org/api/dgram.html, v22. Missing: everything; what is called throws.
'use strict';

const { addMissing } = require('internal/not_implemented');

addMissing(exports, 'dgram', [
  '_createSocketHandle createSocket Socket',
].join(' '));
