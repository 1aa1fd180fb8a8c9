// Deprecated names of nodejs.org/api/http.html, v22, which some packages still load.
'use strict';

const { defineLazy } = require('internal/lazy');
const { kChecking } = require('internal/http/server');

exports.kConnectionsCheckingInterval = kChecking;
defineLazy(exports, 'STATUS_CODES', () => require('internal/http/common').STATUS_CODES);
defineLazy(exports, 'Server', () => require('internal/http/server').Server);
defineLazy(exports, 'ServerResponse', () => require('internal/http/response').ServerResponse);
defineLazy(exports, '_connectionListener', () => require('internal/http/connection').onConnection);
