// nodejs.org/api/fs.html, v22. Missing: lchmod, which Linux does not have; what the JDK does not tell (see internal/fs/stats).
'use strict';

const { deprecate, promisify } = require('internal/util');
const { defineLazy } = require('internal/lazy');
const { checkedCallback, runAsync, runSync, table } = require('internal/fs/forms');
const { pathCalls, fdCalls } = require('internal/fs/calls');
const look = require('internal/fs/look');
const transfer = require('internal/fs/transfer');
const callbacks = require('internal/fs/transfer_callbacks');
const whole = require('internal/fs/whole');
const removal = require('internal/fs/removal');
const constants = require('internal/fs/constants');

const fs = exports;
const paths = table(pathCalls);
const descriptors = table(fdCalls);
Object.assign(fs, paths.callback, paths.sync, descriptors.callback, descriptors.sync, callbacks);

fs.closeSync = function closeSync(fd) {
  descriptors.sync.closeSync(fd);
};

fs.close = function close(fd, callback = undefined) {
  if (callback !== undefined) descriptors.callback.close(fd, callback);
  else descriptors.callback.close(fd, thrown);
};

function thrown(error) {
  if (error) throw error;
}

fs.existsSync = function existsSync(path) {
  return look.exists(path);
};

fs.exists = function exists(path, callback) {
  const done = checkedCallback(callback);
  let plan;
  try {
    plan = look.stat(path);
  } catch {
    done(false);
    return;
  }
  runAsync(plan, (error) => done(!error));
};
Object.defineProperty(fs.exists, promisify.custom, {
  __proto__: null,
  value: { exists: (path) => new Promise((resolve) => fs.exists(path, resolve)) }.exists,
});

fs.readSync = (fd, ...args) => runSync(transfer.read(fd, ...transfer.readArguments(args)));
fs.writeSync = (fd, ...args) => runSync(transfer.write(fd, ...args));
fs.readvSync = (fd, buffers, position) => runSync(transfer.readv(fd, buffers, position));
fs.writevSync = (fd, buffers, position) => runSync(transfer.writev(fd, buffers, position));

for (const name of ['readFile', 'writeFile', 'appendFile', 'truncate']) {
  fs[name] = whole[name];
  fs[`${name}Sync`] = whole[`${name}Sync`];
}

/** A callback form of work that checks its arguments and then waits. */
function working(name, work) {
  return { [name](path, options, callback) {
    if (typeof options === 'function') [options, callback] = [undefined, options];
    const done = checkedCallback(callback);
    work(path, options)(done);
  } }[name];
}

fs.rm = working('rm', removal.rmWork);
fs.rmSync = removal.rmSync;
fs.rmdir = working('rmdir', removal.rmdirWork);
fs.rmdirSync = removal.rmdirSync;

fs.realpath = function realpath(path, options, callback) {
  if (typeof options === 'function') [options, callback] = [undefined, options];
  const done = checkedCallback(callback);
  require('internal/fs/realpath').realpath(path, options, done);
};
fs.realpathSync = (path, options) => require('internal/fs/realpath').realpathSync(path, options);
fs.realpath.native = paths.callback.realpath;
fs.realpathSync.native = paths.sync.realpathSync;

fs.createReadStream = (path, options) => new fs.ReadStream(path, options);
fs.createWriteStream = (path, options) => new fs.WriteStream(path, options);
const streams = { ReadStream: 'read_stream', FileReadStream: 'read_stream', WriteStream: 'write_stream', FileWriteStream: 'write_stream' };
for (const [name, file] of Object.entries(streams)) {
  defineLazy(fs, name, () => require(`internal/fs/${file}`)[name.replace('File', '')]);
}

fs.opendir = (path, options, callback) => require('internal/fs/dir').opendir(path, options, callback);
fs.opendirSync = (path, options) => require('internal/fs/dir').opendirSync(path, options);
fs.cp = (from, to, options, callback) => require('internal/fs/cp').callback(from, to, options, callback);
fs.cpSync = (from, to, options) => require('internal/fs/cp').cpSync(from, to, options);
fs.glob = (pattern, options, callback) => require('internal/fs/glob').glob(pattern, options, callback);
fs.globSync = (pattern, options) => require('internal/fs/glob').globSync(pattern, options);
fs.openAsBlob = (path, options = {}) => require('internal/fs/blob').openAsBlob(path, options);
fs.watch = (filename, options, listener) => require('internal/fs/watch').watch(filename, options, listener);
fs.watchFile = (filename, options, listener) => require('internal/fs/watch_file').watchFile(filename, options, listener);
fs.unwatchFile = (filename, listener) => require('internal/fs/watch_file').unwatchFile(filename, listener);

for (const [name, length] of [['read', 6], ['readSync', 5], ['write', 6], ['writeSync', 5]]) {
  Object.defineProperty(fs[name], 'length', { __proto__: null, value: length, configurable: true });
}
for (const name of Object.keys(fs)) {
  if (fs[name]?.name === '') Object.defineProperty(fs[name], 'name', { __proto__: null, value: name, configurable: true });
}

fs.lchmod = undefined;
fs.lchmodSync = undefined;
fs._toUnixTimestamp = require('internal/fs/options').seconds;
defineLazy(fs, 'Dirent', () => require('internal/fs/dirent').Dirent);
defineLazy(fs, 'Dir', () => require('internal/fs/dir').Dir);
fs.Stats = deprecate(require('internal/fs/stats').Stats, 'fs.Stats constructor is deprecated.', 'DEP0180');
for (const name of ['F_OK', 'R_OK', 'W_OK', 'X_OK']) fs[name] = constants[name];
Object.defineProperties(fs, {
  constants: { __proto__: null, value: constants, enumerable: true },
  promises: { __proto__: null, enumerable: true, configurable: true, get: () => require('internal/fs/promises') },
});
