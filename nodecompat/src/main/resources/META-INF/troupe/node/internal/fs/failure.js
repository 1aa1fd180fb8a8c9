// nodejs.org/api/errors.html#class-systemerror, v22: the errors of file calls, as libuv numbers and words them. Missing: nothing.
'use strict';

const { codeAndNumber, textOf } = require('internal/errors/system');

/** Did the Java side answer an error? No other result is a negative number. */
const failed = (result) => typeof result === 'number' && result < 0;

/** The error of a call that answered `errno`; `path` and `dest` as the program gave them. */
function failure(errno, syscall, path, dest) {
  const { code } = codeAndNumber(errno);
  let message = `${code}: ${textOf(code)}, ${syscall}`;
  if (path !== undefined) message += ` '${path}'`;
  if (dest !== undefined) message += ` -> '${dest}'`;
  const error = new Error(message);
  error.errno = errno;
  error.code = code;
  error.syscall = syscall;
  if (path !== undefined) error.path = `${path}`;
  if (dest !== undefined) error.dest = `${dest}`;
  return error;
}

module.exports = { failed, failure };
