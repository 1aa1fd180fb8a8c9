// nodejs.org/api/http2.html, v22. Missing: everything; what is called throws.
'use strict';

const { addMissing } = require('internal/not_implemented');

addMissing(exports, 'http2', [
  'connect createServer createSecureServer getDefaultSettings getPackedSettings getUnpackedSettings performServerHandshake',
  'Http2ServerRequest Http2ServerResponse',
].join(' '));
