// nodejs.org/api/http.html#class-httpoutgoingmessage, v22: how the head of a message is put together, and what it decides about the body
// and the connection (RFC 9112 §6, §9).
'use strict';

const { codes } = require('internal/errors');
const { OutgoingMessage, kFields, kUnique } = require('internal/http/outgoing');
const { utcDate, validateHeaderName, validateHeaderValue } = require('internal/http/common');

const CONNECTION = 1;
const LENGTH = 2;
const ENCODING = 4;
const DATE = 8;
const EXPECT = 16;
const TRAILER = 32;

class Head {
  constructor(firstLine) {
    this.text = firstLine;
    this.seen = 0;
    this.close = false;
    this.chunked = false;
    this.upgrade = false;
    this.length = null;
  }

  add(name, value) {
    this.text += `${name}: ${value}\r\n`;
    const size = name.length;
    if (size < 4 || size > 17) return;
    this.notice(name.toLowerCase(), `${value}`);
  }

  notice(key, value) {
    switch (key) {
      case 'connection':
        this.seen |= CONNECTION;
        if (/(?:^|\W)close(?:$|\W)/i.test(value)) this.close = true;
        else if (/(?:^|\W)upgrade(?:$|\W)/i.test(value)) this.upgrade = true;
        break;
      case 'transfer-encoding':
        this.seen |= ENCODING;
        if (/(?:^|\W)chunked(?:$|\W)/i.test(value)) this.chunked = true;
        break;
      case 'content-length':
        this.seen |= LENGTH;
        this.length = +value;
        break;
      case 'date': this.seen |= DATE; break;
      case 'expect': this.seen |= EXPECT; break;
      case 'trailer': this.seen |= TRAILER; break;
    }
  }
}

function addField(message, head, name, value, validate) {
  if (validate) validateHeaderName(name);
  if (!Array.isArray(value)) {
    if (validate) validateHeaderValue(name, value);
    head.add(name, value);
    return;
  }
  const key = name.toLowerCase();
  if ((value.length < 2 || key !== 'cookie') && !message[kUnique]?.has(key)) {
    for (const each of value) {
      if (validate) validateHeaderValue(name, each);
      head.add(name, each);
    }
    return;
  }
  const joined = value.join('; ');
  if (validate) validateHeaderValue(name, joined);
  head.add(name, joined);
}

function addFields(message, head, headers) {
  if (headers === message[kFields]) {
    for (const key in headers) addField(message, head, headers[key][0], headers[key][1], false);
  } else if (Array.isArray(headers)) {
    if (headers.length > 0 && Array.isArray(headers[0])) {
      for (const [name, value] of headers) addField(message, head, name, value, true);
      return;
    }
    if (headers.length % 2 !== 0) throw new codes.ERR_INVALID_ARG_VALUE('headers', headers);
    for (let i = 0; i < headers.length; i += 2) addField(message, head, headers[i], headers[i + 1], true);
  } else {
    for (const name of Object.keys(headers)) addField(message, head, name, headers[name], true);
  }
}

OutgoingMessage.prototype._storeHeader = function _storeHeader(firstLine, headers) {
  const head = new Head(firstLine);
  if (headers) addFields(this, head, headers);
  if (head.close) this._last = true;
  if (head.chunked) this.chunkedEncoding = true;
  if (head.length !== null) this._contentLength = head.length;
  if (this.sendDate && !(head.seen & DATE)) head.text += `Date: ${utcDate()}\r\n`;
  if (this.chunkedEncoding && bodyless(this)) {
    this.chunkedEncoding = false;
    this.shouldKeepAlive = false;
  }
  addConnection(this, head);
  addFraming(this, head);
  if (this.chunkedEncoding !== true && head.seen & TRAILER) throw new codes.ERR_HTTP_TRAILER_INVALID();
  this._header = `${head.text}\r\n`;
  this._headerSent = false;
  if (head.seen & EXPECT) this._send('');
};

function bodyless(message) {
  return message.statusCode === 204 || message.statusCode === 304;
}

function addConnection(message, head) {
  if (message._bare) {
    if (!(head.seen & CONNECTION)) message._last = !message.shouldKeepAlive;
    return;
  }
  if (message._removedConnection) {
    message._last = !message.shouldKeepAlive;
    return;
  }
  if (head.seen & CONNECTION) return;
  const known = head.seen & LENGTH || message.useChunkedEncodingByDefault || message.agent;
  if (!message.shouldKeepAlive || !known || message.maxRequestsOnConnectionReached) {
    message._last = true;
    head.text += 'Connection: close\r\n';
    return;
  }
  head.text += 'Connection: keep-alive\r\n';
  if (message._keepAliveTimeout && message._defaultKeepAlive) {
    const most = message._maxRequestsPerSocket > 0 ? `, max=${message._maxRequestsPerSocket}` : '';
    head.text += `Keep-Alive: timeout=${Math.floor(message._keepAliveTimeout / 1000)}${most}\r\n`;
  }
}

function addFraming(message, head) {
  if (head.seen & (LENGTH | ENCODING)) return;
  if (message._bare) {
    message.chunkedEncoding = false;
    return;
  }
  if (!message._hasBody) {
    message.chunkedEncoding = false;
  } else if (!message.useChunkedEncodingByDefault) {
    message._last = true;
  } else if (!(head.seen & TRAILER) && !message._removedContLen && typeof message._contentLength === 'number') {
    head.text += `Content-Length: ${message._contentLength}\r\n`;
  } else if (!message._removedTE) {
    head.text += 'Transfer-Encoding: chunked\r\n';
    message.chunkedEncoding = true;
  } else {
    message._last = true;
  }
}
