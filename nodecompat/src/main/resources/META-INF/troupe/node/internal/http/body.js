// nodejs.org/api/http.html#outgoingmessagewritechunk-encoding-callback, v22: the body of a message that goes out.
'use strict';

const { codes } = require('internal/errors');
const { nextTick } = require('internal/ticks');
const { OutgoingMessage, kCorked, kErrored, kNeedDrain, kHighWaterMark, kBytesWritten } = require('internal/http/outgoing');

const { kDirect, kWaiting, writeDirectly } = require('internal/net/direct');

const tcp = require('internal/net/stream_handle');
const LONGEST_DIRECT = 64 * 1024;

const beyondAscii = /[^\x00-\x7f]/;

function nothing() {}

function byteLength(chunk, encoding) {
  if (typeof chunk !== 'string') return chunk.byteLength;
  if (encoding === undefined || encoding === null || encoding === 'utf8' || encoding === 'utf-8') {
    return beyondAscii.test(chunk) ? tcp.utf8Length(chunk) : chunk.length;
  }
  if (encoding === 'latin1' || encoding === 'binary') return chunk.length;
  return require('buffer').Buffer.byteLength(chunk, encoding);
}

OutgoingMessage.prototype._send = function _send(data, encoding, callback, size) {
  if (!this._headerSent) {
    const header = this._header;
    this._headerSent = true;
    if (typeof data === 'string' && (encoding === 'utf8' || encoding === 'latin1' || !encoding) && ascii(header, encoding)) {
      data = header + data;
    } else {
      this._writeRaw(header, 'latin1', null, header.length);
    }
  }
  return this._writeRaw(data, encoding, callback, size);
};

// A header is latin1; it can share a write with utf8 text only if both encode it alike.
function ascii(header, encoding) {
  return encoding === 'latin1' || !/[\x80-\xff]/.test(header);
}

OutgoingMessage.prototype._writeRaw = function _writeRaw(data, encoding, callback, size) {
  const { socket } = this;
  if (socket?.destroyed) return false;
  if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  }
  if (socket && socket._httpMessage === this && socket.writable) {
    if (this.outputData.length > 0) this._flushOutput(socket);
    return socket.write(data, encoding, callback ?? undefined);
  }
  if (this.outputData.length === 0) this.outputData = [];
  this.outputData.push({ data, encoding, callback });
  this.outputSize += size ?? byteLength(data, encoding);
  if (this._onPendingData) this._onPendingData(this.outputSize);
  return this.outputSize < this[kHighWaterMark];
};

OutgoingMessage.prototype._flushOutput = function _flushOutput(socket) {
  while (this[kCorked] > 0) {
    this[kCorked]--;
    socket.cork();
  }
  const { outputData } = this;
  if (outputData.length === 0) return undefined;
  this.outputData = [];
  socket.cork();
  let more;
  for (const { data, encoding, callback } of outputData) more = socket.write(data, encoding, callback ?? undefined);
  socket.uncork();
  this._onPendingData?.(-this.outputSize);
  this.outputSize = 0;
  return more;
};

// The socket is this message's now.
OutgoingMessage.prototype._flush = function _flush() {
  const { socket } = this;
  if (!socket?.writable) return;
  const more = this._flushOutput(socket);
  if (this.finished) {
    this._finish();
  } else if (more && this[kNeedDrain]) {
    this[kNeedDrain] = false;
    this.emit('drain');
  }
};

function failed(message, error, callback) {
  message.destroyed = true;
  nextTick(() => {
    callback(error);
    if (message.listenerCount('error') > 0 || !message.socket) message.emit('error', error);
  });
}

function checkChunk(chunk) {
  if (chunk === null) throw new codes.ERR_STREAM_NULL_VALUES();
  if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) {
    throw new codes.ERR_INVALID_ARG_TYPE('chunk', ['string', 'Buffer', 'Uint8Array'], chunk);
  }
}

OutgoingMessage.prototype.write = function write(chunk, encoding, callback) {
  if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  }
  const more = put(this, chunk, encoding, typeof callback === 'function' ? callback : nothing, false);
  if (!more) this[kNeedDrain] = true;
  return more;
};

function put(message, chunk, encoding, callback, fromEnd) {
  checkChunk(chunk);
  const size = byteLength(chunk, encoding);
  let error;
  if (message.finished) error = new codes.ERR_STREAM_WRITE_AFTER_END();
  else if (message.destroyed) error = new codes.ERR_STREAM_DESTROYED('write');
  if (error !== undefined) {
    if (message.destroyed) nextTick(callback, error);
    else failed(message, error, callback);
    return false;
  }
  if (message._header === null) {
    if (fromEnd) message._contentLength ??= size;
    message._implicitHeader();
  }
  countBody(message, size, fromEnd);
  if (!message._hasBody) {
    if (message._rejectBody) throw new codes.ERR_HTTP_BODY_NOT_ALLOWED();
    nextTick(callback);
    return true;
  }
  if (!fromEnd && message.socket && message.socket.writableCorked === 0) corkForTick(message);
  if (!message.chunkedEncoding || size === 0) return message._send(chunk, encoding, callback, size);
  return sendChunk(message, chunk, encoding, callback, size);
}

// All that is written in one turn leaves at its end, together.
function corkForTick(message) {
  message.socket.cork();
  nextTick(uncork, message.socket);
}

function uncork(socket) {
  socket.uncork();
}

function sendChunk(message, chunk, encoding, callback, size) {
  const head = size.toString(16);
  if (typeof chunk === 'string' && (!encoding || encoding === 'utf8' || encoding === 'latin1')) {
    return message._send(`${head}\r\n${chunk}\r\n`, encoding, callback, size + head.length + 4);
  }
  message._send(`${head}\r\n`, 'latin1', null);
  message._send(chunk, encoding, null, size);
  return message._send('\r\n', 'latin1', callback);
}

function countBody(message, size, last) {
  message[kBytesWritten] += size;
  if (!message.strictContentLength || !message._hasBody || message._contentLength === null || message.chunkedEncoding) return;
  const wrong = last ? message[kBytesWritten] !== message._contentLength : message[kBytesWritten] > message._contentLength;
  if (wrong && !message._removedContLen) {
    throw new codes.ERR_HTTP_CONTENT_LENGTH_MISMATCH(message[kBytesWritten], message._contentLength);
  }
}

OutgoingMessage.prototype.end = function end(chunk, encoding, callback) {
  if (typeof chunk === 'function') {
    callback = chunk;
    chunk = null;
    encoding = null;
  } else if (typeof encoding === 'function') {
    callback = encoding;
    encoding = null;
  }
  if (this.finished) return endAgain(this, chunk, callback);
  if (typeof chunk === 'string' && this._header === null && (!encoding || encoding === 'utf8') && direct(this)) {
    return endAtOnce(this, chunk, callback);
  }
  if (chunk !== null && chunk !== undefined) {
    if (this.socket) this.socket.cork();
    put(this, chunk, encoding, nothing, true);
  } else if (this._header === null) {
    if (this.socket) this.socket.cork();
    this._contentLength = 0;
    this._implicitHeader();
  } else {
    if (this.socket) this.socket.cork();
    countBody(this, 0, true);
  }
  return ended(this, callback);
};

function ended(message, callback) {
  if (typeof callback === 'function') message.once('finish', callback);
  complete(message);
  return message;
}

// Nothing waits in the socket's stream, so a whole message may pass it by: head and body in one text and one call.
function direct(message) {
  const { socket } = message;
  return socket !== null && socket._httpMessage === message && socket[kDirect]?.() === true && !message.destroyed;
}

function endAtOnce(message, text, callback) {
  const size = byteLength(text);
  message._contentLength ??= size;
  message._implicitHeader();
  const simple = message._hasBody && !message.chunkedEncoding && message._contentLength === size && ascii(message._header);
  if (!simple || text.length > LONGEST_DIRECT) {
    message.socket.cork();
    put(message, text, undefined, nothing, true);
    return ended(message, callback);
  }
  if (typeof callback === 'function') message.once('finish', callback);
  message._headerSent = true;
  message.finished = true;
  message[kBytesWritten] = size;
  const { socket } = message;
  if (writeDirectly(socket, message._header + text)) nextTick(finish, message);
  else socket[kWaiting] = { chunks: [], index: 0, offset: 0, callback: (error) => { if (!error) finish(message); } };
  message._finish();
  return message;
}

function finish(message) {
  if (message.socket?._hadError) return;
  message._beforeFinish?.();
  message.emit('finish');
}

function endAgain(message, chunk, callback) {
  const error = chunk !== null && chunk !== undefined
    ? new codes.ERR_STREAM_WRITE_AFTER_END() : new codes.ERR_STREAM_ALREADY_FINISHED('end');
  if (chunk !== null && chunk !== undefined) {
    failed(message, error, typeof callback === 'function' ? callback : nothing);
  } else if (typeof callback === 'function') {
    if (message.writableFinished) nextTick(callback, error);
    else message.once('finish', callback);
  }
  return message;
}

function complete(message) {
  const onFinish = () => finish(message);
  if (message._hasBody && message.chunkedEncoding) {
    message._send(`0\r\n${message._trailer}\r\n`, 'latin1', onFinish);
  } else if (!message._headerSent || message.writableLength || chunkless(message)) {
    message._send('', 'latin1', onFinish);
  } else {
    nextTick(onFinish);
  }
  if (message.socket) {
    while (message.socket.writableCorked > 0) message.socket.uncork();
  }
  message[kCorked] = 0;
  message.finished = true;
  if (message.outputData.length === 0 && message.socket && message.socket._httpMessage === message) message._finish();
}

// The callback must come after those of all writes before.
function chunkless(message) {
  return message.socket !== null && message[kErrored] === null;
}
