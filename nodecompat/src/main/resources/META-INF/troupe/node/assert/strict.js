// nodejs.org/api/assert.html#strict-assertion-mode, v22.
'use strict';

module.exports = require('assert').strict;
