// nodejs.org/api/fs.html#fsreadfilepath-options-callback, #fswritefilefile-data-options-callback, #fsappendfilepath-data-options-callback
// and #fstruncatepath-len-callback, v22: a file in one call. Missing: nothing.
'use strict';

const { AbortError, codes } = require('internal/errors');
const { parseFileMode, validateBoolean, validateInteger } = require('internal/validators');
const { checkedCallback, runAsync, runSync } = require('internal/fs/forms');
const { failure } = require('internal/fs/failure');
const { checkedPath, absolute, shown } = require('internal/fs/paths');
const { flagsOf, makingMode, optionsOf } = require('internal/fs/options');
const io = require('internal/fs/io');
const transfer = require('internal/fs/transfer');

const EISDIR = -21;
const EFBIG = -27;

const isFd = (value) => Number.isInteger(value) && value >= 0 && value <= 2147483647;
const isUtf8 = (encoding) => encoding === 'utf8' || encoding === 'utf-8';

/** Text or a Buffer of what Java read. */
function contentOf(result, encoding) {
  if (typeof result === 'string') return result;
  const { Buffer } = require('buffer');
  const bytes = Buffer.from(result.buffer, result.byteOffset, result.byteLength);
  return encoding && encoding !== 'buffer' ? bytes.toString(encoding) : bytes;
}

/** The file could be opened: it was reading that failed. */
function readingFailed(errno) {
  if (errno === EISDIR) throw failure(errno, 'read');
  if (errno === EFBIG) throw new codes.ERR_FS_FILE_TOO_LARGE(require('buffer').constants.MAX_LENGTH);
  return undefined;
}

function readPlan(path, options) {
  options = optionsOf(options, { flag: 'r' });
  const { encoding } = options;
  const utf8 = isUtf8(encoding);
  const map = (result) => contentOf(result, encoding);
  if (isFd(path)) return { call: 'readAll', syscall: 'read', args: [path, utf8], map, recover: readingFailed };
  const flags = flagsOf(options.flag, 'options.flag');
  path = checkedPath(path);
  return { call: 'readFile', syscall: 'open', path: shown(path), args: [absolute(path), flags, makingMode(0o666), utf8], map, recover: readingFailed };
}

const readFileSync = (path, options) => runSync(readPlan(path, options));

function readFile(path, options, callback) {
  const done = checkedCallback(callback || options);
  options = optionsOf(options, { flag: 'r' });
  const plan = readPlan(path, options);
  runUnlessAborted(plan, options.signal, done);
}

function abortError(signal) {
  return new AbortError(undefined, { cause: signal.reason });
}

/** The call itself runs to its end; an abort meanwhile is what the program hears of it. */
function runUnlessAborted(plan, signal, done) {
  if (signal?.aborted) {
    done(abortError(signal));
    return;
  }
  runAsync(plan, (error, value) => {
    if (signal?.aborted) done(abortError(signal));
    else if (error) done(error);
    else if (value === undefined) done(null);
    else done(null, value);
  });
}

function bytesOf(data, options, name = 'data') {
  if (ArrayBuffer.isView(data)) return data;
  if (typeof data !== 'string') throw new codes.ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'TypedArray', 'DataView'], data);
  return require('buffer').Buffer.from(data, options.encoding || 'utf8');
}

function writeOptions(options, flag = 'w') {
  options = optionsOf(options, { encoding: 'utf8', mode: 0o666, flag, flush: false });
  const flush = options.flush ?? false;
  validateBoolean(flush, 'options.flush');
  return { ...options, flag: options.flag || flag, flush };
}

/** The steps that write `bytes` to a path or a descriptor, each a plan; between them `fd` is what open gave. */
function writePlan(path, bytes, options) {
  const flags = flagsOf(options.flag, 'options.flag');
  path = checkedPath(path);
  const mode = makingMode(parseFileMode(options.mode, 'mode', 0o666), 0o666);
  return {
    call: 'writeFile', syscall: 'open', path: shown(path),
    args: [absolute(path), flags, mode, bytes.buffer, bytes.byteOffset, bytes.byteLength],
  };
}

function writeFileSync(path, data, options) {
  options = writeOptions(options);
  const bytes = bytesOf(data, options);
  if (isFd(path)) {
    runSync(transfer.writePlan(path, bytes, 0, bytes.byteLength, null));
    if (options.flush) runSync(io.fsync(path));
    return;
  }
  if (!options.flush) {
    runSync(writePlan(path, bytes, options));
    return;
  }
  const fs = require('fs'); // programs watch these calls
  const fd = fs.openSync(path, options.flag, options.mode);
  try {
    runSync(transfer.writePlan(fd, bytes, 0, bytes.byteLength, null));
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}

function writeFile(path, data, options, callback) {
  const done = checkedCallback(callback || options);
  options = writeOptions(options);
  const bytes = bytesOf(data, options);
  if (isFd(path)) {
    const plan = transfer.writePlan(path, bytes, 0, bytes.byteLength, null);
    runUnlessAborted(plan, options.signal, (error) => {
      if (error || !options.flush) done(error);
      else require('fs').fsync(path, done);
    });
    return;
  }
  if (options.flush) {
    flushed(path, bytes, options, done);
  } else {
    runUnlessAborted(writePlan(path, bytes, options), options.signal, (error) => done(error));
  }
}

function flushed(path, bytes, options, done) {
  const fs = require('fs');
  fs.open(path, options.flag, options.mode, (error, fd) => {
    if (error) {
      done(error);
      return;
    }
    const close = (failed) => fs.close(fd, (late) => done(failed ?? late));
    const plan = transfer.writePlan(fd, bytes, 0, bytes.byteLength, null);
    runUnlessAborted(plan, options.signal, (failed) => (failed ? close(failed) : fs.fsync(fd, close)));
  });
}

function appendOptions(options) {
  options = optionsOf(options, { encoding: 'utf8', mode: 0o666, flag: 'a' });
  return { ...options, flag: options.flag || 'a' };
}

function appendFileSync(path, data, options) {
  options = appendOptions(options);
  writeFileSync(path, data, options);
}

function appendFile(path, data, options, callback) {
  callback ||= options;
  checkedCallback(callback);
  options = appendOptions(options);
  writeFile(path, data, options, callback);
}

/** fs.truncate takes a descriptor, too, for what it once was (DEP0081). */
function truncatePlans(path, length = 0) {
  if (typeof path === 'number') return [io.ftruncate(path, length)];
  validateInteger(length, 'len');
  return [io.open(path, 'r+'), Math.max(0, length)];
}

function warnTruncate() {
  require('internal/process/object').process.emitWarning(
    'Using fs.truncate with a file descriptor is deprecated. Please use fs.ftruncate with a file descriptor instead.',
    'DeprecationWarning', 'DEP0081');
}

function truncateSync(path, length) {
  const [first, size] = truncatePlans(path, length);
  if (size === undefined) {
    warnTruncate();
    runSync(first);
    return;
  }
  const fd = runSync(first);
  try {
    runSync(io.ftruncate(fd, size));
  } finally {
    runSync(io.close(fd));
  }
}

function truncate(path, length, callback) {
  if (typeof length === 'function') [length, callback] = [0, length];
  const [first, size] = truncatePlans(path, length);
  const done = checkedCallback(callback);
  if (size === undefined) {
    warnTruncate();
    runAsync(first, done);
    return;
  }
  runAsync(first, (error, fd) => {
    if (error) done(error);
    else runAsync(io.ftruncate(fd, size), (failed) => runAsync(io.close(fd), (late) => done(failed ?? late)));
  });
}

module.exports = {
  appendFile, appendFileSync, appendOptions, abortError, bytesOf, contentOf, isFd, readFile, readFileSync, readPlan, runUnlessAborted, truncate,
  truncateSync, writeFile, writeFileSync, writeOptions, writePlan,
};
