// Deprecated name of nodejs.org/api/http.html, v22, which some packages still load.
'use strict';

require('internal/lazy').defineLazy(exports, 'IncomingMessage', () => require('internal/http/incoming').IncomingMessage);
