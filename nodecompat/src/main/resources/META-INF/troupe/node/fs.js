// nodejs.org/api/fs.html, v22. Missing: being written.
'use strict';

const { addMissing } = require('internal/not_implemented');
const { checkedCallback, runAsync, runSync, split, table } = require('internal/fs/forms');
const constants = require('internal/fs/constants');
const look = require('internal/fs/look');
const names = require('internal/fs/names');
const io = require('internal/fs/io');
const transfer = require('internal/fs/transfer');
const whole = require('internal/fs/whole');
const removal = require('internal/fs/removal');

const calls = table({
  access: [look.access, 1, 2],
  chmod: [io.chmod, 2],
  chown: [io.chown, 3],
  close: [io.close, 1],
  copyFile: [names.copyFile, 2, 3],
  fchmod: [io.fchmod, 2],
  fchown: [io.fchown, 3],
  fdatasync: [io.fdatasync, 1],
  fstat: [io.fstat, 1, 2],
  fsync: [io.fsync, 1],
  ftruncate: [io.ftruncate, 1, 2],
  futimes: [io.futimes, 3],
  lchown: [io.lchown, 3],
  link: [names.link, 2],
  lstat: [look.lstat, 1, 2],
  lutimes: [io.lutimes, 3],
  mkdir: [names.mkdir, 1, 2],
  mkdtemp: [names.mkdtemp, 1, 2],
  open: [io.open, 1, 3],
  readdir: [look.readdir, 1, 2],
  readlink: [look.readlink, 1, 2],
  realpath: [look.realpath, 1, 2],
  rename: [names.rename, 2],
  stat: [look.stat, 1, 2],
  statfs: [look.statfs, 1, 2],
  symlink: [names.symlink, 2, 3],
  unlink: [names.unlink, 1],
  utimes: [io.utimes, 3],
});

Object.assign(exports, calls.callback, calls.sync, {
  existsSync(path) {
    try {
      return runSync(look.stat(path, { throwIfNoEntry: false })) !== undefined;
    } catch {
      return false;
    }
  },
  readSync: (fd, ...args) => runSync(transfer.read(fd, ...transfer.readArguments(args))),
  writeSync: (fd, ...args) => runSync(transfer.write(fd, ...args)),
  readFileSync: whole.readFileSync,
  writeFileSync: whole.writeFileSync,
  appendFileSync: whole.appendFileSync,
  rmSync: removal.rmSync,
  rmdirSync: removal.rmdirSync,
});
exports.realpathSync.native = exports.realpathSync;
exports.realpath.native = exports.realpath;
void [checkedCallback, runAsync, split];

addMissing(exports, 'fs', [
  'appendFile cp cpSync createReadStream createWriteStream exists openAsBlob read readv readvSync readFile rm rmdir truncate',
  'truncateSync unwatchFile watch watchFile writeFile write writev writevSync ReadStream WriteStream FileReadStream FileWriteStream',
  '_toUnixTimestamp opendir opendirSync',
].join(' '));
exports.constants = constants;
Object.assign(exports, { F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1, Dirent: require('internal/fs/dirent').Dirent, Stats: require('internal/fs/stats').Stats });
