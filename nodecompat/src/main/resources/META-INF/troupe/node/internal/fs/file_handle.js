// nodejs.org/api/fs.html#class-filehandle, v22. Missing: the warning and the closing of handles that are collected as garbage.
'use strict';

const EventEmitter = require('events');
const { AbortError, codes } = require('internal/errors');
const { runPromise } = require('internal/fs/forms');
const { optionsOf } = require('internal/fs/options');
const io = require('internal/fs/io');
const transfer = require('internal/fs/transfer');
const whole = require('internal/fs/whole');

const kFd = Symbol('kFd');
const kUses = Symbol('kUses');
const kClosing = Symbol('kClosing');
const kRef = Symbol('kRef');
const kUnref = Symbol('kUnref');

function closedError(syscall) {
  return Object.assign(new Error('file closed'), { code: 'EBADF', syscall });
}

class FileHandle extends EventEmitter {
  constructor(fd) {
    super();
    this[kFd] = fd;
    this[kUses] = 1;
    this[kClosing] = null;
  }

  get fd() {
    return this[kFd];
  }

  getAsyncId() {
    return -1;
  }

  appendFile(data, options) {
    return write(this, 'writeFile', () => writeWhole(this, data, whole.appendOptions(options)));
  }

  chmod(mode) {
    return using(this, 'fchmod', (fd) => runPromise(io.fchmod(fd, mode)));
  }

  chown(uid, gid) {
    return using(this, 'fchown', (fd) => runPromise(io.fchown(fd, uid, gid)));
  }

  datasync() {
    return using(this, 'fdatasync', (fd) => runPromise(io.fdatasync(fd)));
  }

  sync() {
    return using(this, 'fsync', (fd) => runPromise(io.fsync(fd)));
  }

  read(buffer, ...args) {
    return using(this, 'read', async (fd) => {
      const [target, offset, length, position] = transfer.looseReadArguments([buffer, ...args]);
      const bytesRead = await runPromise(transfer.read(fd, target, offset, length, position));
      return { __proto__: null, bytesRead, buffer: target };
    });
  }

  readv(buffers, position) {
    return using(this, 'readv', async (fd) => {
      const bytesRead = await runPromise(transfer.readv(fd, buffers, position));
      return { __proto__: null, bytesRead, buffers };
    });
  }

  readFile(options) {
    return using(this, 'readFile', (fd) => readWhole(fd, optionsOf(options, { flag: 'r' })));
  }

  readLines(options = undefined) {
    return require('readline').createInterface({
      input: this.createReadStream(options),
      crlfDelay: Infinity,
    });
  }

  stat(options) {
    return using(this, 'fstat', (fd) => runPromise(io.fstat(fd, options)));
  }

  truncate(length = 0) {
    return using(this, 'ftruncate', (fd) => runPromise(io.ftruncate(fd, length)));
  }

  utimes(atime, mtime) {
    return using(this, 'futimes', (fd) => runPromise(io.futimes(fd, atime, mtime)));
  }

  write(buffer, ...args) {
    return write(this, 'write', async (fd) => {
      if (ArrayBuffer.isView(buffer) && buffer.byteLength === 0) return { __proto__: null, bytesWritten: 0, buffer };
      const bytesWritten = await runPromise(transfer.write(fd, buffer, ...args));
      return { __proto__: null, bytesWritten, buffer };
    });
  }

  writev(buffers, position) {
    return write(this, 'writev', async (fd) => {
      const bytesWritten = await runPromise(transfer.writev(fd, buffers, position));
      return { __proto__: null, bytesWritten, buffers };
    });
  }

  writeFile(data, options) {
    return write(this, 'writeFile', () => writeWhole(this, data, whole.writeOptions(options)));
  }

  createReadStream(options = undefined) {
    const { ReadStream } = require('internal/fs/read_stream');
    return new ReadStream(undefined, { highWaterMark: 64 * 1024, ...options, fd: this });
  }

  createWriteStream(options = undefined) {
    const { WriteStream } = require('internal/fs/write_stream');
    return new WriteStream(undefined, { ...options, fd: this });
  }

  readableWebStream(options = {}) {
    return require('internal/fs/web_stream').readable(this, options);
  }

  close() {
    if (this[kFd] === -1) return Promise.resolve();
    if (this[kClosing]) return this[kClosing].promise;
    this[kClosing] = Promise.withResolvers();
    this[kUnref]();
    const { promise } = this[kClosing];
    this.emit('close');
    return promise;
  }

  async [Symbol.asyncDispose]() {
    await this.close();
  }

  [kRef]() {
    this[kUses]++;
  }

  /** The last use of it that ends closes it, once closing was asked for. */
  [kUnref]() {
    if (--this[kUses] > 0) return;
    const fd = this[kFd];
    this[kFd] = -1;
    const closing = (this[kClosing] ??= Promise.withResolvers());
    runPromise(io.close(fd)).then(closing.resolve, closing.reject);
  }
}

/** Runs `work(fd)` and holds the descriptor open meanwhile. */
async function using(handle, syscall, work) {
  if (!(handle instanceof FileHandle)) throw new codes.ERR_INTERNAL_ASSERTION('handle must be an instance of FileHandle');
  if (handle[kFd] === -1 || handle[kClosing]) throw closedError(syscall);
  handle[kRef]();
  try {
    return await work(handle[kFd]);
  } finally {
    handle[kUnref]();
  }
}

const write = using;

function checkSignal(signal) {
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
}

/** Piece by piece, so that an abort is heard between them. */
async function readWhole(fd, { encoding, signal }) {
  const { Buffer } = require('buffer');
  checkSignal(signal);
  const { size } = await runPromise(io.fstat(fd));
  checkSignal(signal);
  const { MAX_LENGTH } = require('buffer').constants;
  if (size > MAX_LENGTH) throw new codes.ERR_FS_FILE_TOO_LARGE(size);
  const chunks = [];
  for (;;) {
    checkSignal(signal);
    const chunk = Buffer.allocUnsafeSlow(512 * 1024);
    const count = await runPromise(transfer.read(fd, chunk, 0, chunk.length, null));
    if (count === 0) break;
    chunks.push(chunk.subarray(0, count));
  }
  const bytes = chunks.length === 1 ? Buffer.from(chunks[0]) : Buffer.concat(chunks);
  return encoding && encoding !== 'buffer' ? bytes.toString(encoding) : bytes;
}

const isIterable = (value) => value != null && typeof value !== 'string' && !ArrayBuffer.isView(value) &&
  (typeof value[Symbol.asyncIterator] === 'function' || typeof value[Symbol.iterator] === 'function');

async function writeWhole(handle, data, options) {
  const { encoding, flush, signal } = options;
  if (isIterable(data)) {
    for await (const chunk of data) {
      checkSignal(signal);
      await writeAll(handle, ArrayBuffer.isView(chunk) ? chunk : bytesOf(chunk, encoding), signal);
    }
  } else {
    await writeAll(handle, whole.bytesOf(data, options), signal);
  }
  checkSignal(signal);
  if (flush) await runPromise(io.fsync(handle[kFd]));
}

function bytesOf(chunk, encoding) {
  return require('buffer').Buffer.from(chunk, encoding || 'utf8');
}

/** In pieces, so that an abort is heard between them. */
async function writeAll(handle, view, signal) {
  for (let at = 0; at < view.byteLength;) {
    checkSignal(signal);
    const length = Math.min(512 * 1024, view.byteLength - at);
    at += await runPromise(transfer.writePlan(handle[kFd], view, at, length, null));
  }
}

async function open(path, flags, mode) {
  return new FileHandle(await runPromise(io.open(path, flags, mode)));
}

module.exports = { FileHandle, kFd, kRef, kUnref, isIterable, open, readWhole, writeWhole };
