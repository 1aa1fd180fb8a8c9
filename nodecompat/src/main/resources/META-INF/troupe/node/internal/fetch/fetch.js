// nodejs.org/api/globals.html#fetch, v22; fetch.spec.whatwg.org §4, §5.6, over the http client, so that permissions and limits are those of its sockets.
// Missing: blob: URLs; caches, cookies and cross-origin rules, which Node does not have either; `dispatcher`, which is undici's.
'use strict';

const { Request } = require('internal/fetch/request');
const { make, REDIRECTS } = require('internal/fetch/response');
const { headersTools } = require('internal/fetch/headers');
const { kContent } = require('internal/fetch/body');
const { ofNode, extract } = require('internal/fetch/content');

const MOST_REDIRECTS = 20;
const ENCODINGS = { __proto__: null, 'gzip': 'createGunzip', 'x-gzip': 'createGunzip', 'deflate': 'createInflate', 'br': 'createBrotliDecompress' };

async function fetch(input, init = undefined) {
  if (arguments.length === 0) throw new TypeError('The "input" argument must be specified');
  const request = new Request(input, init);
  request.signal.throwIfAborted();
  const state = { request, url: new URL(request.url), method: request.method, content: request[kContent], fields: fieldsOf(request), hops: 0 };
  for (;;) {
    const response = await hop(state);
    if (response !== undefined) return response;
  }
}

function fieldsOf(request) {
  const fields = headersTools.raw(request.headers);
  const has = (name) => request.headers.has(name);
  if (!has('accept')) fields.push(['accept', '*/*']);
  if (!has('accept-language')) fields.push(['accept-language', '*']);
  if (!has('sec-fetch-mode')) fields.push(['sec-fetch-mode', request.mode]);
  if (!has('user-agent')) fields.push(['user-agent', 'node']);
  if (!has('accept-encoding')) fields.push(['accept-encoding', 'br, gzip, deflate']);
  return fields;
}

function failed(cause) {
  return new TypeError('fetch failed', { cause });
}

/** One request; undefined asks for another one. */
async function hop(state) {
  const { url, request } = state;
  if (url.protocol === 'data:') return dataResponse(url);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw failed(new Error(url.protocol === 'about:' ? 'about scheme is not supported' : 'unknown scheme'));
  const message = await send(state);
  const location = REDIRECTS.has(message.statusCode) ? message.headers.location : undefined;
  if (location === undefined || request.redirect === 'manual') return responseOf(state, message);
  if (request.redirect === 'error') {
    message.destroy();
    throw failed(new Error('unexpected redirect'));
  }
  redirect(state, message, location);
  return undefined;
}

/** §4.4 "HTTP-redirect fetch". */
function redirect(state, message, location) {
  message.resume();
  if (++state.hops > MOST_REDIRECTS) throw failed(new Error('redirect count exceeded'));
  const target = URL.parse(location, state.url);
  if (target === null) throw failed(new Error('Invalid redirect URL'));
  if (target.protocol !== 'http:' && target.protocol !== 'https:') throw failed(new Error('URL scheme must be a HTTP(S) scheme'));
  const { statusCode } = message;
  if (((statusCode === 301 || statusCode === 302) && state.method === 'POST') || (statusCode === 303 && state.method !== 'GET' && state.method !== 'HEAD')) {
    state.method = 'GET';
    state.content = null;
    state.fields = state.fields.filter(([name]) => !/^content-(?:encoding|language|location|type|length)$/i.test(name));
  } else if (state.content !== null && state.content.pieces === undefined) {
    throw failed(new Error('a streamed body cannot be sent twice'));
  }
  if (target.origin !== state.url.origin) {
    state.fields = state.fields.filter(([name]) => !/^(?:authorization|proxy-authorization|cookie|host)$/i.test(name));
  }
  target.hash ||= state.url.hash;
  state.url = target;
}

function send(state) {
  const { url, request, content } = state;
  const { signal } = request;
  return new Promise((resolve, reject) => {
    const client = require(url.protocol === 'https:' ? 'https' : 'http');
    const sent = client.request(url, { method: state.method, headers: state.fields.flat().length === 0 ? {} : Object.fromEntries(grouped(state.fields)) });
    const abort = () => {
      reject(signal.reason);
      sent.destroy(signal.reason);
    };
    signal.addEventListener('abort', abort);
    sent.on('response', (message) => {
      message.once('close', () => signal.removeEventListener('abort', abort));
      resolve(message);
    });
    sent.on('error', (error) => {
      signal.removeEventListener('abort', abort);
      reject(signal.aborted ? signal.reason : failed(error));
    });
    write(sent, content, state.method).catch((error) => sent.destroy(error));
  });
}

function grouped(fields) {
  const groups = new Map();
  for (const [name, value] of fields) groups.set(name, groups.has(name) ? [groups.get(name), value].flat() : value);
  return groups;
}

async function write(sent, content, method) {
  if (content === null) {
    if (method === 'POST' || method === 'PUT') sent.setHeader('content-length', 0);
    sent.end();
    return;
  }
  if (content.length !== null) sent.setHeader('content-length', content.length);
  const source = content.pieces === undefined ? content : content.clone();
  for await (const chunk of source.chunks()) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('Received non-Uint8Array chunk');
    if (!sent.write(chunk)) await require('events').once(sent, 'drain');
  }
  sent.end();
}

function responseOf(state, message) {
  const headers = headersTools.make();
  const raw = message.rawHeaders;
  for (let i = 0; i < raw.length; i += 2) headersTools.add(headers, raw[i], raw[i + 1]);
  const bodyless = state.method === 'HEAD' || [101, 204, 205, 304].includes(message.statusCode);
  if (bodyless) message.resume();
  const url = new URL(state.url);
  url.hash = '';
  return make({
    type: 'basic', status: message.statusCode, statusText: message.statusMessage, url: url.href, redirected: state.hops > 0, headers,
    content: bodyless ? null : ofNode(decompressed(message, state.request.signal)), guard: headersTools.IMMUTABLE,
  });
}

/** The body as it was before the server coded it (RFC 9110 §8.4), and ended by the request's signal. */
function decompressed(message, signal) {
  const codings = (message.headers['content-encoding'] ?? '').split(',').map((each) => each.trim().toLowerCase()).filter(Boolean);
  const makers = codings.reverse().map((coding) => ENCODINGS[coding]);
  let stream = message;
  if (makers.length > 0 && makers.length <= 5 && makers.every(Boolean)) {
    const zlib = require('zlib');
    const decoders = makers.map((name) => zlib[name]({
      flush: name === 'createBrotliDecompress' ? zlib.constants.BROTLI_OPERATION_FLUSH : zlib.constants.Z_SYNC_FLUSH,
      finishFlush: name === 'createBrotliDecompress' ? zlib.constants.BROTLI_OPERATION_FLUSH : zlib.constants.Z_SYNC_FLUSH,
    }));
    stream = decoders.at(-1);
    require('stream').pipeline(message, ...decoders, () => {});
  }
  const abort = () => stream.destroy(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  stream.once('close', () => signal.removeEventListener('abort', abort));
  stream.on('error', () => {}); // a reader gets it; without one it is nobody's
  return stream;
}

/** fetch.spec.whatwg.org §6 (data: URLs). */
function dataResponse(url) {
  const match = /^data:([^,]*),([^#]*)/s.exec(url.href);
  if (match === null) throw failed(new Error('invalid data: URL'));
  const base64 = /; *base64 *$/i.test(match[1]);
  const { Buffer } = require('buffer');
  const plain = Buffer.from(unescape(match[2]), 'latin1');
  const bytes = base64 ? Buffer.from(plain.toString('latin1'), 'base64') : plain;
  let type = match[1].replace(/; *base64 *$/i, '').trim();
  if (type === '' || type.startsWith(';')) type = type === '' ? 'text/plain;charset=US-ASCII' : `text/plain${type}`;
  const headers = headersTools.make();
  headersTools.add(headers, 'content-type', type);
  return make({ type: 'basic', status: 200, statusText: 'OK', url: url.href, headers, content: extract(bytes), guard: headersTools.IMMUTABLE });
}

module.exports = { fetch };
