// nodejs.org/api/util.html, v22: the old name of util.
'use strict';

module.exports = require('util');
