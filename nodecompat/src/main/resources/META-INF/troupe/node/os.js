// nodejs.org/api/os.html, v22. Missing: priorities other than the actor's own, which is a number that it keeps: carriers do not look at it.
'use strict';

module.exports = require('internal/os');
