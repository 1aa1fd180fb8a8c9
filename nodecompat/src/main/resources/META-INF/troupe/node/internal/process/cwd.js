// nodejs.org/api/process.html#processcwd, v22. The directory is the program's own folder and cannot be changed: actors share one process.
'use strict';

const { codes } = require('internal/errors');
const { validateString } = require('internal/validators');
const realm = internalBinding('realm');

let directory;

function cwd() {
  if (directory === undefined) {
    const script = realm.scriptPath();
    const slash = script.lastIndexOf('/');
    directory = realm.cwd() ?? (slash > 0 ? script.slice(0, slash) : '/');
  }
  return directory;
}

function chdir(target) {
  validateString(target, 'directory');
  throw new codes.ERR_WORKER_UNSUPPORTED_OPERATION('process.chdir()');
}

module.exports = { cwd, chdir };
