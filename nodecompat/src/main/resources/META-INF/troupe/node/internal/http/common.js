// nodejs.org/api/http.html, v22: tables and checks that both sides share.
'use strict';

const { codes } = require('internal/errors');

const METHODS = [
  'ACL', 'BIND', 'CHECKOUT', 'CONNECT', 'COPY', 'DELETE', 'GET', 'HEAD', 'LINK', 'LOCK', 'M-SEARCH', 'MERGE', 'MKACTIVITY',
  'MKCALENDAR', 'MKCOL', 'MOVE', 'NOTIFY', 'OPTIONS', 'PATCH', 'POST', 'PROPFIND', 'PROPPATCH', 'PURGE', 'PUT', 'QUERY', 'REBIND',
  'REPORT', 'SEARCH', 'SOURCE', 'SUBSCRIBE', 'TRACE', 'UNBIND', 'UNLINK', 'UNLOCK', 'UNSUBSCRIBE',
];

// IANA's registry of status codes, with the phrases that Node gives them.
const STATUS_CODES = {
  100: 'Continue', 101: 'Switching Protocols', 102: 'Processing', 103: 'Early Hints',
  200: 'OK', 201: 'Created', 202: 'Accepted', 203: 'Non-Authoritative Information', 204: 'No Content', 205: 'Reset Content',
  206: 'Partial Content', 207: 'Multi-Status', 208: 'Already Reported', 226: 'IM Used',
  300: 'Multiple Choices', 301: 'Moved Permanently', 302: 'Found', 303: 'See Other', 304: 'Not Modified', 305: 'Use Proxy',
  307: 'Temporary Redirect', 308: 'Permanent Redirect',
  400: 'Bad Request', 401: 'Unauthorized', 402: 'Payment Required', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed',
  406: 'Not Acceptable', 407: 'Proxy Authentication Required', 408: 'Request Timeout', 409: 'Conflict', 410: 'Gone',
  411: 'Length Required', 412: 'Precondition Failed', 413: 'Payload Too Large', 414: 'URI Too Long', 415: 'Unsupported Media Type',
  416: 'Range Not Satisfiable', 417: 'Expectation Failed', 418: 'I\'m a Teapot', 421: 'Misdirected Request',
  422: 'Unprocessable Entity', 423: 'Locked', 424: 'Failed Dependency', 425: 'Too Early', 426: 'Upgrade Required',
  428: 'Precondition Required', 429: 'Too Many Requests', 431: 'Request Header Fields Too Large',
  451: 'Unavailable For Legal Reasons',
  500: 'Internal Server Error', 501: 'Not Implemented', 502: 'Bad Gateway', 503: 'Service Unavailable', 504: 'Gateway Timeout',
  505: 'HTTP Version Not Supported', 506: 'Variant Also Negotiates', 507: 'Insufficient Storage', 508: 'Loop Detected',
  509: 'Bandwidth Limit Exceeded', 510: 'Not Extended', 511: 'Network Authentication Required',
};

// RFC 9110 §5.6.2: token = 1*tchar.
const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
// RFC 9110 §5.5: field-vchar, obs-text, blanks.
const notInValue = /[^\t\x20-\x7e\x80-\xff]/;

let headerSize;

/** Most actors have no flags, and do not load what reads them. */
function flag(name) {
  return internalBinding('realm').flags() === '[]' ? undefined : require('internal/options').option(name);
}

/** https://nodejs.org/api/cli.html#--max-http-header-sizesize: bytes of a message's head, where nobody says otherwise. */
function maxHeaderSize() {
  headerSize ??= Number(flag('--max-http-header-size') ?? 16 * 1024);
  return headerSize;
}

const isToken = (text) => typeof text === 'string' && token.test(text);

function validateHeaderName(name, label) {
  if (typeof name !== 'string' || !token.test(name)) throw new codes.ERR_INVALID_HTTP_TOKEN(label || 'Header name', name);
}

function validateHeaderValue(name, value) {
  if (value === undefined) throw new codes.ERR_HTTP_INVALID_HEADER_VALUE(value, name);
  if (notInValue.test(value)) throw new codes.ERR_INVALID_CHAR('header content', name);
}

let dateSecond = 0;
let dateText = '';

// One text for each second (RFC 9110 §5.6.7).
function utcDate() {
  const now = Date.now();
  const second = Math.trunc(now / 1000);
  if (second !== dateSecond) {
    dateSecond = second;
    dateText = new Date(now).toUTCString();
  }
  return dateText;
}

// Bits of HeadFlags in Java.
const flags = {
  KEEP_ALIVE: 1, UPGRADE: 2, VERSION_1_0: 4, CHUNKED: 8, EXPECT: 16, EXPECT_CONTINUE: 32, COMPLETE: 64, HOST: 128, LENGTH: 256,
};

module.exports = {
  METHODS, STATUS_CODES, isToken, maxHeaderSize, notInValue, validateHeaderName, validateHeaderValue, utcDate, flags,
};
