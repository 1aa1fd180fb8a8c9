// nodejs.org/api/fs.html#fscpsrc-dest-options-callback, v22: the steps of a copy, for internal/fs/cp to run. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { posix: { dirname, isAbsolute, join, parse, resolve, sep } } = require('path');
const look = require('internal/fs/look');
const names = require('internal/fs/names');
const io = require('internal/fs/io');
const { COPYFILE_EXCL } = require('internal/fs/constants');

const EINVAL = 22;
const EISDIR = 21;
const ENOTDIR = 20;
const EEXIST = 17;

function systemError(code, name, errno, message, path) {
  return new codes[code]({ message, path, syscall: 'cp', errno, code: name });
}

const invalid = (message, path) => systemError('ERR_FS_CP_EINVAL', 'EINVAL', EINVAL, message, path);
const sameFile = (a, b) => a.ino !== undefined && a.ino === b.ino && a.dev === b.dev;
const parts = (path) => resolve(path).split(sep).filter(Boolean);

/** Does `dest` lie in `src`, going by their names? */
function isWithin(src, dest) {
  const outer = parts(src);
  const inner = parts(dest);
  return outer.every((part, i) => inner[i] === part);
}

function* statOf(path, { dereference }) {
  return yield (dereference ? look.stat : look.lstat)(path, { bigint: true });
}

function* maybeStat(path, options) {
  try {
    return yield* statOf(path, options);
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function* wanted(src, dest, { filter }) {
  return filter === undefined || (yield { ask: () => filter(src, dest) });
}

function checkKinds(src, srcStat, dest, destStat) {
  if (sameFile(srcStat, destStat)) throw invalid('src and dest cannot be the same', dest);
  if (srcStat.isDirectory() && !destStat.isDirectory()) {
    throw systemError('ERR_FS_CP_DIR_TO_NON_DIR', 'EISDIR', EISDIR, `cannot overwrite non-directory ${dest} with directory ${src}`, dest);
  }
  if (!srcStat.isDirectory() && destStat.isDirectory()) {
    throw systemError('ERR_FS_CP_NON_DIR_TO_DIR', 'ENOTDIR', ENOTDIR, `cannot overwrite directory ${dest} with non-directory ${src}`, dest);
  }
}

/** [stat of src, stat of dest or null], or an error that says why it cannot be. */
function* checkPaths(src, dest, options) {
  const srcStat = yield* statOf(src, options);
  const destStat = yield* maybeStat(dest, options);
  if (destStat !== null) checkKinds(src, srcStat, dest, destStat);
  if (srcStat.isDirectory() && isWithin(src, dest)) throw invalid(`cannot copy ${src} to a subdirectory of self ${dest}`, dest);
  return [srcStat, destStat];
}

/** No folder above `dest` may be `src`, by whatever name. */
function* checkParents(src, srcStat, dest) {
  const srcParent = resolve(dirname(src));
  for (let at = resolve(dirname(dest)); at !== srcParent && at !== parse(at).root; at = resolve(dirname(at))) {
    const stat = yield* maybeStat(at, { dereference: true });
    if (stat === null) continue;
    if (sameFile(srcStat, stat)) throw invalid(`cannot copy ${src} to a subdirectory of self ${dest}`, dest);
  }
}

function* copy(src, dest, options) {
  if (!(yield* wanted(src, dest, options))) return;
  const [srcStat, destStat] = yield* checkPaths(src, dest, options);
  yield* checkParents(src, srcStat, dest);
  if (srcStat.isDirectory() && !options.recursive) {
    throw systemError('ERR_FS_EISDIR', 'EISDIR', EISDIR, `Recursive option not enabled, cannot copy a directory: ${src}`, src);
  }
  yield names.mkdir(dirname(dest), { recursive: true });
  yield* copyAny(src, srcStat, dest, destStat, options);
}

function* copyAny(src, srcStat, dest, destStat, options) {
  if (srcStat.isDirectory()) yield* copyDirectory(src, srcStat, dest, destStat, options);
  else if (srcStat.isFile() || srcStat.isCharacterDevice() || srcStat.isBlockDevice()) yield* copyFile(src, srcStat, dest, destStat, options);
  else if (srcStat.isSymbolicLink()) yield* copyLink(src, dest, destStat, options);
  else throw unfit(srcStat, dest);
}

function unfit(stat, dest) {
  if (stat.isSocket()) return systemError('ERR_FS_CP_SOCKET', 'EINVAL', EINVAL, `cannot copy a socket file: ${dest}`, dest);
  if (stat.isFIFO()) return systemError('ERR_FS_CP_FIFO_PIPE', 'EINVAL', EINVAL, `cannot copy a FIFO pipe: ${dest}`, dest);
  return systemError('ERR_FS_CP_UNKNOWN', 'EINVAL', EINVAL, `cannot copy an unknown file type: ${dest}`, dest);
}

function* copyDirectory(src, srcStat, dest, destStat, options) {
  if (destStat === null) yield names.mkdir(dest);
  else if (options.errorOnExist && !options.force) throw exists(dest);
  for (const name of yield look.readdir(src)) {
    const from = join(src, name);
    const to = join(dest, name);
    if (!(yield* wanted(from, to, options))) continue;
    const [fromStat, toStat] = yield* checkPaths(from, to, options);
    yield* copyAny(from, fromStat, to, toStat, options);
  }
  if (destStat === null) yield io.chmod(dest, Number(srcStat.mode) & 0o7777);
}

function exists(dest) {
  return systemError('ERR_FS_CP_EEXIST', 'EEXIST', EEXIST, `${dest} already exists`, dest);
}

function* copyFile(src, srcStat, dest, destStat, options) {
  const { errorOnExist, force, mode, preserveTimestamps } = options;
  if (destStat !== null) {
    if (force && !(mode & COPYFILE_EXCL)) yield names.unlink(dest);
    else if (errorOnExist || (force && (mode & COPYFILE_EXCL))) throw exists(dest);
    else return;
  }
  yield names.copyFile(src, dest, mode);
  const bits = Number(srcStat.mode) & 0o7777;
  if (preserveTimestamps) {
    if ((bits & 0o200) === 0) yield io.chmod(dest, bits | 0o200);
    const { atimeMs, mtimeMs } = yield look.stat(src);
    yield io.utimes(dest, atimeMs / 1000, mtimeMs / 1000);
  }
  yield io.chmod(dest, bits);
}

function* copyLink(src, dest, destStat, { verbatimSymlinks }) {
  let target = yield look.readlink(src);
  if (!verbatimSymlinks && !isAbsolute(target)) target = resolve(dirname(src), target);
  if (destStat === null) {
    yield names.symlink(target, dest);
    return;
  }
  let there;
  try {
    there = yield look.readlink(dest);
  } catch (error) {
    // not a link: making one says so
    if (error.code !== 'EINVAL' && error.code !== 'UNKNOWN') throw error;
    yield names.symlink(target, dest);
    return;
  }
  yield* checkLinks(src, target, isAbsolute(there) ? there : resolve(dirname(dest), there));
  yield names.unlink(dest);
  yield names.symlink(target, dest);
}

function* checkLinks(src, target, there) {
  const stat = yield* maybeStat(src, { dereference: true });
  if (!stat?.isDirectory()) return;
  if (isWithin(target, there)) throw invalid(`cannot copy ${target} to a subdirectory of self ${there}`, there);
  if (isWithin(there, target)) {
    throw systemError('ERR_FS_CP_SYMLINK_TO_SUBDIRECTORY', 'EINVAL', EINVAL, `cannot overwrite ${there} with ${target}`, there);
  }
}

module.exports = { copy };
