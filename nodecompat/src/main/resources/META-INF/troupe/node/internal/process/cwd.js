// nodejs.org/api/process.html#processcwd, v22. Actors share one process of the operating system, so the directory is a value of the actor; what
// resolves relative paths asks here. It begins as the program's own folder unless the host chose another one. Missing: nothing.
'use strict';

const { errnoException } = require('internal/errors');
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
  const found = internalBinding('process').directory(require('internal/path').posix.resolve(cwd(), target));
  if (found.startsWith('/')) {
    directory = found;
    return;
  }
  const { textOf } = require('internal/errors/system');
  const error = errnoException(found, 'chdir');
  error.message = `${found}: ${textOf(found)}, chdir '${cwd()}' -> '${target}'`;
  throw Object.assign(error, { path: cwd(), dest: target });
}

module.exports = { cwd, chdir };
