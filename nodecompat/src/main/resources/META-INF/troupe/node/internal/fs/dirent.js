// nodejs.org/api/fs.html#class-fsdirent, v22. Missing: nothing.
'use strict';

const constants = require('internal/fs/constants');
const { UV_DIRENT_BLOCK, UV_DIRENT_CHAR, UV_DIRENT_DIR, UV_DIRENT_FIFO, UV_DIRENT_FILE, UV_DIRENT_LINK, UV_DIRENT_SOCKET } = constants;

const kType = Symbol('type');

class Dirent {
  constructor(name, type, path) {
    this.name = name;
    this.parentPath = path;
    this[kType] = type;
  }

  isDirectory() { return this[kType] === UV_DIRENT_DIR; }
  isFile() { return this[kType] === UV_DIRENT_FILE; }
  isBlockDevice() { return this[kType] === UV_DIRENT_BLOCK; }
  isCharacterDevice() { return this[kType] === UV_DIRENT_CHAR; }
  isSymbolicLink() { return this[kType] === UV_DIRENT_LINK; }
  isFIFO() { return this[kType] === UV_DIRENT_FIFO; }
  isSocket() { return this[kType] === UV_DIRENT_SOCKET; }
}

Object.defineProperty(Dirent.prototype, 'path', {
  __proto__: null,
  configurable: true,
  enumerable: false,
  get: require('internal/util').deprecate(function path() { return this.parentPath; }, 'dirent.path is deprecated in favor of dirent.parentPath', 'DEP0178'),
  set: require('internal/util').deprecate(function path(value) { this.parentPath = value; }, 'dirent.path is deprecated in favor of dirent.parentPath', 'DEP0178'),
});

module.exports = { Dirent, kType };
