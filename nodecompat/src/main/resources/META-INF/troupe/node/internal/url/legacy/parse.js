// nodejs.org/api/url.html#urlparseurlstring-parsequerystring-slashesdenotehost, v22: text to the parts of a legacy Url. Nothing is missing.
'use strict';

const { codes } = require('internal/errors');
const { isSlashed } = require('internal/url/legacy/schemes');

const binding = internalBinding('url');

const MARGIN = /^[\0-\x20\xa0\ufeff]+|[\0-\x20\xa0\ufeff]+$/g;
const REQUEST_PATH = /^\/{1,2}(?!\/)[^?#@\s]*(?:\?[^#\s]*)?$/;
const HAS_USER = /^\/\/[^@/]+@[^@/]+/;
const UNSAFE = /[\t\n\r "'<>\\^`{|}]/g;
const HOST_END = /[ "%';<>\\^`{|}]/;
const NO_HOST = /[\0-\x20#%/:<>?@[\\\]^|]/; // url.spec.whatwg.org/#forbidden-host-code-point
const NO_IPV6 = /[\0\t\n\r #%/<>?@[\\\]^|]/;
const MOST_HOST = 255; // characters of a domain name, RFC 1035

/** Backslashes before the query and the fragment are slashes, as in browsers. */
function withoutBackslashes(text) {
  const end = text.search(/[?#]/);
  const head = end < 0 ? text : text.slice(0, end);
  return head.includes('\\') ? head.replaceAll('\\', '/') + text.slice(head.length) : text;
}

const UNUSUAL = /[\0-\x20\xa0\ufeff#@\\]/;

/** The target of a request, as servers parse it each time: one look at the characters and no more. */
function readTarget(url, text, parseQuery) {
  if (text[0] !== '/' || text[1] === '/' || UNUSUAL.test(text)) return false;
  const at = text.indexOf('?');
  url.pathname = at < 0 ? text : text.slice(0, at);
  url.path = url.href = text;
  if (at >= 0) url.search = text.slice(at);
  if (parseQuery) url.query = at < 0 ? { __proto__: null } : require('querystring').parse(text.slice(at + 1));
  else if (at >= 0) url.query = text.slice(at + 1);
  return true;
}

/** Fills `url` with the parts of `text`. */
function read(url, text, parseQuery, slashesDenoteHost) {
  let rest = withoutBackslashes(text.replace(MARGIN, ''));
  if (!slashesDenoteHost && REQUEST_PATH.test(rest)) {
    readPath(url, rest, parseQuery);
    return;
  }
  const scheme = /^[a-z0-9.+-]+:/i.exec(rest)?.[0];
  if (scheme !== undefined) {
    url.protocol = scheme.toLowerCase();
    rest = rest.slice(scheme.length);
  }
  const script = url.protocol === 'javascript:';
  const slashes = rest.startsWith('//') && (slashesDenoteHost || scheme !== undefined || HAS_USER.test(rest));
  if (!script) {
    if (slashes) {
      rest = rest.slice(2);
      url.slashes = true;
    }
    if (slashes || (scheme !== undefined && !isSlashed(url.protocol))) rest = readAuthority(url, rest, text);
    rest = rest.replace(UNSAFE, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`);
  }
  readPath(url, rest, parseQuery);
  if (isSlashed(url.protocol) && url.hostname && !url.pathname) url.pathname = '/';
  if (url.pathname || url.search) url.path = (url.pathname || '') + (url.search || '');
}

/** Path, query and fragment. */
function readPath(url, rest, parseQuery) {
  const [, path, search, hash] = /^([^?#]*)(\?[^#]*)?(#[^]*)?$/.exec(rest);
  if (hash !== undefined) url.hash = hash;
  if (search !== undefined) {
    url.search = search;
    url.query = parseQuery ? require('querystring').parse(search.slice(1)) : search.slice(1);
  } else if (parseQuery) {
    url.search = null;
    url.query = { __proto__: null };
  }
  if (path) url.pathname = path;
  if (path || search) url.path = path + (search ?? '');
}

/** User, host and port, which `rest` begins with; returns what follows. */
function readAuthority(url, rest, whole) {
  const end = rest.search(/[/?#]/);
  let authority = end < 0 ? rest : rest.slice(0, end);
  rest = rest.slice(authority.length);
  const at = authority.lastIndexOf('@');
  if (at >= 0) {
    url.auth = decodeURIComponent(authority.slice(0, at).replace(/[\t\n\r]/g, ''));
    authority = authority.slice(at + 1);
  }
  authority = authority.replace(/[\t\n\r]/g, '');
  const stop = authority.search(HOST_END);
  if (stop >= 0) {
    rest = authority.slice(stop) + rest;
    authority = authority.slice(0, stop);
  }
  url.host = authority;
  url.hostname = '';
  url.parseHost();
  return readHost(url, rest, whole);
}

function readHost(url, rest, whole) {
  const ipv6 = url.hostname.startsWith('[') && url.hostname.endsWith(']');
  if (!ipv6) rest = cutHost(url, rest, whole);
  url.hostname = url.hostname.length > MOST_HOST ? '' : url.hostname.toLowerCase();
  if (url.hostname !== '') {
    if (ipv6) {
      if (NO_IPV6.test(url.hostname.slice(1, -1))) throw new codes.ERR_INVALID_URL(whole);
    } else {
      url.hostname = asciiHost(url.hostname, whole);
    }
  }
  url.host = url.hostname + (url.port ? `:${url.port}` : '');
  if (!ipv6) return rest;
  url.hostname = url.hostname.slice(1, -1);
  return rest.startsWith('/') ? rest : `/${rest}`;
}

let warned = false;

// A colon that no port follows ends the host, but that is on its way out.
function cutHost(url, rest, whole) {
  const at = url.hostname.indexOf(':');
  if (at < 0) return rest;
  if (!warned) {
    warned = true;
    process.emitWarning(`The URL ${whole} is invalid. Future versions of Node.js will throw an error.`, 'DeprecationWarning', 'DEP0170');
  }
  const cut = url.hostname.slice(at);
  url.hostname = url.hostname.slice(0, at);
  return `/${cut}${rest}`;
}

function asciiHost(hostname, whole) {
  const ascii = /[^\x20-\x7e]/.test(hostname) || hostname.includes('xn--') ? binding.toASCII(hostname) : hostname;
  if (ascii === '' || NO_HOST.test(ascii)) throw new codes.ERR_INVALID_URL(whole);
  return ascii;
}

module.exports = { read, readTarget };
