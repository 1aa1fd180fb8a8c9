// nodejs.org/api/util.html#class-utiltextdecoder, v22, and encoding.spec.whatwg.org.
// Different: big5, euc-jp, euc-kr, iso-2022-jp and shift_jis are Java's, which differ from the standard's in a few characters and after errors.
'use strict';

const { codes } = require('internal/errors');
const { validateObject } = require('internal/validators');
const buffers = require('internal/buffer');
const { isAnyArrayBuffer } = require('internal/buffer/fast');

const binding = internalBinding('encoding');
const inspectSymbol = Symbol.for('nodejs.util.inspect.custom');

class TextEncoder {
  #brand = true;

  static #check(value) {
    if (typeof value !== 'object' || value === null || !(#brand in value)) throw new codes.ERR_INVALID_THIS('TextEncoder');
  }

  get encoding() {
    TextEncoder.#check(this);
    return 'utf-8';
  }

  encode(input = '') {
    TextEncoder.#check(this);
    return buffers.encode(`${input}`);
  }

  encodeInto(source, destination) {
    TextEncoder.#check(this);
    if (typeof source !== 'string') throw new codes.ERR_INVALID_ARG_TYPE('src', 'string', source);
    if (!(destination instanceof Uint8Array)) throw new codes.ERR_INVALID_ARG_TYPE('dest', 'Uint8Array', destination);
    const written = buffers.write(destination, source, 0, destination.length, 0);
    return { read: binding.unitsRead(source, written), written };
  }

  [inspectSymbol](depth, options) {
    TextEncoder.#check(this);
    if (typeof depth === 'number' && depth < 0) return this;
    const shown = Object.create({ constructor: TextEncoder });
    shown.encoding = this.encoding;
    return require('util').inspect(shown, options);
  }
}

class TextDecoder {
  #handle;
  #encoding;
  #fatal;
  #ignoreBOM;

  static #check(value) {
    if (typeof value !== 'object' || value === null || !(#encoding in value)) throw new codes.ERR_INVALID_THIS('TextDecoder');
  }

  constructor(encoding = 'utf-8', options = undefined) {
    encoding = `${encoding}`;
    if (options !== undefined && options !== null) validateObject(options, 'options', { allowObjectsAndNull: true, allowFunction: true, allowArray: true });
    this.#encoding = binding.labelName(encoding);
    if (this.#encoding === '') throw new codes.ERR_ENCODING_NOT_SUPPORTED(encoding);
    this.#fatal = Boolean(options?.fatal);
    this.#ignoreBOM = Boolean(options?.ignoreBOM);
  }

  get encoding() {
    TextDecoder.#check(this);
    return this.#encoding;
  }

  get fatal() {
    TextDecoder.#check(this);
    return this.#fatal;
  }

  get ignoreBOM() {
    TextDecoder.#check(this);
    return this.#ignoreBOM;
  }

  decode(input = undefined, options = undefined) {
    TextDecoder.#check(this);
    const view = inputView(input);
    if (options !== undefined && options !== null) validateObject(options, 'options', { allowObjectsAndNull: true, allowFunction: true, allowArray: true });
    this.#handle ??= binding.textDecoder(this.#encoding, this.#fatal, this.#ignoreBOM);
    const text = binding.decode(this.#handle, view.buffer, view.byteOffset, view.byteLength, Boolean(options?.stream));
    if (text === false) throw new codes.ERR_ENCODING_INVALID_ENCODED_DATA(this.#encoding, undefined);
    return text;
  }

  [inspectSymbol](depth, options) {
    TextDecoder.#check(this);
    if (typeof depth === 'number' && depth < 0) return this;
    const shown = Object.create({ constructor: TextDecoder });
    Object.assign(shown, { encoding: this.#encoding, fatal: this.#fatal, ignoreBOM: this.#ignoreBOM });
    return require('util').inspect(shown, options);
  }
}

const nothing = new Uint8Array(0);

function inputView(input) {
  if (input === undefined) return nothing;
  if (ArrayBuffer.isView(input)) return input;
  if (isAnyArrayBuffer(input)) return new Uint8Array(input);
  throw new codes.ERR_INVALID_ARG_TYPE('list', ['SharedArrayBuffer', 'ArrayBuffer', 'ArrayBufferView'], input);
}

for (const [Class, names] of [[TextEncoder, ['encoding', 'encode', 'encodeInto']], [TextDecoder, ['encoding', 'fatal', 'ignoreBOM', 'decode']]]) {
  for (const name of names) Object.defineProperty(Class.prototype, name, { __proto__: null, enumerable: true });
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { __proto__: null, configurable: true, value: Class.name });
}

module.exports = { TextEncoder, TextDecoder };
