// nodejs.org/api/globals.html#class-response, v22; fetch.spec.whatwg.org §5.5 (Response). Missing: nothing.
'use strict';

const { exposeInterface, customInspectSymbol } = require('internal/util');
const { Headers, headersTools } = require('internal/fetch/headers');
const { kContent, mixIn } = require('internal/fetch/body');

const BODYLESS = new Set([101, 103, 204, 205, 304]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const NOT_IN_REASON = /[^\t\x20-\x7e\x80-\xff]/;

class Response {
  #type = 'default';
  #url = '';
  #redirected = false;
  #status = 200;
  #statusText = '';
  #headers;

  constructor(body = null, init = {}) {
    this[kContent] = null;
    this.#headers = headersTools.make();
    if (init === null || init === undefined) init = {};
    if (typeof init !== 'object' && typeof init !== 'function') {
      throw new TypeError('Response constructor: Expected init ("ResponseInit") to be an object.');
    }
    const { status = 200, statusText = '', headers } = init;
    const number = Number(status) & 0xffff;
    if (number < 200 || number > 599) throw new RangeError('init["status"] must be in the range of 200 to 599, inclusive.');
    if (NOT_IN_REASON.test(`${statusText}`)) throw new TypeError('Invalid statusText');
    this.#status = number;
    this.#statusText = `${statusText}`;
    if (headers != null) headersTools.fill(this.#headers, headers);
    if (body != null) attach(this, body, number);
  }

  static error() {
    return Response.#internal({ type: 'error', status: 0, guard: headersTools.IMMUTABLE });
  }

  static json(data, init = {}) {
    const text = JSON.stringify(data);
    if (text === undefined) throw new TypeError('Value is not JSON serializable');
    const response = new Response(text, init);
    if (!new Headers(init?.headers ?? {}).has('content-type')) response.#headers.set('content-type', 'application/json');
    return response;
  }

  static redirect(url, status = 302) {
    const target = new URL(`${url}`);
    if (!REDIRECTS.has(Number(status))) throw new RangeError(`Invalid status code ${status}`);
    const response = Response.#internal({ status: Number(status) });
    headersTools.add(response.#headers, 'location', target.href);
    headersTools.guard(response.#headers, headersTools.IMMUTABLE);
    return response;
  }

  static #internal({ type = 'default', status, statusText = '', url = '', redirected = false, headers, content = null, guard }) {
    const response = new Response();
    response.#type = type;
    response.#status = status;
    response.#statusText = statusText;
    response.#url = url;
    response.#redirected = redirected;
    if (headers !== undefined) response.#headers = headers;
    if (guard !== undefined) headersTools.guard(response.#headers, guard);
    response[kContent] = content;
    return response;
  }

  /** For fetch() alone; taken away below. */
  static make(parts) {
    return Response.#internal(parts);
  }

  get type() { return this.#type; }
  get url() { return this.#url; }
  get redirected() { return this.#redirected; }
  get status() { return this.#status; }
  get ok() { return this.#status >= 200 && this.#status <= 299; }
  get statusText() { return this.#statusText; }
  get headers() { return this.#headers; }

  clone() {
    if (this.bodyUsed || this[kContent]?.locked) throw new TypeError('Response.clone: Body has already been consumed.');
    return Response.#internal({
      type: this.#type, status: this.#status, statusText: this.#statusText, url: this.#url, redirected: this.#redirected,
      headers: headersTools.copy(this.#headers), content: this[kContent] === null ? null : this[kContent].clone(),
    });
  }

  [customInspectSymbol](depth, options, inspect) {
    const { status, statusText, headers, bodyUsed, ok, redirected, type, url } = this;
    return `Response ${inspect({ status, statusText, headers, body: this.body, bodyUsed, ok, redirected, type, url }, options)}`;
  }
}

function attach(response, body, status) {
  if (BODYLESS.has(status)) throw new TypeError(`Response constructor: Invalid response status code ${status}`);
  const content = require('internal/fetch/content').extract(body);
  response[kContent] = content;
  if (content.type !== null && !response.headers.has('content-type')) headersTools.add(response.headers, 'content-type', content.type);
}

const { make } = Response;
delete Response.make;
mixIn(Response);
exposeInterface(Response, 'Response', ['type', 'url', 'redirected', 'status', 'ok', 'statusText', 'headers', 'clone']);
for (const name of ['error', 'json', 'redirect']) {
  Object.defineProperty(Response, name, { __proto__: null, ...Object.getOwnPropertyDescriptor(Response, name), enumerable: true });
}

module.exports = { Response, make, REDIRECTS };
