// nodejs.org/api/tls.html, v22. Missing: everything; what is called throws.
'use strict';

const { addMissing } = require('internal/not_implemented');

addMissing(exports, 'tls', [
  'getCiphers convertALPNProtocols checkServerIdentity createSecureContext SecureContext TLSSocket Server createServer connect',
  'createSecurePair',
].join(' '));
