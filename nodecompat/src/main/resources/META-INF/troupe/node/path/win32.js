// nodejs.org/api/path.html#pathwin32, v22. Nothing is missing.
'use strict';

module.exports = require('internal/path').win32;
