// nodejs.org/api/path.html, v22. Nothing is missing.
'use strict';

module.exports = require('internal/path').posix;
