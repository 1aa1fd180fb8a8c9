// nodejs.org/api/util.html#utiltypes, v22. What is missing stands in internal/util/types.
'use strict';

module.exports = require('internal/util/types');
