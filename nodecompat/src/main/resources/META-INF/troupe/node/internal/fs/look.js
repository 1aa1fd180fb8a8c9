// nodejs.org/api/fs.html, v22: the calls that look and change nothing: stat, lstat, access, exists, readdir, readlink, realpath, statfs.
// Missing: nothing.
'use strict';

const { validateInteger, validateBoolean } = require('internal/validators');
const { checkedPath, absolute, shown, encoded, textOf } = require('internal/fs/paths');
const { optionsOf } = require('internal/fs/options');
const { failed } = require('internal/fs/failure');
const { StatFs, statsOf } = require('internal/fs/stats');

const binding = internalBinding('fs');

const ENOENT = -2;
const ENOTDIR = -20;
const NONE = [undefined];

function pathPlan(call, syscall, path, args, map) {
  path = checkedPath(path);
  return { call, syscall, path: shown(path), args: [absolute(path), ...args], map };
}

function statPlan(syscall, follow, path, options) {
  const bigint = Boolean(options?.bigint);
  const plan = pathPlan('stat', syscall, path, [follow, bigint], (record) => statsOf(record, bigint));
  if (options?.throwIfNoEntry === false) plan.recover = (errno) => (errno === ENOENT || errno === ENOTDIR ? NONE : undefined);
  return plan;
}

const stat = (path, options) => statPlan('stat', true, path, options);
const lstat = (path, options) => statPlan('lstat', false, path, options);

function accessMode(mode) {
  if (mode === undefined || mode === null) return 0;
  validateInteger(mode, 'mode', 0, 7);
  return mode;
}

const access = (path, mode) => {
  path = checkedPath(path);
  return pathPlan('access', 'access', path, [accessMode(mode)]);
};

/** Without an object or an error that nobody sees. */
function exists(path) {
  try {
    path = checkedPath(path);
  } catch {
    return false;
  }
  return !failed(binding.access(null, absolute(path), 0));
}

function statfs(path, options) {
  const bigint = Boolean(options?.bigint);
  return pathPlan('statfs', 'statfs', path, [], (text) => new StatFs(text, bigint));
}

function readlink(path, options) {
  const { encoding } = optionsOf(options);
  return pathPlan('readlink', 'readlink', path, [], (text) => encoded(text, encoding));
}

function realpath(path, options) {
  const { encoding } = optionsOf(options);
  return pathPlan('realpath', 'realpath', path, [], (text) => encoded(text, encoding));
}

function names(text) {
  return text === '' ? [] : text.split('\u0000');
}

function readdir(path, options) {
  options = optionsOf(options);
  path = checkedPath(path);
  if (options.recursive != null) validateBoolean(options.recursive, 'options.recursive');
  const { encoding } = options;
  const typed = Boolean(options.withFileTypes);
  if (options.recursive) return require('internal/fs/readdir_recursive').plan(path, encoding, typed);
  const map = typed ?
    (text) => names(text).map((entry) => dirent(path, entry, encoding)) :
    (text) => names(text).map((name) => encoded(name, encoding));
  return pathPlan('readdir', 'scandir', path, [typed], map);
}

function dirent(path, entry, encoding) {
  const { Dirent } = require('internal/fs/dirent');
  const parent = encoding === 'buffer' && typeof path === 'string' ? path : shown(path);
  return new Dirent(encoded(entry.slice(1), encoding), Number(entry[0]), parent);
}

module.exports = {
  stat, lstat, access, exists, statfs, readlink, realpath, readdir, names, dirent, pathPlan, textOf,
};
