// https://streams.spec.whatwg.org/#rbs-controller-class and #rs-byob-request-class (nodejs.org/api/webstreams.html, v22); what they do is in
// byte_core. Missing: nothing.
'use strict';

const { codes } = require('internal/errors');
const { expose, invalidState, invalidThis, kMake, shown } = require('internal/webstreams/slots');
const { viewShape, isDetached } = require('internal/webstreams/readable/views');
const { customInspectSymbol } = require('internal/util');

class ReadableStreamBYOBRequest {
  #core; // of the controller; undefined when the request was answered
  #view;

  constructor(secret = undefined, core = undefined, view = undefined) {
    if (secret !== kMake) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
    this.#core = core;
    this.#view = view;
  }

  get view() {
    if (!(#core in Object(this))) throw invalidThis('ReadableStreamBYOBRequest');
    return this.#view;
  }

  respond(bytesWritten) {
    if (!(#core in Object(this))) throw invalidThis('ReadableStreamBYOBRequest');
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('bytesWritten');
    const count = toCount(bytesWritten);
    if (this.#core === undefined) throw invalidState('This BYOB request has been invalidated');
    const { buffer, byteLength, isDetached: gone } = viewShape(this.#view);
    if (gone || byteLength === 0 || buffer.byteLength === 0) throw invalidState('Viewed ArrayBuffer is detached');
    this.#core.respond(count);
  }

  respondWithNewView(view) {
    if (!(#core in Object(this))) throw invalidThis('ReadableStreamBYOBRequest');
    if (!ArrayBuffer.isView(view)) throw new codes.ERR_INVALID_ARG_TYPE('view', ['Buffer', 'TypedArray', 'DataView'], view);
    if (this.#core === undefined) throw invalidState('This BYOB request has been invalidated');
    if (isDetached(viewShape(view).buffer)) throw invalidState('Viewed ArrayBuffer is detached');
    this.#core.respondWithNewView(view);
  }

  /** Called by the core only: the request is no longer anybody's. */
  static invalidate(request) {
    request.#core = undefined;
    request.#view = null;
  }

  [customInspectSymbol](depth, options, inspect) {
    return shown('ReadableStreamBYOBRequest', { view: this.#view, controller: this.#core?.self }, depth, options, inspect);
  }
}
const { invalidate } = ReadableStreamBYOBRequest;
delete ReadableStreamBYOBRequest.invalidate;
expose(ReadableStreamBYOBRequest, 'ReadableStreamBYOBRequest', ['view', 'respond', 'respondWithNewView']);

/** Web IDL's [EnforceRange] unsigned long long. */
function toCount(value) {
  const number = Math.trunc(Number(value));
  if (!(number >= 0 && number <= Number.MAX_SAFE_INTEGER)) throw new TypeError('bytesWritten is not in the range of an unsigned long long');
  return number;
}

class ReadableByteStreamController {
  #core;

  constructor(secret = undefined, core = undefined) {
    if (secret !== kMake) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
    this.#core = core;
  }

  get byobRequest() {
    if (!(#core in Object(this))) throw invalidThis('ReadableByteStreamController');
    return this.#core.byobRequest();
  }

  get desiredSize() {
    if (!(#core in Object(this))) throw invalidThis('ReadableByteStreamController');
    return this.#core.desiredSize();
  }

  close() {
    if (!(#core in Object(this))) throw invalidThis('ReadableByteStreamController');
    if (this.#core.closeRequested) throw invalidState('Controller is already closed');
    if (this.#core.stream.state !== 'readable') throw invalidState('ReadableStream is already closed');
    this.#core.close();
  }

  enqueue(chunk) {
    if (!(#core in Object(this))) throw invalidThis('ReadableByteStreamController');
    if (!ArrayBuffer.isView(chunk)) throw new codes.ERR_INVALID_ARG_TYPE('chunk', ['Buffer', 'TypedArray', 'DataView'], chunk);
    const { buffer, byteLength, isDetached: gone } = viewShape(chunk);
    if (byteLength === 0 || buffer.byteLength === 0 || gone) throw invalidState('chunk ArrayBuffer is zero-length or detached');
    if (this.#core.closeRequested) throw invalidState('Controller is already closed');
    if (this.#core.stream.state !== 'readable') throw invalidState('ReadableStream is already closed');
    this.#core.enqueue(chunk);
  }

  error(error = undefined) {
    if (!(#core in Object(this))) throw invalidThis('ReadableByteStreamController');
    this.#core.error(error);
  }

  [customInspectSymbol](depth, options, inspect) {
    return shown('ReadableByteStreamController', {}, depth, options, inspect);
  }
}
expose(ReadableByteStreamController, 'ReadableByteStreamController', ['byobRequest', 'desiredSize', 'close', 'enqueue', 'error']);

module.exports = { ReadableByteStreamController, ReadableStreamBYOBRequest, invalidate };
