// fetch.spec.whatwg.org §2.2.5 (bodies), §5.2 "extract a body", v22: what a Request or Response carries. A web stream is made only for a program that
// asks for one. Missing: nothing.
'use strict';

const { isAnyArrayBuffer } = require('internal/buffer/fast');

const buffers = () => require('buffer').Buffer;

/** A body: `pieces` (strings, bytes, Blobs) or a `node` stream until it is a web stream. */
class Content {
  pieces;
  node;
  web;
  type;
  length;
  used = false;

  constructor(pieces, type, length) {
    this.pieces = pieces;
    this.type = type;
    this.length = length;
  }

  get disturbed() {
    return this.used || (this.web !== undefined && require('stream').isDisturbed(this.web));
  }

  get locked() {
    return this.web !== undefined && this.web.locked;
  }

  stream() {
    return (this.web ??= this.node === undefined ? streamOf(this.#chunks(), this.used) : streamOf(this.node, this.used));
  }

  /** All bytes as a Buffer. */
  async bytes() {
    const from = this.web ?? this.node;
    this.used = true;
    if (from === undefined && this.pieces.every((piece) => typeof piece === 'string')) return buffers().from(this.pieces.join(''));
    const chunks = [];
    for await (const chunk of from ?? this.#chunks()) chunks.push(checkedChunk(chunk));
    return chunks.length === 1 && buffers().isBuffer(chunks[0]) ? chunks[0] : buffers().concat(chunks);
  }

  /** The chunks that a client writes. */
  chunks() {
    const from = this.web ?? this.node;
    this.used = true;
    return from ?? this.#chunks();
  }

  async * #chunks() {
    for (const piece of this.pieces) {
      if (typeof piece === 'string') yield buffers().from(piece);
      else if (ArrayBuffer.isView(piece)) yield piece;
      else yield new Uint8Array(await piece.arrayBuffer());
    }
  }

  /** Two bodies of one (`clone`): what is known may be read twice, a stream is teed. */
  clone() {
    if (this.web === undefined && this.node === undefined) return new Content(this.pieces, this.type, this.length);
    const [left, right] = this.stream().tee();
    this.web = left;
    const copy = new Content(undefined, this.type, this.length);
    copy.web = right;
    return copy;
  }
}

function checkedChunk(chunk) {
  if (!(chunk instanceof Uint8Array)) throw new TypeError('Received non-Uint8Array chunk');
  return chunk;
}

function streamOf(source, used) {
  const { ReadableStream } = require('stream/web');
  const steps = source[Symbol.asyncIterator]();
  const stream = new ReadableStream({
    type: 'bytes',
    async pull(controller) {
      const { value, done } = await steps.next();
      if (done) {
        controller.close();
        controller.byobRequest?.respond(0);
      } else if (value.byteLength > 0) {
        controller.enqueue(new Uint8Array(value));
      } else {
        await this.pull(controller);
      }
    },
    async cancel(reason) {
      if (typeof source.destroy === 'function') source.destroy();
      else await steps.return?.(reason);
    },
  });
  if (used) stream.getReader().cancel().catch(() => {});
  return stream;
}

function ofStream(stream) {
  const content = new Content(undefined, null, null);
  content.web = stream;
  return content;
}

/** A body that comes from a socket. */
function ofNode(readable) {
  const content = new Content(undefined, null, null);
  content.node = readable;
  return content;
}

function ofBytes(bytes) {
  const copy = buffers().from(bytes);
  return new Content([copy], null, copy.byteLength);
}

function ofText(text, type) {
  return new Content([text], type, buffers().byteLength(text));
}

function ofForm(form) {
  const { pieces, boundary } = require('internal/fetch/multipart').encode(form);
  const length = pieces.reduce((sum, piece) => sum + (typeof piece === 'string' ? buffers().byteLength(piece) : piece.size), 0);
  return new Content(pieces, `multipart/form-data; boundary=${boundary}`, length);
}

function isWebStream(object) {
  return typeof object.getReader === 'function' && object instanceof require('stream/web').ReadableStream;
}

/** §5.2 "extract a body". */
function extract(object) {
  if (typeof object === 'object' && object !== null) {
    if (isWebStream(object)) {
      if (object.locked || require('stream').isDisturbed(object)) {
        throw new TypeError('Response body object should not be disturbed or locked');
      }
      return ofStream(object);
    }
    if (isAnyArrayBuffer(object)) return ofBytes(new Uint8Array(object));
    if (ArrayBuffer.isView(object)) return ofBytes(new Uint8Array(object.buffer, object.byteOffset, object.byteLength));
    if (object instanceof require('buffer').Blob) return new Content([object], object.type || null, object.size);
    if (object instanceof require('internal/fetch/form_data').FormData) return ofForm(object);
    if (object instanceof URLSearchParams) return ofText(`${object}`, 'application/x-www-form-urlencoded;charset=UTF-8');
    if (typeof object[Symbol.asyncIterator] === 'function') return ofNode(object);
  }
  return ofText(`${object}`.toWellFormed(), 'text/plain;charset=UTF-8');
}

module.exports = { extract, ofNode };
