// nodejs.org/api/fs.html#fsopenasblobpath-options, v22: a Blob that reads its file when it is read, as long as the file is what it was.
// Missing: nothing.
'use strict';

const { validateObject, validateString } = require('internal/validators');
const { lazyDOMException } = require('internal/util');
const { runPromise } = require('internal/fs/forms');
const { checkedPath } = require('internal/fs/paths');
const io = require('internal/fs/io');
const look = require('internal/fs/look');
const transfer = require('internal/fs/transfer');

const same = (a, b) => a.size === b.size && a.mtimeNs === b.mtimeNs && a.ino === b.ino;

class FileSource {
  #path;
  #stats;

  constructor(path, stats) {
    this.#path = path;
    this.#stats = stats;
  }

  get size() {
    return Number(this.#stats.size);
  }

  async read(start, end) {
    try {
      return await this.#readNow(start, end);
    } catch {
      throw lazyDOMException('The blob could not be read', 'NotReadableError');
    }
  }

  async #readNow(start, end) {
    const fd = await runPromise(io.open(this.#path, 'r'));
    try {
      if (!same(await runPromise(io.fstat(fd, { bigint: true })), this.#stats)) throw new Error('changed');
      const bytes = new Uint8Array(end - start);
      for (let at = 0; at < bytes.length;) {
        const count = await runPromise(transfer.read(fd, bytes, at, bytes.length - at, start + at));
        if (count === 0) throw new Error('shorter than it was');
        at += count;
      }
      return bytes;
    } finally {
      await runPromise(io.close(fd));
    }
  }
}

async function blobOf(path, type) {
  const stats = await runPromise(look.stat(path, { bigint: true }));
  return require('internal/blob').blobFrom(new FileSource(path, stats), type);
}

function openAsBlob(path, options) {
  validateObject(options, 'options');
  const { type = '' } = options;
  validateString(type, 'options.type');
  return blobOf(checkedPath(path), type);
}

module.exports = { openAsBlob };
