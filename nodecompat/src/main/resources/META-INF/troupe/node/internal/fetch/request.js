// nodejs.org/api/globals.html#class-request, v22; fetch.spec.whatwg.org §5.4 (Request). Missing: what browsers know of windows, referrers, caches and
// credentials is kept and changes nothing.
'use strict';

const { exposeInterface, customInspectSymbol } = require('internal/util');
const { headersTools } = require('internal/fetch/headers');
const { kContent, mixIn } = require('internal/fetch/body');

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const FORBIDDEN = new Set(['CONNECT', 'TRACE', 'TRACK']);
const NORMALIZED = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH']);

const CHOICES = {
  __proto__: null,
  mode: ['navigate', 'same-origin', 'no-cors', 'cors'],
  credentials: ['omit', 'same-origin', 'include'],
  cache: ['default', 'no-store', 'reload', 'no-cache', 'force-cache', 'only-if-cached'],
  redirect: ['follow', 'error', 'manual'],
};
const DEFAULTS = { __proto__: null, mode: 'cors', credentials: 'same-origin', cache: 'default', redirect: 'follow' };

function methodOf(method) {
  const text = `${method}`;
  if (!TOKEN.test(text)) throw new TypeError(`'${text}' is not a valid HTTP method.`);
  const upper = text.toUpperCase();
  if (FORBIDDEN.has(upper)) throw new TypeError(`'${text}' HTTP method is unsupported.`);
  return NORMALIZED.has(upper) && upper !== 'PATCH' ? upper : text;
}

function urlOf(input) {
  let url;
  try {
    url = new URL(`${input}`);
  } catch (cause) {
    throw new TypeError(`Failed to parse URL from ${input}`, { cause });
  }
  if (url.username !== '' || url.password !== '') {
    throw new TypeError(`Request cannot be constructed from a URL that includes credentials: ${input}`);
  }
  return url.href;
}

class Request {
  #url;
  #method = 'GET';
  #headers;
  #signal;
  #chosen;
  #referrer = 'about:client';
  #referrerPolicy = '';
  #integrity = '';
  #keepalive = false;
  #duplex = 'half';

  constructor(input, init = {}) {
    if (arguments.length === 0) throw new TypeError('Request constructor: 1 argument required, but only 0 present.');
    init ??= {};
    if (typeof init !== 'object' && typeof init !== 'function') {
      throw new TypeError('Request constructor: Expected init ("RequestInit") to be an object.');
    }
    const from = typeof input === 'object' && input !== null && #url in input ? input : undefined;
    this[kContent] = null;
    this.#url = from === undefined ? urlOf(input) : from.#url;
    this.#method = init.method !== undefined ? methodOf(init.method) : from?.#method ?? 'GET';
    this.#choose(from, init);
    this.#headers = from === undefined || init.headers !== undefined ? headersTools.make() : headersTools.copy(from.#headers);
    if (init.headers !== undefined) headersTools.fill(this.#headers, init.headers);
    this.#follow(init.signal !== undefined ? init.signal : from?.#signal);
    this.#carry(from, init);
  }

  #choose(from, init) {
    this.#chosen = from === undefined ? { ...DEFAULTS } : { ...from.#chosen };
    if (init.window != null) throw new TypeError(`'window' option '${init.window}' must be null`);
    for (const name in CHOICES) {
      if (init[name] === undefined) continue;
      if (!CHOICES[name].includes(`${init[name]}`)) {
        throw new TypeError(`Request constructor: ${init[name]} is not an accepted type. Expected one of ${CHOICES[name].join(', ')}.`);
      }
      this.#chosen[name] = `${init[name]}`;
    }
    if (init.mode === 'navigate') throw new TypeError('Request constructor: invalid request mode navigate.');
    if (from !== undefined) {
      this.#referrer = from.#referrer;
      this.#referrerPolicy = from.#referrerPolicy;
      this.#integrity = from.#integrity;
      this.#keepalive = from.#keepalive;
    }
    if (init.referrer !== undefined) this.#referrer = `${init.referrer}`;
    if (init.referrerPolicy !== undefined) this.#referrerPolicy = `${init.referrerPolicy}`;
    if (init.integrity !== undefined) this.#integrity = `${init.integrity}`;
    if (init.keepalive !== undefined) this.#keepalive = Boolean(init.keepalive);
  }

  /** A signal of its own that aborts with the given one. */
  #follow(signal) {
    if (signal === undefined || signal === null) {
      this.#signal = new AbortController().signal;
      return;
    }
    if (typeof signal.aborted !== 'boolean' || typeof signal.addEventListener !== 'function') {
      throw new TypeError('Failed to construct \'Request\': member signal is not of type AbortSignal.');
    }
    this.#signal = AbortSignal.any([signal]);
  }

  #carry(from, init) {
    const inherited = from?.[kContent] ?? null;
    if ((init.body != null || (init.body === undefined && inherited !== null)) && (this.#method === 'GET' || this.#method === 'HEAD')) {
      throw new TypeError('Request with GET/HEAD method cannot have body.');
    }
    if (init.body != null) {
      const content = require('internal/fetch/content').extract(init.body);
      if (content.pieces === undefined && init.duplex == null) {
        throw new TypeError('RequestInit: duplex option is required when sending a body.');
      }
      this[kContent] = content;
      if (content.type !== null && !this.#headers.has('content-type')) headersTools.add(this.#headers, 'content-type', content.type);
    } else if (inherited !== null && init.body === undefined) {
      if (inherited.disturbed || inherited.locked) {
        throw new TypeError('Cannot construct a Request with a Request object that has already been used.');
      }
      this[kContent] = inherited.pieces === undefined ? inherited.clone() : inherited.clone();
      inherited.used = true;
    }
  }

  get method() { return this.#method; }
  get url() { return this.#url; }
  get headers() { return this.#headers; }
  get destination() { return ''; }
  get referrer() { return this.#referrer; }
  get referrerPolicy() { return this.#referrerPolicy; }
  get mode() { return this.#chosen.mode; }
  get credentials() { return this.#chosen.credentials; }
  get cache() { return this.#chosen.cache; }
  get redirect() { return this.#chosen.redirect; }
  get integrity() { return this.#integrity; }
  get keepalive() { return this.#keepalive; }
  get isReloadNavigation() { return false; }
  get isHistoryNavigation() { return false; }
  get signal() { return this.#signal; }
  get duplex() { return this.#duplex; }

  clone() {
    const content = this[kContent];
    if (content !== null && (content.disturbed || content.locked)) throw new TypeError('unusable');
    const copy = new Request(this.#url, { method: this.#method, headers: this.#headers, signal: this.#signal });
    copy.#chosen = { ...this.#chosen };
    copy.#referrer = this.#referrer;
    copy.#referrerPolicy = this.#referrerPolicy;
    copy.#integrity = this.#integrity;
    copy.#keepalive = this.#keepalive;
    copy[kContent] = content === null ? null : content.clone();
    return copy;
  }

  [customInspectSymbol](depth, options, inspect) {
    const shown = {};
    for (const name of [
      'method', 'url', 'headers', 'destination', 'referrer', 'referrerPolicy', 'mode', 'credentials', 'cache', 'redirect', 'integrity',
      'keepalive', 'isReloadNavigation', 'isHistoryNavigation', 'signal',
    ]) shown[name] = this[name];
    return `Request ${inspect(shown, options)}`;
  }
}

mixIn(Request);
exposeInterface(Request, 'Request', [
  'method', 'url', 'headers', 'destination', 'referrer', 'referrerPolicy', 'mode', 'credentials', 'cache', 'redirect', 'integrity',
  'keepalive', 'isReloadNavigation', 'isHistoryNavigation', 'signal', 'duplex', 'clone',
]);

module.exports = { Request };
