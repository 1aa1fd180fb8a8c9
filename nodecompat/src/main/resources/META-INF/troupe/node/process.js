// nodejs.org/api/process.html, v22. What is missing stands in internal/process/object.
'use strict';

module.exports = require('internal/process/object').process;
