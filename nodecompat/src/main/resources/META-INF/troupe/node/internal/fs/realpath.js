// nodejs.org/api/fs.html#fsrealpathpath-options-callback, v22: Java resolves; an error names the part of the path that failed, as Node's
// own walk over the parts does. Missing: nothing.
'use strict';

const { runAsync, runSync } = require('internal/fs/forms');
const { failed, failure } = require('internal/fs/failure');
const { absolute, checkedPath, shown } = require('internal/fs/paths');
const look = require('internal/fs/look');
const binding = internalBinding('fs');

const ELOOP = -40;

/** The first part of `path` that cannot be looked at decides what the error says. */
function explained(path, error) {
  if (error.errno === ELOOP) return failure(ELOOP, 'stat', shown(path));
  const whole = absolute(path);
  for (let at = whole.indexOf('/', 1); at >= 0; at = whole.indexOf('/', at + 1)) {
    const part = whole.slice(0, at);
    const result = binding.stat(null, part, true, false);
    if (failed(result)) return failure(result, 'lstat', part);
  }
  return failure(error.errno, 'lstat', require('path').resolve(whole));
}

function realpathSync(path, options) {
  const plan = look.realpath(path, options);
  try {
    return runSync(plan);
  } catch (error) {
    throw explained(checkedPath(path), error);
  }
}

function realpath(path, options, done) {
  const plan = look.realpath(path, options);
  runAsync(plan, (error, value) => {
    if (error) done(explained(checkedPath(path), error));
    else done(null, value);
  });
}

module.exports = { realpath, realpathSync };
