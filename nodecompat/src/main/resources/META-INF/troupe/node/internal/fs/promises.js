// nodejs.org/api/fs.html#promises-api, v22. Missing: see fs/promises.
'use strict';

const { codes } = require('internal/errors');
const { runPromise, table } = require('internal/fs/forms');
const { checkedPath } = require('internal/fs/paths');
const removal = require('internal/fs/removal');
const whole = require('internal/fs/whole');
const { FileHandle, isIterable, open, readWhole, writeWhole } = require('internal/fs/file_handle');

const { promise } = table(require('internal/fs/calls').pathCalls);

const promised = (work) => new Promise((resolve, reject) => {
  work((error, value) => (error ? reject(error) : resolve(value)));
});

/** Opens, works with a handle, closes; a failure of closing joins that of the work. */
async function withHandle(path, flag, mode, work) {
  const handle = await open(path, flag, mode);
  let result;
  try {
    result = await work(handle);
  } catch (error) {
    await handle.close().catch((late) => {
      throw require('internal/errors').aggregateTwoErrors(late, error);
    });
    throw error;
  }
  await handle.close();
  return result;
}

async function readFile(path, options) {
  options = require('internal/fs/options').optionsOf(options, { flag: 'r' });
  if (path instanceof FileHandle) return path.readFile(options);
  const { signal } = options;
  if (signal?.aborted) throw whole.abortError(signal);
  if (signal === undefined) return runPromise(whole.readPlan(checkedPath(path), options));
  return withHandle(path, options.flag, 0o666, (handle) => readWhole(handle.fd, options));
}

async function writeFile(path, data, options) {
  options = whole.writeOptions(options);
  if (!isIterable(data)) whole.bytesOf(data, options);
  if (path instanceof FileHandle) return path.writeFile(data, options);
  const { signal } = options;
  if (signal?.aborted) throw whole.abortError(signal);
  if (signal === undefined && !options.flush && !isIterable(data)) {
    await runPromise(whole.writePlan(checkedPath(path), whole.bytesOf(data, options), options));
    return undefined;
  }
  return withHandle(path, options.flag, options.mode, (handle) => writeWhole(handle, data, options));
}

async function appendFile(path, data, options) {
  options = whole.appendOptions(options);
  return writeFile(path, data, { ...options, flag: options.flag || 'a' });
}

async function truncate(path, length = 0) {
  return withHandle(path, 'r+', 0o666, (handle) => handle.truncate(length));
}

async function rm(path, options) {
  return promised(removal.rmWork(path, options));
}

async function rmdir(path, options) {
  return promised(removal.rmdirWork(path, options));
}

async function lchmod() {
  throw new codes.ERR_METHOD_NOT_IMPLEMENTED('lchmod()');
}

async function opendir(path, options) {
  return require('internal/fs/dir').openPromise(path, options);
}

async function cp(from, to, options) {
  return require('internal/fs/cp').cp(from, to, options);
}

function watch(filename, options = {}) {
  return require('internal/fs/watch_iterator').watch(filename, options);
}

function glob(pattern, options) {
  return require('internal/fs/glob').globAsync(pattern, options);
}

module.exports = {
  access: promise.access,
  copyFile: promise.copyFile,
  cp,
  glob,
  open,
  opendir,
  rename: promise.rename,
  truncate,
  rm,
  rmdir,
  mkdir: promise.mkdir,
  readdir: promise.readdir,
  readlink: promise.readlink,
  symlink: promise.symlink,
  lstat: promise.lstat,
  stat: promise.stat,
  statfs: promise.statfs,
  link: promise.link,
  unlink: promise.unlink,
  chmod: promise.chmod,
  lchmod,
  lchown: promise.lchown,
  chown: promise.chown,
  utimes: promise.utimes,
  lutimes: promise.lutimes,
  realpath: promise.realpath,
  mkdtemp: promise.mkdtemp,
  writeFile,
  appendFile,
  readFile,
  watch,
  constants: require('internal/fs/constants'),
};
