// nodejs.org/api/https.html, v22, as far as programs need it to load: agents can be made. Missing: connections, which throw, as TLS does.
'use strict';

const { defineLazy } = require('internal/lazy');
const { addMissing } = require('internal/not_implemented');

defineLazy(exports, 'Agent', () => require('internal/https/agent').Agent);
defineLazy(exports, 'globalAgent', () => require('internal/https/agent').globalAgent);
addMissing(exports, 'https', 'Server createServer get request');
