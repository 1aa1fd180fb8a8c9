// nodejs.org/api/fs.html#promises-api, v22. Missing: lchmod, which Linux does not have.
'use strict';

module.exports = require('internal/fs/promises');
