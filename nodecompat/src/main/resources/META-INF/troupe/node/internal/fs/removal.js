// nodejs.org/api/fs.html#fsrmpath-options-callback and #fsrmdirpath-options-callback, v22. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { validateBoolean, validateInt32, validateObject, validateUint32 } = require('internal/validators');
const { runAsync, runSync } = require('internal/fs/forms');
const { checkedPath, absolute, shown } = require('internal/fs/paths');
const look = require('internal/fs/look');
const { pathPlan } = look;

const RETRIED = new Set(['EBUSY', 'EMFILE', 'ENFILE', 'ENOTEMPTY', 'EPERM']);

function rmdirOptions(options, defaults = { retryDelay: 100, maxRetries: 0, recursive: false }) {
  if (options === undefined) return defaults;
  validateObject(options, 'options');
  options = { ...defaults, ...options };
  validateBoolean(options.recursive, 'options.recursive');
  validateInt32(options.retryDelay, 'options.retryDelay', 0);
  validateUint32(options.maxRetries, 'options.maxRetries');
  return options;
}

function rmOptions(options) {
  options = rmdirOptions(options, { retryDelay: 100, maxRetries: 0, recursive: false, force: false });
  validateBoolean(options.force, 'options.force');
  return options;
}

function isDirectoryError(path) {
  return new codes.ERR_FS_EISDIR({ code: 'EISDIR', message: 'is a directory', path, syscall: 'rm', errno: 21 });
}

const plainPath = (path) => checkedPath(path);
const removeTree = (path) => ({ call: 'rmTree', syscall: 'rm', path: shown(path), args: [absolute(path)] });

/** Calls `step(done)` again while it fails for a reason that may pass, later each time. */
function retry(step, { maxRetries, retryDelay }, done, attempt = 0) {
  step((error) => {
    if (error && RETRIED.has(error.code) && attempt < maxRetries) {
      require('timers').setTimeout(retry, (attempt + 1) * retryDelay, step, { maxRetries, retryDelay }, done, attempt + 1);
    } else {
      done(error);
    }
  });
}

function rmSync(path, options) {
  path = plainPath(path);
  options = rmOptions(options);
  const stats = runSync(look.lstat(path, { throwIfNoEntry: !options.force }));
  if (stats === undefined) return;
  if (stats.isDirectory() && !options.recursive) throw isDirectoryError(shown(path));
  for (let attempt = 0; ; attempt++) {
    try {
      runSync(removeTree(path));
      return;
    } catch (error) {
      if (error.code === 'ENOENT' && options.force) return;
      if (!RETRIED.has(error.code) || attempt >= options.maxRetries) throw error;
    }
  }
}

/** Arguments checked; gives the work. */
function rmWork(path, options) {
  path = plainPath(path);
  options = rmOptions(options);
  return (done) => runAsync(look.lstat(path), (error, stats) => {
    if (error) {
      done(options.force && error.code === 'ENOENT' ? null : error);
    } else if (stats.isDirectory() && !options.recursive) {
      done(isDirectoryError(shown(path)));
    } else {
      retry((settled) => runAsync(removeTree(path), settled), options, (failed) => {
        done(failed && options.force && failed.code === 'ENOENT' ? null : failed);
      });
    }
  });
}

let warned = false;

function warnRecursive() {
  if (warned) return;
  warned = true;
  require('internal/process/object').process.emitWarning(
    'In future versions of Node.js, fs.rmdir(path, { recursive: true }) will be removed. Use fs.rm(path, { recursive: true }) instead',
    'DeprecationWarning', 'DEP0147');
}

function rmdirSync(path, options) {
  path = plainPath(path);
  options = rmdirOptions(options);
  if (!options.recursive) {
    runSync(pathPlan('rmdir', 'rmdir', path, []));
    return;
  }
  warnRecursive();
  mustBeDirectory(runSync({ ...look.lstat(path), syscall: 'rmdir' }), path);
  runSync(removeTree(path));
}

function mustBeDirectory(stats, path) {
  if (!stats.isDirectory()) throw require('internal/fs/failure').failure(-20, 'rmdir', shown(path));
}

function rmdirWork(path, options) {
  path = plainPath(path);
  options = rmdirOptions(options);
  if (!options.recursive) return (done) => runAsync(pathPlan('rmdir', 'rmdir', path, []), done);
  warnRecursive();
  return (done) => runAsync({ ...look.lstat(path), syscall: 'rmdir' }, (error, stats) => {
    try {
      if (error) throw error;
      mustBeDirectory(stats, path);
    } catch (failed) {
      done(failed);
      return;
    }
    retry((settled) => runAsync(removeTree(path), settled), options, done);
  });
}

module.exports = { rmSync, rmWork, rmdirSync, rmdirWork };
