// nodejs.org/api/module.html#modulecreaterequirefilename, v22: where the require that is made stands.
'use strict';

const { codes } = require('internal/errors');

function fileOf(filename) {
  const { fileURLToPath, URL } = require('url');
  if (filename instanceof URL || (typeof filename === 'string' && filename.startsWith('file:'))) {
    if (filename.protocol === undefined || filename.protocol === 'file:') return fileURLToPath(filename);
  } else if (typeof filename === 'string' && (filename.startsWith('/') || /^[A-Za-z]:[\\/]/.test(filename))) {
    return filename;
  }
  throw new codes.ERR_INVALID_ARG_VALUE('filename', filename, 'must be a file URL object, file URL string, or absolute path string');
}

module.exports = { fileOf };
