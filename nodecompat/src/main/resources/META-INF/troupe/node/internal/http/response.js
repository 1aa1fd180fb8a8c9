// nodejs.org/api/http.html#class-httpserverresponse, v22.
'use strict';

const { codes } = require('internal/errors');
const { OutgoingMessage, kFields, kUnique } = require('internal/http/outgoing');
const { STATUS_CODES, notInValue } = require('internal/http/common');

function ServerResponse(request, options) {
  OutgoingMessage.call(this, options);
  if (request.method === 'HEAD') this._hasBody = false;
  this.req = request;
  this.sendDate = true;
  if (options?.rejectNonStandardBodyWrites) this._rejectBody = true;
  if (options?._uniqueHeaders) this[kUnique] = options._uniqueHeaders;
  if (request.httpVersionMajor < 1 || request.httpVersionMinor < 1) {
    this.useChunkedEncodingByDefault = /chunked/i.test(request.headers?.te ?? '');
    this.shouldKeepAlive = false;
  }
}
Object.setPrototypeOf(ServerResponse.prototype, OutgoingMessage.prototype);
Object.setPrototypeOf(ServerResponse, OutgoingMessage);

ServerResponse.prototype._sent100 = false;
ServerResponse.prototype._expect_continue = false;
ServerResponse.prototype.statusCode = 200;
ServerResponse.prototype.statusMessage = undefined;

ServerResponse.prototype.assignSocket = function assignSocket(socket) {
  if (socket._httpMessage) throw new codes.ERR_HTTP_SOCKET_ASSIGNED();
  socket._httpMessage = this;
  socket.on('close', onSocketClose);
  this.socket = socket;
  this.emit('socket', socket);
  this._flush();
};

ServerResponse.prototype.detachSocket = function detachSocket(socket) {
  socket.removeListener('close', onSocketClose);
  socket._httpMessage = null;
  this.socket = null;
};

function onSocketClose() {
  const response = this._httpMessage;
  if (!response) return;
  response.destroyed = true;
  emitClose(response);
}

function emitClose(response) {
  if (response._closed) return;
  response.destroyed = true;
  response._closed = true;
  response.emit('close');
}

// ---- informational responses (RFC 9110 §15.2)

ServerResponse.prototype.writeContinue = function writeContinue(callback) {
  this._writeRaw('HTTP/1.1 100 Continue\r\n\r\n', 'latin1', callback);
  this._sent100 = true;
};

ServerResponse.prototype.writeProcessing = function writeProcessing(callback) {
  this._writeRaw('HTTP/1.1 102 Processing\r\n\r\n', 'latin1', callback);
};

ServerResponse.prototype.writeEarlyHints = function writeEarlyHints(hints, callback) {
  const { validateLinkHeaderValue, validateObject } = require('internal/validators');
  const { validateHeaderName, validateHeaderValue } = require('internal/http/common');
  validateObject(hints, 'hints');
  if (hints.link === null || hints.link === undefined) return;
  const link = validateLinkHeaderValue(hints.link);
  if (link.length === 0) return;
  let text = `HTTP/1.1 103 Early Hints\r\nLink: ${link}\r\n`;
  validateHeaderValue('Link', link);
  for (const name of Object.keys(hints)) {
    if (name === 'link') continue;
    validateHeaderName(name);
    validateHeaderValue(name, hints[name]);
    text += `${name}: ${hints[name]}\r\n`;
  }
  this._writeRaw(`${text}\r\n`, 'latin1', callback);
};

// ---- the head

ServerResponse.prototype._implicitHeader = function _implicitHeader() {
  this.writeHead(this.statusCode);
};

ServerResponse.prototype.writeHead = function writeHead(statusCode, reason, headers) {
  if (this._header !== null) throw new codes.ERR_HTTP_HEADERS_SENT('write');
  const given = statusCode;
  const status = statusCode | 0;
  if (status < 100 || status > 999) throw new codes.ERR_HTTP_INVALID_STATUS_CODE(given);
  if (typeof reason === 'string') {
    this.statusMessage = reason;
  } else {
    this.statusMessage ||= STATUS_CODES[status] || 'unknown';
    headers ??= reason;
  }
  this.statusCode = status;
  const fields = merged(this, headers);
  if (notInValue.test(this.statusMessage)) throw new codes.ERR_INVALID_CHAR('statusMessage');
  if (status === 204 || status === 304 || (status >= 100 && status <= 199)) this._hasBody = false;
  if (this._expect_continue && !this._sent100) this.shouldKeepAlive = false;
  this._storeHeader(`HTTP/1.1 ${status} ${this.statusMessage}\r\n`, fields);
  return this;
};

// Fields given here join those set before and win over them.
function merged(response, headers) {
  if (response[kFields] === null) return headers;
  if (headers) {
    if (Array.isArray(headers)) mergeList(response, headers);
    else for (const name of Object.keys(headers)) if (name) response.setHeader(name, headers[name]);
  }
  return response[kFields];
}

function mergeList(response, headers) {
  const pairs = Array.isArray(headers[0]) ? headers : [];
  if (pairs.length === 0) {
    if (headers.length % 2 !== 0) throw new codes.ERR_INVALID_ARG_VALUE('headers', headers);
    for (let i = 0; i < headers.length; i += 2) pairs.push([headers[i], headers[i + 1]]);
  }
  for (const [name] of pairs) if (name) response.removeHeader(name);
  for (const [name, value] of pairs) if (name) response.appendHeader(name, value);
}

ServerResponse.prototype.writeHeader = ServerResponse.prototype.writeHead;

module.exports = { ServerResponse, emitClose };
