// nodejs.org/api/zlib.html, v22: a stream's hold on its codec in Java, which a program can see and not use. For built-ins only.
'use strict';

const { heapBytes } = require('internal/buffer');
const { FastBuffer } = require('internal/buffer/fast');

const binding = internalBinding('zlib');
const kStepped = Symbol('kStepped');

binding.onStep((owner, output, left, full, code, errno, message) => {
  owner[kStepped](code === '' ? undefined : failure(code, errno, message), heapBytes(output, FastBuffer), left, full);
});

function failure(code, errno, message) {
  return Object.assign(new Error(message), { errno, code });
}

class Handle {
  #native;

  constructor(native) {
    this.#native = native;
  }

  static begin(handle, chunk, flush) {
    binding.begin(handle.#native, chunk.buffer, chunk.byteOffset, chunk.byteLength, flush);
  }

  static step(handle, owner, size) {
    binding.step(handle.#native, owner, size);
  }

  /** One step at once; throws its failure. */
  static stepNow(handle, size) {
    const [output, left, full, code, errno, message] = binding.stepNow(handle.#native, size) ?? [null, 0, false, '', 0, ''];
    if (code !== '') throw failure(code, errno, message);
    return { output: output === null ? new FastBuffer() : heapBytes(output, FastBuffer), left, full };
  }

  static params(handle, level, strategy) {
    binding.params(handle.#native, level, strategy);
  }

  static reset(handle) {
    binding.reset(handle.#native);
  }

  static close(handle) {
    binding.close(handle.#native);
  }
}

module.exports = { binding, Handle, kStepped };
