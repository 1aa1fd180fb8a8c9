// nodejs.org/api/fs.html, v22: the arguments that many calls share, with Node's checks. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { parseFileMode, validateAbortSignal, validateInteger, validateInt32 } = require('internal/validators');
const constants = require('internal/fs/constants');

function checkedEncoding(encoding, name = 'encoding') {
  if (encoding && encoding !== 'buffer' && !require('buffer').Buffer.isEncoding(encoding)) {
    throw new codes.ERR_INVALID_ARG_VALUE(name, encoding, 'is invalid encoding');
  }
  return encoding;
}

/** Options as an object, or an encoding as a string. */
function optionsOf(options, defaults = {}) {
  if (options == null || typeof options === 'function') return defaults;
  if (typeof options === 'string') {
    options = { ...defaults, encoding: options };
  } else if (typeof options !== 'object') {
    throw new codes.ERR_INVALID_ARG_TYPE('options', ['string', 'Object'], options);
  }
  checkedEncoding(options.encoding);
  if (options.signal !== undefined) validateAbortSignal(options.signal, 'options.signal');
  return options === defaults ? options : { ...defaults, ...options };
}

const { O_APPEND, O_CREAT, O_EXCL, O_RDONLY, O_RDWR, O_SYNC, O_TRUNC, O_WRONLY } = constants;
const FLAGS = {
  '__proto__': null,
  'r': O_RDONLY,
  'rs': O_RDONLY | O_SYNC,
  'sr': O_RDONLY | O_SYNC,
  'r+': O_RDWR,
  'rs+': O_RDWR | O_SYNC,
  'sr+': O_RDWR | O_SYNC,
  'w': O_TRUNC | O_CREAT | O_WRONLY,
  'wx': O_TRUNC | O_CREAT | O_WRONLY | O_EXCL,
  'xw': O_TRUNC | O_CREAT | O_WRONLY | O_EXCL,
  'w+': O_TRUNC | O_CREAT | O_RDWR,
  'wx+': O_TRUNC | O_CREAT | O_RDWR | O_EXCL,
  'xw+': O_TRUNC | O_CREAT | O_RDWR | O_EXCL,
  'a': O_APPEND | O_CREAT | O_WRONLY,
  'ax': O_APPEND | O_CREAT | O_WRONLY | O_EXCL,
  'xa': O_APPEND | O_CREAT | O_WRONLY | O_EXCL,
  'as': O_APPEND | O_CREAT | O_WRONLY | O_SYNC,
  'sa': O_APPEND | O_CREAT | O_WRONLY | O_SYNC,
  'a+': O_APPEND | O_CREAT | O_RDWR,
  'ax+': O_APPEND | O_CREAT | O_RDWR | O_EXCL,
  'xa+': O_APPEND | O_CREAT | O_RDWR | O_EXCL,
  'as+': O_APPEND | O_CREAT | O_RDWR | O_SYNC,
  'sa+': O_APPEND | O_CREAT | O_RDWR | O_SYNC,
};

/** nodejs.org/api/fs.html#file-system-flags */
function flagsOf(flags, name = 'flags') {
  if (typeof flags === 'number') {
    validateInt32(flags, name);
    return flags;
  }
  if (flags == null) return O_RDONLY;
  const bits = typeof flags === 'string' ? FLAGS[flags] : undefined;
  if (bits === undefined) throw new codes.ERR_INVALID_ARG_VALUE(name, flags);
  return bits;
}

/** The mode of something to be made, without the bits of the umask. */
function makingMode(mode, fallback, name = 'mode') {
  const { process } = require('internal/process/object');
  return parseFileMode(mode, name, fallback) & 0o7777 & ~process.umask();
}

function checkedFd(fd) {
  validateInt32(fd, 'fd', 0, 2147483647);
  return fd | 0; // -0 is none for Java
}

/** Seconds since 1970 of a Date, a number or a numeric string. */
function seconds(time, name = 'time') {
  if (typeof time === 'string' && +time == time) return +time;
  if (Number.isFinite(time)) return time < 0 ? Date.now() / 1000 : time;
  if (require('internal/util/types').isDate(time)) return time.getTime() / 1000;
  throw new codes.ERR_INVALID_ARG_TYPE(name, ['Date', 'Time in seconds'], time);
}

/** null for the file's own position, else a number. */
function positionOf(position, length) {
  if (position === undefined || position === null) return null;
  if (typeof position === 'bigint') {
    const max = 2n ** 63n - 1n - BigInt(length);
    if (position < -1n || position > max) {
      throw new codes.ERR_OUT_OF_RANGE('position', `>= -1 && <= ${max}`, position);
    }
    return position === -1n ? null : Number(position);
  }
  if (typeof position !== 'number') throw new codes.ERR_INVALID_ARG_TYPE('position', ['integer', 'bigint'], position);
  validateInteger(position, 'position', -1);
  return position === -1 ? null : position;
}

module.exports = { checkedEncoding, optionsOf, flagsOf, makingMode, checkedFd, seconds, positionOf };
