// nodejs.org/api/buffer.html#class-file, v22, and w3c.github.io/FileAPI/#file-section. Nothing is missing.
'use strict';

const { codes } = require('internal/errors');
const { Blob } = require('internal/blob');
const { customInspect } = require('internal/blob/arguments');
const { kClone } = require('internal/cloneable');

const inspectSymbol = Symbol.for('nodejs.util.inspect.custom');

class File extends Blob {
  #name;
  #lastModified;

  constructor(sources, fileName, options = undefined) {
    if (arguments.length < 2) throw new codes.ERR_MISSING_ARGS('fileBits', 'fileName');
    super(sources, options);
    const modified = options?.lastModified;
    this.#name = `${fileName}`.toWellFormed();
    this.#lastModified = modified === undefined ? Date.now() : +modified || 0;
  }

  static #check(file) {
    if (typeof file !== 'object' || file === null || !(#name in file)) throw new codes.ERR_INVALID_THIS('File');
  }

  get name() {
    File.#check(this);
    return this.#name;
  }

  get lastModified() {
    File.#check(this);
    return this.#lastModified;
  }

  [kClone]() {
    return new File([super[kClone]()], this.#name, { type: this.type, lastModified: this.#lastModified });
  }

  [inspectSymbol](depth, options) {
    File.#check(this);
    const shown = { size: this.size, type: this.type, name: this.#name, lastModified: this.#lastModified };
    return customInspect('File', shown, depth, options);
  }
}

for (const name of ['name', 'lastModified']) Object.defineProperty(File.prototype, name, { __proto__: null, enumerable: true });
Object.defineProperty(File.prototype, Symbol.toStringTag, { __proto__: null, configurable: true, value: 'File' });

module.exports = { File };
