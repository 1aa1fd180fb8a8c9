// nodejs.org/api/process.html#processexecvefile-args-env, v22. An actor is not a process: the arguments are checked, then it throws.
'use strict';

const { codes } = require('internal/errors');
const { validateArray, validateObject, validateString } = require('internal/validators');

const plain = (value) => typeof value === 'string' && !value.includes('\u0000');

function execve(execPath, args = [], env = {}) {
  validateString(execPath, 'execPath');
  validateArray(args, 'args');
  args.forEach((arg, i) => {
    if (!plain(arg)) throw new codes.ERR_INVALID_ARG_VALUE(`args[${i}]`, arg, 'must be a string without null bytes');
  });
  validateObject(env, 'env');
  for (const [key, value] of Object.entries(env)) {
    if (!plain(key) || !plain(value)) {
      throw new codes.ERR_INVALID_ARG_VALUE('env', env, 'must be an object with string keys and values without null bytes');
    }
  }
  throw new codes.ERR_METHOD_NOT_IMPLEMENTED('process.execve()');
}

module.exports = { execve };
