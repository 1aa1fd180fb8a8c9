// nodejs.org/api/fs.html#class-fsstats and #class-fsstatfs, v22. Missing: blocks knows no holes and blksize is 4096, for the JDK tells neither.
'use strict';

const { S_IFBLK, S_IFCHR, S_IFDIR, S_IFIFO, S_IFLNK, S_IFMT, S_IFREG, S_IFSOCK } = require('internal/fs/constants');

const FIELDS = ['dev', 'mode', 'nlink', 'uid', 'gid', 'rdev', 'blksize', 'ino', 'size', 'blocks'];
const TIMES = ['atime', 'mtime', 'ctime', 'birthtime'];

function StatsBase() {}

function isType(mode, type) {
  return typeof mode === 'bigint' ? (mode & BigInt(S_IFMT)) === BigInt(type) : (mode & S_IFMT) === type;
}

const kinds = {
  isDirectory: S_IFDIR, isFile: S_IFREG, isBlockDevice: S_IFBLK, isCharacterDevice: S_IFCHR, isSymbolicLink: S_IFLNK, isFIFO: S_IFIFO,
  isSocket: S_IFSOCK,
};
for (const [name, type] of Object.entries(kinds)) {
  StatsBase.prototype[name] = { [name]() { return isType(this.mode, type); } }[name];
}

const dateOf = (millis) => new Date(Math.round(Number(millis)));

/** Dates are made when they are read; each stays the object that it was. */
function addDates(Class) {
  for (const name of TIMES) {
    Object.defineProperty(Class.prototype, name, {
      __proto__: null,
      enumerable: true,
      configurable: true,
      get() {
        return (this[name] = dateOf(this[`${name}Ms`]));
      },
      set(value) {
        Object.defineProperty(this, name, { __proto__: null, value, enumerable: true, configurable: true, writable: true });
      },
    });
  }
}

// written out: programs make many of them, and the engine often interprets
function Stats(dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks, atimeMs, mtimeMs, ctimeMs, birthtimeMs) {
  this.dev = dev;
  this.mode = mode;
  this.nlink = nlink;
  this.uid = uid;
  this.gid = gid;
  this.rdev = rdev;
  this.blksize = blksize;
  this.ino = ino;
  this.size = size;
  this.blocks = blocks;
  this.atimeMs = atimeMs;
  this.mtimeMs = mtimeMs;
  this.ctimeMs = ctimeMs;
  this.birthtimeMs = birthtimeMs;
}
Object.setPrototypeOf(Stats.prototype, StatsBase.prototype);
Object.setPrototypeOf(Stats, StatsBase);
addDates(Stats);

function BigIntStats(...values) {
  FIELDS.forEach((field, i) => { this[field] = values[i]; });
  TIMES.forEach((time, i) => { this[`${time}Ms`] = values[FIELDS.length + i] / 1000000n; });
  TIMES.forEach((time, i) => { this[`${time}Ns`] = values[FIELDS.length + i]; });
}
Object.setPrototypeOf(BigIntStats.prototype, StatsBase.prototype);
Object.setPrototypeOf(BigIntStats, StatsBase);
addDates(BigIntStats);

/** The record that Java gives, as an object. */
function statsOf({ buffer }, bigint) {
  if (bigint) return new BigIntStats(...new BigInt64Array(buffer));
  const v = new Float64Array(buffer);
  return new Stats(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10], v[11], v[12], v[13]);
}

/** What watchFile tells of a file that is not there. */
function noStats(bigint) {
  return bigint ? new BigIntStats(...new BigInt64Array(14)) : new Stats(...new Float64Array(14));
}

// linux/magic.h
const MAGIC = {
  '__proto__': null,
  'ext2': 0xef53, 'ext3': 0xef53, 'ext4': 0xef53, 'tmpfs': 0x01021994, 'proc': 0x9fa0, 'sysfs': 0x62656572, 'overlay': 0x794c7630,
  'xfs': 0x58465342, 'btrfs': 0x9123683e, 'nfs': 0x6969, 'nfs4': 0x6969, 'zfs': 0x2fc12fc1, 'devtmpfs': 0x01021994, 'f2fs': 0xf2f52010,
  'vfat': 0x4d44, 'fuse': 0x65735546, 'squashfs': 0x73717368, '9p': 0x01021997,
};

class StatFs {
  constructor(text, bigint) {
    const [type, bsize, blocks, bfree, bavail] = text.split('\u0000');
    const number = bigint ? BigInt : Number;
    this.type = number(MAGIC[type] ?? 0);
    this.bsize = number(bsize);
    this.blocks = number(blocks);
    this.bfree = number(bfree);
    this.bavail = number(bavail);
    this.files = number(0);
    this.ffree = number(0);
  }
}

module.exports = { Stats, BigIntStats, StatFs, statsOf, noStats };
