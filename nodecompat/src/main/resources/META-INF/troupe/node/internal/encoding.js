// nodejs.org/api/util.html#class-utiltextdecoder, v22, and encoding.spec.whatwg.org.
// Missing: the encodings that this JVM has no charset for (iso-8859-10, iso-8859-14), which throw as unknown ones do.
'use strict';

const { codes } = require('internal/errors');
const { validateObject } = require('internal/validators');
const buffers = require('internal/buffer');
const { isAnyArrayBuffer } = require('internal/buffer/fast');

const binding = internalBinding('encoding');
const inspectSymbol = Symbol.for('nodejs.util.inspect.custom');

class TextEncoder {
  #brand = true;

  get encoding() {
    if (!(#brand in this)) throw new codes.ERR_INVALID_THIS('TextEncoder');
    return 'utf-8';
  }

  encode(input = '') {
    if (!(#brand in this)) throw new codes.ERR_INVALID_THIS('TextEncoder');
    return buffers.encode(`${input}`);
  }

  encodeInto(source, destination) {
    if (!(#brand in this)) throw new codes.ERR_INVALID_THIS('TextEncoder');
    if (typeof source !== 'string') throw new codes.ERR_INVALID_ARG_TYPE('src', 'string', source);
    if (!(destination instanceof Uint8Array)) throw new codes.ERR_INVALID_ARG_TYPE('dest', 'Uint8Array', destination);
    const written = buffers.write(destination, source, 0, destination.length, 0);
    return { read: binding.unitsRead(source, written), written };
  }

  [inspectSymbol](depth, options) {
    if (!(#brand in this)) throw new codes.ERR_INVALID_THIS('TextEncoder');
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

  constructor(encoding = 'utf-8', options = undefined) {
    encoding = `${encoding}`;
    if (options !== undefined && options !== null) validateObject(options, 'options', { allowObjectsAndNull: true, allowFunction: true, allowArray: true });
    this.#encoding = binding.labelName(encoding);
    if (this.#encoding === '') throw new codes.ERR_ENCODING_NOT_SUPPORTED(encoding);
    this.#fatal = Boolean(options?.fatal);
    this.#ignoreBOM = Boolean(options?.ignoreBOM);
  }

  get encoding() {
    return decoderOf(this, #encoding in this) && this.#encoding;
  }

  get fatal() {
    return decoderOf(this, #fatal in this) && this.#fatal;
  }

  get ignoreBOM() {
    return decoderOf(this, #ignoreBOM in this) && this.#ignoreBOM;
  }

  decode(input = undefined, options = undefined) {
    decoderOf(this, #encoding in this);
    const view = inputView(input);
    if (options !== undefined && options !== null) validateObject(options, 'options', { allowObjectsAndNull: true, allowFunction: true, allowArray: true });
    this.#handle ??= binding.textDecoder(this.#encoding, this.#fatal, this.#ignoreBOM);
    const text = binding.decode(this.#handle, view.buffer, view.byteOffset, view.byteLength, Boolean(options?.stream));
    if (text === false) throw new codes.ERR_ENCODING_INVALID_ENCODED_DATA(this.#encoding, undefined);
    return text;
  }

  [inspectSymbol](depth, options) {
    decoderOf(this, #encoding in this);
    if (typeof depth === 'number' && depth < 0) return this;
    const shown = Object.create({ constructor: TextDecoder });
    Object.assign(shown, { encoding: this.#encoding, fatal: this.#fatal, ignoreBOM: this.#ignoreBOM });
    return require('util').inspect(shown, options);
  }
}

function decoderOf(value, branded) {
  if (!branded) throw new codes.ERR_INVALID_THIS('TextDecoder');
  return true;
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
