// nodejs.org/api/fs.html, v22: the plans behind the calls that have all forms, with how many arguments they take. Missing: nothing.
'use strict';

const look = require('internal/fs/look');
const names = require('internal/fs/names');
const io = require('internal/fs/io');

const pathCalls = {
  access: [look.access, 1, 2],
  chmod: [io.chmod, 2],
  chown: [io.chown, 3],
  copyFile: [names.copyFile, 2, 3],
  lchown: [io.lchown, 3],
  link: [names.link, 2],
  lstat: [look.lstat, 1, 2],
  lutimes: [io.lutimes, 3],
  mkdir: [names.mkdir, 1, 2],
  mkdtemp: [names.mkdtemp, 1, 2],
  readdir: [look.readdir, 1, 2],
  readlink: [look.readlink, 1, 2],
  realpath: [look.realpath, 1, 2],
  rename: [names.rename, 2],
  stat: [look.stat, 1, 2],
  statfs: [look.statfs, 1, 2],
  symlink: [names.symlink, 2, 3],
  unlink: [names.unlink, 1],
  utimes: [io.utimes, 3],
};

const fdCalls = {
  close: [io.close, 1],
  fchmod: [io.fchmod, 2],
  fchown: [io.fchown, 3],
  fdatasync: [io.fdatasync, 1],
  fstat: [io.fstat, 1, 2],
  fsync: [io.fsync, 1],
  ftruncate: [io.ftruncate, 1, 2],
  futimes: [io.futimes, 3],
  open: [io.open, 1, 3],
};

module.exports = { pathCalls, fdCalls };
