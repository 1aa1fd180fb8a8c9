// https://encoding.spec.whatwg.org/#interface-textdecoderstream and its twin (nodejs.org/api/webstreams.html, v22). Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { expose, invalidThis, notDeclared, shown } = require('internal/webstreams/slots');
const { createTransform } = require('internal/webstreams/transform/stream');
const { customInspectSymbol } = require('internal/util');

const isHighSurrogate = (unit) => unit >= 0xd800 && unit <= 0xdbff;

class TextEncoderStream {
  #core;

  constructor() {
    const { TextEncoder } = require('internal/encoding');
    const encoder = new TextEncoder();
    let pending = ''; // half of a character
    this.#core = createTransform(
      (chunk, core) => {
        const text = pending + `${chunk}`;
        const cut = text.length > 0 && isHighSurrogate(text.charCodeAt(text.length - 1)) ? text.length - 1 : text.length;
        pending = text.slice(cut);
        if (cut > 0) core.enqueue(encoder.encode(text.slice(0, cut)));
      },
      (core) => {
        if (pending !== '') core.enqueue(new Uint8Array([0xef, 0xbf, 0xbd]));
      },
    );
  }

  get encoding() {
    if (!(#core in Object(this))) throw notDeclared();
    return 'utf-8';
  }

  get readable() {
    if (!(#core in Object(this))) throw notDeclared();
    return this.#core.readable.self;
  }

  get writable() {
    if (!(#core in Object(this))) throw notDeclared();
    return this.#core.writable.self;
  }

  [customInspectSymbol](depth, options, inspect) {
    if (!(#core in Object(this))) throw invalidThis('TextEncoderStream');
    return shown('TextEncoderStream', { encoding: this.encoding, readable: this.readable, writable: this.writable }, depth, options, inspect);
  }
}
expose(TextEncoderStream, 'TextEncoderStream', ['encoding', 'readable', 'writable']);

class TextDecoderStream {
  #core;
  #decoder;

  constructor(encoding = 'utf-8', options = {}) {
    const { TextDecoder } = require('internal/encoding');
    const decoder = this.#decoder = new TextDecoder(encoding, options);
    this.#core = createTransform(
      (chunk, core) => {
        if (!isBufferSource(chunk)) throw new codes.ERR_INVALID_ARG_TYPE('chunk', ['ArrayBuffer', 'TypedArray', 'DataView'], chunk);
        const text = decoder.decode(chunk, { stream: true });
        if (text !== '') core.enqueue(text);
      },
      (core) => {
        const rest = decoder.decode();
        if (rest !== '') core.enqueue(rest);
      },
    );
  }

  get encoding() {
    if (!(#core in Object(this))) throw notDeclared();
    return this.#decoder.encoding;
  }

  get fatal() {
    if (!(#core in Object(this))) throw notDeclared();
    return this.#decoder.fatal;
  }

  get ignoreBOM() {
    if (!(#core in Object(this))) throw notDeclared();
    return this.#decoder.ignoreBOM;
  }

  get readable() {
    if (!(#core in Object(this))) throw notDeclared();
    return this.#core.readable.self;
  }

  get writable() {
    if (!(#core in Object(this))) throw notDeclared();
    return this.#core.writable.self;
  }

  [customInspectSymbol](depth, options, inspect) {
    if (!(#core in Object(this))) throw invalidThis('TextDecoderStream');
    const { encoding, fatal, ignoreBOM, readable, writable } = this;
    return shown('TextDecoderStream', { encoding, fatal, ignoreBOM, readable, writable }, depth, options, inspect);
  }
}
expose(TextDecoderStream, 'TextDecoderStream', ['encoding', 'fatal', 'ignoreBOM', 'readable', 'writable']);

function isBufferSource(value) {
  const tag = typeof value === 'object' && value !== null && Object.prototype.toString.call(value);
  return ArrayBuffer.isView(value) || tag === '[object ArrayBuffer]' || tag === '[object SharedArrayBuffer]';
}

module.exports = { TextEncoderStream, TextDecoderStream };
