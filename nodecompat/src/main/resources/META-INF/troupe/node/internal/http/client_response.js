// nodejs.org/api/http.html#class-httpclientrequest, v22: a request's socket and its response.
'use strict';

const tcp = require('internal/net/stream_handle');
const { heard } = require('internal/diagnostics');
const { connResetException } = require('internal/errors');
const { nextTick } = require('internal/ticks');
const { kParsed, kReading } = require('internal/net/socket');
const { kErrored, kNeedDrain } = require('internal/http/outgoing');
const { IncomingMessage, kFields, kTrailerFields, pauseReading, endMessage } = require('internal/http/incoming');
const { flags: bits, maxHeaderSize } = require('internal/http/common');
const { toBuffer } = require('internal/net/events');

function takeSocket(request, socket, error) {
  if (request.destroyed || error) {
    giveUp(request, socket, error ?? request[kErrored]);
    return;
  }
  request.socket = socket;
  socket._httpMessage = request;
  socket.on('error', onError);
  socket.on('close', onClose);
  socket.on('drain', onDrain);
  if (request.timeout !== undefined || request.listenerCount('timeout') > 0) listenTimeout(request, socket);
  if (socket.connecting) socket.once('connect', () => install(request, socket));
  else install(request, socket);
  request.emit('socket', socket);
  request._flush();
}

// The request was destroyed before it had its socket, or there is none.
function giveUp(request, socket, error) {
  request.destroyed = true;
  if (!socket) {
    emitEnd(request, error);
  } else if (!error && request.agent && !socket.destroyed) {
    socket.emit('free');
    emitEnd(request, error);
  } else {
    require('internal/streams/end_of_stream').finished(socket.destroy(error ?? undefined), (failure) => {
      emitEnd(request, failure && failure.code !== 'ERR_STREAM_PREMATURE_CLOSE' ? failure : error);
    });
  }
}

function emitEnd(request, error) {
  if (!error && !request.aborted) error = connResetException('socket hang up');
  if (error && !request._errorTold) {
    tellError(request, error);
  }
  emitClose(request);
}

function tellError(request, error) {
  request._errorTold = true;
  heard('http.client.request.error')?.publish({ request, error });
  request.emit('error', error);
}

function emitClose(request) {
  if (request._closed) return;
  request._closed = true;
  request.emit('close');
}

function listenTimeout(request, socket) {
  if (request._onTimeout) return;
  request._onTimeout = () => request.emit('timeout');
  socket.on('timeout', request._onTimeout);
}

function install(request, socket) {
  if (socket._handle == null) return;
  socket[kParsed] = true;
  tcp.asks(socket._handle, request.method);
  tcp.parseResponses(socket._handle, request, request.maxHeaderSize || maxHeaderSize());
  tcp.readStart(socket._handle);
}

function uninstall(socket) {
  if (socket._handle !== null) tcp.parseNothing(socket._handle);
  socket[kParsed] = false;
  socket._httpMessage = socket._httpMessage ?? null;
}

function detach(request, socket) {
  socket.removeListener('error', onError);
  socket.removeListener('close', onClose);
  socket.removeListener('drain', onDrain);
  if (request._onTimeout) socket.removeListener('timeout', request._onTimeout);
  request._onTimeout = undefined;
}

// ---- what the parser tells: the owner is the request

function head(request, flags, status, reason, fields) {
  const { socket } = request;
  if (socket.destroyed) return;
  socket._unrefTimer();
  const response = new (request._Response ?? IncomingMessage)(socket);
  response[kFields] = fields;
  response._maxHeadersCount = request.maxHeadersCount;
  response.statusCode = status;
  response.statusMessage = reason;
  response.httpVersionMajor = 1;
  response.httpVersionMinor = flags & bits.VERSION_1_0 ? 0 : 1;
  response.httpVersion = flags & bits.VERSION_1_0 ? '1.0' : '1.1';
  if (request.joinDuplicateHeaders) response.joinDuplicateHeaders = true;
  response.req = request;
  if (status === 101 || (request.method === 'CONNECT' && status >= 200 && status < 300)) {
    response.upgrade = true;
    request._switching = { response, chunks: [] };
  } else if (status < 200) {
    informational(request, response);
  } else {
    answer(request, response, flags);
  }
}

function informational(request, response) {
  request._informational = true;
  if (response.statusCode === 100) {
    request.emit('continue');
    return;
  }
  const { statusCode, statusMessage, httpVersion, httpVersionMajor, httpVersionMinor, headers, rawHeaders } = response;
  request.emit('information', { statusCode, statusMessage, httpVersion, httpVersionMajor, httpVersionMinor, headers, rawHeaders });
}

function answer(request, response, flags) {
  if (request.res) {
    request.socket.destroy();
    return;
  }
  request.res = response;
  if (request.shouldKeepAlive && !(flags & bits.KEEP_ALIVE)) request.shouldKeepAlive = false;
  heard('http.client.response.finish')?.publish({ request, response });
  response.on('end', onResponseEnd);
  if (request.timeout === undefined && request.listenerCount('timeout') > 0) listenTimeout(request, request.socket);
  if (request.aborted || !request.emit('response', response)) response._dump();
  if (request.method === 'HEAD') response._dump();
}

function body(request, hostBuffer) {
  const { socket, res } = request;
  if (socket.destroyed) return;
  socket._unrefTimer();
  const bytes = toBuffer(hostBuffer);
  if (request._switching) request._switching.chunks.push(bytes);
  else if (res && !res._dumped && !res.push(bytes)) pauseReading(res);
}

function messageEnd(request, fields) {
  if (request._informational) {
    request._informational = false;
    return;
  }
  const { res } = request;
  if (!res || res.complete) return;
  res.complete = true;
  res[kTrailerFields] = fields;
  endMessage(res);
}

function onResponseEnd() {
  const request = this.req;
  const { socket } = request;
  if (!request.shouldKeepAlive) {
    if (socket.writable) socket.destroySoon();
    return;
  }
  if (request._ended) free(request);
}

function requestFinished(request) {
  if (request.shouldKeepAlive && request.res?.complete && request.res.readableEnded) free(request);
}

// The socket may carry another request.
function free(request) {
  const { socket } = request;
  if (request._freed || socket.destroyed) return;
  request._freed = true;
  uninstall(socket);
  detach(request, socket);
  request.destroyed = true;
  nextTick(() => {
    socket.emit('free');
    if (request.res) nextTick(emitClose, request);
  });
}

function upgraded(request) {
  const { response, chunks } = request._switching;
  const { socket } = request;
  const event = request.method === 'CONNECT' ? 'connect' : 'upgrade';
  const rest = require('buffer').Buffer.concat(chunks);
  request.res = response;
  request.upgradeOrConnect = true;
  response.complete = true;
  if (request.listenerCount(event) === 0) {
    socket.destroy();
    return;
  }
  uninstall(socket);
  if (socket[kReading] && socket._handle !== null) tcp.readStart(socket._handle);
  detach(request, socket);
  socket.emit('agentRemove');
  socket._httpMessage = null;
  socket.readableFlowing = null;
  request.destroyed = true;
  request.emit(event, response, socket, rest);
  if (event !== 'connect' || request._ended) emitClose(request);
  else nextTick(emitClose, request);
}

function parseFailure(request, code, reason, packet) {
  const error = Object.assign(new Error(`Parse Error: ${reason}`), { code, reason, bytesParsed: 0, rawPacket: toBuffer(packet) });
  const { socket } = request;
  socket.removeListener('error', onError);
  socket.on('error', () => {});
  socket._hadError = true;
  socket.destroy();
  tellError(request, error);
}

// The peer has ended its side.
function end(request) {
  const { socket, res } = request;
  if (socket.destroyed) return;
  if (!res && !socket._hadError) {
    socket._hadError = true;
    tellError(request, connResetException('socket hang up'));
  }
  socket.destroy();
}

// ---- the socket

function onError(error) {
  const request = this._httpMessage;
  if (request) {
    this._hadError = true;
    if (!request._errorTold) {
      tellError(request, error);
    }
  }
  this.destroy();
}

function onClose() {
  const request = this._httpMessage;
  if (!request) return;
  const { res } = request;
  request.destroyed = true;
  if (res) {
    if (!res.complete) res.destroy(connResetException('aborted'));
    emitClose(request);
    if (!res.aborted && res.readable) endMessage(res);
  } else {
    if (!this._hadError && !request._errorTold) {
      this._hadError = true;
      tellError(request, request[kErrored] ?? connResetException('socket hang up'));
    }
    emitClose(request);
  }
  request.outputData = [];
  request.outputSize = 0;
}

function onDrain() {
  const request = this._httpMessage;
  if (request?.[kNeedDrain] && !request.finished) {
    request[kNeedDrain] = false;
    request.emit('drain');
  }
}

module.exports = { takeSocket, requestFinished, events: { head, body, messageEnd, end, parseFailure, upgraded } };
