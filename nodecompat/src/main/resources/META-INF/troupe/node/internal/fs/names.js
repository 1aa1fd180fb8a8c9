// nodejs.org/api/fs.html, v22: the calls that make, move and remove names: mkdir, mkdtemp, rmdir, unlink, rename, link, symlink, copyFile.
// Missing: symlink's type, which matters on Windows only.
'use strict';

const { codes } = require('internal/errors');
const { validateBoolean, validateInteger } = require('internal/validators');
const { checkedPath, absolute, shown, encoded, textOf } = require('internal/fs/paths');
const { makingMode, optionsOf } = require('internal/fs/options');
const { COPYFILE_EXCL, COPYFILE_FICLONE_FORCE } = require('internal/fs/constants');
const { pathPlan } = require('internal/fs/look');

function mkdir(path, options) {
  let mode;
  let recursive = false;
  if (typeof options === 'number' || typeof options === 'string') {
    mode = options;
  } else if (options) {
    if (options.recursive !== undefined) recursive = options.recursive;
    mode = options.mode;
  }
  path = checkedPath(path);
  validateBoolean(recursive, 'options.recursive');
  return pathPlan('mkdir', 'mkdir', path, [makingMode(mode, 0o777), recursive], (made) => (made === null ? undefined : encoded(made)));
}

let warned = false;

function warnX(prefix) {
  if (warned || !prefix.endsWith('X')) return;
  warned = true;
  require('internal/process/object').process.emitWarning(
    'mkdtemp() templates ending with X are not portable. For details see: https://nodejs.org/api/fs.html');
}

function mkdtemp(prefix, options) {
  const { encoding } = optionsOf(options);
  prefix = checkedPath(prefix, 'prefix');
  warnX(shown(prefix));
  const whole = absolute(prefix);
  const relative = whole.length - textOf(prefix).length;
  return {
    call: 'mkdtemp',
    syscall: 'mkdtemp',
    path: `${shown(prefix)}XXXXXX`,
    args: [whole],
    map: (made) => encoded(made.slice(relative), encoding),
  };
}

const unlink = (path) => pathPlan('unlink', 'unlink', path, []);

function twoPaths(call, from, fromName, to, toName, args = []) {
  from = checkedPath(from, fromName);
  to = checkedPath(to, toName);
  return { call, syscall: call.toLowerCase(), path: shown(from), dest: shown(to), args: [absolute(from), absolute(to), ...args] };
}

const rename = (from, to) => twoPaths('rename', from, 'oldPath', to, 'newPath');
const link = (existing, path) => twoPaths('link', existing, 'existingPath', path, 'newPath');

function symlink(target, path, type) {
  if (type != null && type !== 'dir' && type !== 'file' && type !== 'junction') throw new codes.ERR_FS_INVALID_SYMLINK_TYPE(type);
  const plan = twoPaths('symlink', target, 'target', path, 'path');
  plan.args[0] = textOf(checkedPath(target, 'target'));
  return plan;
}

function copyMode(mode) {
  if (mode === undefined || mode === null) return 0;
  validateInteger(mode, 'mode', 0, 7);
  return mode;
}

function copyFile(from, to, mode) {
  const plan = twoPaths('copyFile', from, 'src', to, 'dest');
  mode = copyMode(mode);
  if (mode & COPYFILE_FICLONE_FORCE) throw require('internal/fs/failure').failure(-95, plan.syscall, plan.path, plan.dest);
  plan.args.push((mode & COPYFILE_EXCL) !== 0);
  return plan;
}


module.exports = { mkdir, mkdtemp, unlink, rename, link, symlink, copyFile, copyMode, twoPaths };
