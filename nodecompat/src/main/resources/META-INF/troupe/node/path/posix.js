// nodejs.org/api/path.html#pathposix, v22. Nothing is missing.
'use strict';

module.exports = require('internal/path').posix;
