// Deprecated names of nodejs.org/api/http.html, v22, which some packages still load.
'use strict';

const { defineLazy } = require('internal/lazy');

for (const name of ['Agent', 'globalAgent']) defineLazy(exports, name, () => require('internal/http/agent')[name]);
