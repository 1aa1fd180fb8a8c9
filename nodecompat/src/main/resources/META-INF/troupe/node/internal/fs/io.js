// nodejs.org/api/fs.html, v22: calls on descriptors: open, close, fstat, ftruncate, fsync, fchmod, fchown, futimes. read and write are in
// internal/fs/transfer. Missing: nothing.
'use strict';

const { validateInteger, parseFileMode } = require('internal/validators');
const { checkedPath, absolute, shown } = require('internal/fs/paths');
const { checkedFd, flagsOf, makingMode, seconds } = require('internal/fs/options');
const { statsOf } = require('internal/fs/stats');
const { S_IFIFO } = require('internal/fs/constants');
const { pathPlan } = require('internal/fs/look');

function open(path, flags, mode) {
  path = checkedPath(path);
  const bits = flagsOf(flags);
  return { call: 'open', syscall: 'open', path: shown(path), args: [absolute(path), bits, makingMode(mode, 0o666)] };
}

const fdPlan = (call, fd, args, syscall = call) => ({ call, syscall, args: [checkedFd(fd), ...args] });

const close = (fd) => fdPlan('close', fd, []);

const STANDARD = new Float64Array([0, S_IFIFO | 0o600, 1, 0, 0, 0, 4096, 0, 0, 0, 0, 0, 0, 0]);

/** The standard streams are no files of the actor's, but pipes to what the host made them. */
function standardStats(bigint) {
  return bigint ? statsOf(BigInt64Array.from(STANDARD, BigInt), true) : statsOf(STANDARD, false);
}

function fstat(fd, options) {
  const bigint = Boolean(options?.bigint);
  if (checkedFd(fd) <= 2) return { value: standardStats(bigint) };
  return { ...fdPlan('fstat', fd, [bigint]), map: (record) => statsOf(record, bigint) };
}

function ftruncate(fd, length = 0) {
  checkedFd(fd);
  validateInteger(length, 'len');
  return fdPlan('ftruncate', fd, [Math.max(0, length)]);
}

const fsync = (fd) => fdPlan('fsync', fd, [true]);
const fdatasync = (fd) => fdPlan('fsync', fd, [false], 'fdatasync');

const MAX_ID = 2 ** 32 - 1;

function id(value, name) {
  validateInteger(value, name, -1, MAX_ID);
  return value === -1 ? MAX_ID : value;
}

function fchmod(fd, mode) {
  checkedFd(fd);
  return fdPlan('fchmod', fd, [parseFileMode(mode, 'mode') & 0o7777]);
}

function fchown(fd, uid, gid) {
  checkedFd(fd);
  return fdPlan('fchown', fd, [id(uid, 'uid'), id(gid, 'gid')]);
}

function futimes(fd, atime, mtime) {
  checkedFd(fd);
  return fdPlan('futimes', fd, [seconds(atime, 'atime'), seconds(mtime, 'mtime')], 'futime');
}

function chmod(path, mode) {
  path = checkedPath(path);
  return pathPlan('chmod', 'chmod', path, [parseFileMode(mode, 'mode') & 0o7777]);
}

function chownPlan(syscall, follow, path, uid, gid) {
  path = checkedPath(path);
  return pathPlan('chown', syscall, path, [id(uid, 'uid'), id(gid, 'gid'), follow]);
}

const chown = (path, uid, gid) => chownPlan('chown', true, path, uid, gid);
const lchown = (path, uid, gid) => chownPlan('lchown', false, path, uid, gid);

function utimesPlan(syscall, follow, path, atime, mtime) {
  path = checkedPath(path);
  return pathPlan('utimes', syscall, path, [seconds(atime), seconds(mtime), follow]);
}

const utimes = (path, atime, mtime) => utimesPlan('utime', true, path, atime, mtime);
const lutimes = (path, atime, mtime) => utimesPlan('lutime', false, path, atime, mtime);

module.exports = {
  open, close, fstat, ftruncate, fsync, fdatasync, fchmod, fchown, futimes, chmod, chown, lchown, utimes, lutimes,
};
