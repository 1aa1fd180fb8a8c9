// nodejs.org/api/buffer.html#class-blob, v22, and w3c.github.io/FileAPI. Nothing is missing.
'use strict';

const { codes } = require('internal/errors');
const { validateDictionary, customInspect } = require('internal/blob/arguments');
const { readParts, sizeOf, within, join, chunks, isFileBacked } = require('internal/blob/parts');
const { kClone } = require('internal/cloneable');

const inspectSymbol = Symbol.for('nodejs.util.inspect.custom');

let fromParts; // set while a Blob is made of parts that are there already

class Blob {
  #parts;
  #size;
  #type = '';

  constructor(sources = [], options = undefined) {
    if (fromParts !== undefined) {
      this.#parts = fromParts;
      this.#size = sizeOf(fromParts);
      fromParts = undefined;
      return;
    }
    const parts = readParts(sources, (value) => (#parts in value ? value.#parts : undefined));
    const { endings, type } = validateDictionary(options, 'options');
    this.#parts = parts.finish(endings);
    this.#size = sizeOf(this.#parts);
    this.#type = normalType(type);
  }

  static #of(blob) {
    if (typeof blob !== 'object' || blob === null || !(#parts in blob)) throw new codes.ERR_INVALID_THIS('Blob');
    return blob.#parts;
  }

  static has(value) {
    return typeof value === 'object' && value !== null && #parts in value;
  }

  static make(parts, type) {
    fromParts = parts;
    const blob = new Blob();
    blob.#type = normalType(type);
    return blob;
  }

  get size() {
    Blob.#of(this);
    return this.#size;
  }

  get type() {
    Blob.#of(this);
    return this.#type;
  }

  slice(start = 0, end = undefined, type = '') {
    const parts = Blob.#of(this);
    const size = this.#size;
    const at = (position) => {
      const whole = longLong(position);
      return whole < 0 ? Math.max(size + whole, 0) : Math.min(whole, size);
    };
    return make(within(parts, at(start), end === undefined ? size : at(end)), type);
  }

  async arrayBuffer() {
    return (await join(Blob.#of(this))).buffer;
  }

  async bytes() {
    return join(Blob.#of(this));
  }

  async text() {
    const { TextDecoder } = require('internal/encoding');
    return new TextDecoder().decode(await join(Blob.#of(this)));
  }

  stream() {
    const source = chunks(Blob.#of(this));
    const { ReadableStream } = require('stream/web');
    return new ReadableStream({
      type: 'bytes',
      async pull(controller) {
        const { value, done } = await source.next();
        if (!done) {
          controller.enqueue(value);
          return;
        }
        controller.close();
        controller.byobRequest?.respond(0);
      },
      async cancel() {
        await source.return();
      },
    }, { highWaterMark: 0 });
  }

  [kClone]() {
    if (isFileBacked(Blob.#of(this))) throw new codes.ERR_INVALID_STATE('File-backed Blobs are not cloneable');
    return make(this.#parts, this.#type);
  }

  [inspectSymbol](depth, options) {
    Blob.#of(this);
    return customInspect('Blob', { size: this.#size, type: this.#type }, depth, options);
  }
}

// w3c.github.io/FileAPI/#constructorBlob: ASCII in lower case, or nothing
function normalType(type) {
  const text = `${type}`;
  return /[^\x20-\x7e]/.test(text) ? '' : text.toLowerCase();
}

// webidl.spec.whatwg.org/#es-long-long with [Clamp]
function longLong(value) {
  const number = +value;
  if (Number.isNaN(number)) return 0;
  const even = Math.round(number);
  return Math.min(Math.max(even - number === 0.5 && even % 2 !== 0 ? even - 1 : even, Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);
}

const { has: isBlob, make } = Blob;
for (const name of ['has', 'make']) delete Blob[name];

for (const name of ['size', 'type', 'slice', 'stream', 'text', 'arrayBuffer', 'bytes']) {
  Object.defineProperty(Blob.prototype, name, { __proto__: null, enumerable: true });
}
Object.defineProperty(Blob.prototype, Symbol.toStringTag, { __proto__: null, configurable: true, value: 'Blob' });

/** A Blob over bytes elsewhere: `source` has a size and read(start, end), which promises a Uint8Array of its own. */
function blobFrom(source, type = '') {
  return make([{ source, start: 0, end: source.size }], type);
}

module.exports = { Blob, isBlob, blobFrom };
