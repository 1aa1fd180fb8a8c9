// nodejs.org/api/fs.html#filehandlereadablewebstreamoptions, v22. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { validateBoolean, validateObject } = require('internal/validators');
const { kRef, kUnref } = require('internal/fs/file_handle');

const locked = new WeakSet();
const CHUNK = 16384;

/** A byte stream of a handle, which it holds open and locks. */
function readable(handle, options) {
  validateObject(options, 'options');
  const { autoClose = false } = options;
  validateBoolean(autoClose, 'options.autoClose');
  if (handle.fd === -1) throw new codes.ERR_INVALID_STATE('The FileHandle is closed');
  if (locked.has(handle)) throw new codes.ERR_INVALID_STATE('The FileHandle is locked');
  locked.add(handle);
  handle[kRef]();
  const { ReadableStream } = require('stream/web');
  let controller;
  let done = false;
  const end = async () => {
    if (done) return;
    done = true;
    handle[kUnref]();
    if (autoClose) await handle.close();
  };
  const stream = new ReadableStream({
    type: 'bytes',
    autoAllocateChunkSize: CHUNK,
    start(given) {
      controller = given;
    },
    async pull() {
      const { view } = controller.byobRequest;
      const { bytesRead } = await handle.read(view, 0, view.byteLength);
      if (bytesRead === 0) {
        await end();
        controller.close();
      }
      controller.byobRequest.respond(bytesRead);
    },
    cancel: end,
  });
  handle.once('close', () => {
    if (done) return;
    done = true;
    handle[kUnref]();
    try {
      controller.close();
      controller.byobRequest?.respond(0);
    } catch {
      // it was closed by its reader
    }
  });
  return stream;
}

module.exports = { readable };
