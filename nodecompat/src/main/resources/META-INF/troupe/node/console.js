// nodejs.org/api/console.html, v22. What is missing stands in internal/console/global.
'use strict';

module.exports = require('internal/console/global').console;
