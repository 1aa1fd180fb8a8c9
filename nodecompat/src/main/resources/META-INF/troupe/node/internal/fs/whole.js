// nodejs.org/api/fs.html#fsreadfilepath-options-callback, #fswritefilefile-data-options-callback and #fsappendfilepath-data-options-callback,
// v22: a file in one call. Missing: nothing.
'use strict';

const { AbortError, codes } = require('internal/errors');
const { parseFileMode, validateBoolean } = require('internal/validators');
const { runSync } = require('internal/fs/forms');
const { checkedPath, absolute, shown } = require('internal/fs/paths');
const { flagsOf, makingMode, optionsOf } = require('internal/fs/options');
const io = require('internal/fs/io');
const transfer = require('internal/fs/transfer');

const isFd = (value) => Number.isInteger(value) && value >= 0 && value <= 2147483647;
const isUtf8 = (encoding) => encoding === 'utf8' || encoding === 'utf-8';

/** Text or a Buffer of what Java read. */
function contentOf(result, encoding) {
  if (typeof result === 'string') return result;
  const { Buffer } = require('buffer');
  const bytes = Buffer.from(result.buffer, result.byteOffset, result.byteLength);
  return encoding && encoding !== 'buffer' ? bytes.toString(encoding) : bytes;
}

function readPlan(path, options) {
  options = optionsOf(options, { flag: 'r' });
  const { encoding } = options;
  const utf8 = isUtf8(encoding);
  const map = (result) => contentOf(result, encoding);
  if (isFd(path)) return { call: 'readAll', syscall: 'read', args: [path, utf8], map };
  const flags = flagsOf(options.flag, 'options.flag');
  path = checkedPath(path);
  return { call: 'readFile', syscall: 'open', path: shown(path), args: [absolute(path), flags, utf8], map, recover: directory };
}

/** The file could be opened: it was reading that failed. */
function directory(errno) {
  if (errno === -21) throw require('internal/fs/failure').failure(errno, 'read');
  if (errno === -27) throw Object.assign(new RangeError('File size is greater than possible Buffer'), { code: 'ERR_FS_FILE_TOO_LARGE' });
  return undefined;
}

const readFileSync = (path, options) => runSync(readPlan(path, options));

function bytesOf(data, options) {
  if (ArrayBuffer.isView(data)) return data;
  if (typeof data !== 'string') throw new codes.ERR_INVALID_ARG_TYPE('data', ['string', 'Buffer', 'TypedArray', 'DataView'], data);
  return require('buffer').Buffer.from(data, options.encoding || 'utf8');
}

function writeOptions(options, flag = 'w') {
  options = optionsOf(options, { encoding: 'utf8', mode: 0o666, flag, flush: false });
  const flush = options.flush ?? false;
  validateBoolean(flush, 'options.flush');
  return { ...options, flush };
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
  const fd = runSync(io.open(path, options.flag || 'w', options.mode));
  try {
    runSync(transfer.writePlan(fd, bytes, 0, bytes.byteLength, null));
    runSync(io.fsync(fd));
  } finally {
    runSync(io.close(fd));
  }
}

function writePlan(path, bytes, options) {
  path = checkedPath(path);
  const flags = flagsOf(options.flag || 'w', 'options.flag');
  const mode = makingMode(parseFileMode(options.mode, 'mode', 0o666), 0o666);
  return {
    call: 'writeFile', syscall: 'open', path: shown(path),
    args: [absolute(path), flags, mode, bytes.buffer, bytes.byteOffset, bytes.byteLength],
  };
}

const appendFileSync = (path, data, options) => writeFileSync(path, data, appendOptions(options));

function appendOptions(options) {
  options = optionsOf(options, { encoding: 'utf8', mode: 0o666, flag: 'a' });
  return options.flag ? options : { ...options, flag: 'a' };
}

function aborted(signal) {
  return signal?.aborted ? new AbortError(undefined, { cause: signal.reason }) : undefined;
}

module.exports = {
  aborted, appendFileSync, appendOptions, bytesOf, contentOf, isFd, readFileSync, readPlan, writeFileSync, writeOptions,
  writePlan,
};
