// nodejs.org/api/http.html#class-httpserver, v22: one connection of a server. A parser in Java consumes the socket's bytes and tells
// heads, bodies and ends; upgrade takes it away.
'use strict';

const { kContext } = require('internal/net/handle');
const tcp = require('internal/net/stream_handle');
const { heard } = require('internal/diagnostics');
const { nextTick } = require('internal/ticks');
const { snapshot } = require('internal/async_context');
const { kParsed, kReading } = require('internal/net/socket');
const { toBuffer } = require('internal/net/events');
const { wait } = require('internal/net/timeout');
const { IncomingMessage, kFields, kTrailerFields, pauseReading, endMessage, isStream } = require('internal/http/incoming');
const { ServerResponse, emitClose } = require('internal/http/response');
const { kNeedDrain } = require('internal/http/outgoing');
const { kConnections, kChecking } = require('internal/http/server');
const { flags: bits, maxHeaderSize } = require('internal/http/common');

class ServerConnection {
  constructor(server, socket) {
    this.server = server;
    this.socket = socket;
    this.incoming = null;
    this.response = null;
    this.queue = [];
    this.pendingBytes = 0;
    this.served = 0;
    this.mark = 0;
    this.started = Date.now();
    this.headAwaited = true;
    this.keepAliveArmed = false;
    this.upgradeHead = null;
    this.upgradeRequest = null;
    this.paused = false;
    this[kContext] = undefined;
  }

  /** The async context that the next request begins with. */
  contextOfMessage() {
    return this.socket[kContext] ?? snapshot();
  }

  /** Between two messages, with nothing of the next one there. */
  idle() {
    return this.served > 0 && this.response === null && this.incoming === null && this.socket.bytesRead === this.mark;
  }
}

function serve(server, socket) {
  const connection = new ServerConnection(server, socket);
  (server[kConnections] ??= new Set()).add(connection);
  require('internal/http/server_timeouts').start(server, kChecking, kConnections);
  socket._connection = connection;
  if (server.timeout) socket.setTimeout(server.timeout);
  socket.on('timeout', onTimeout);
  socket.on('close', onClose);
  socket.on('error', onSocketError);
  socket.on('drain', onDrain);
  socket[kParsed] = true;
  socket.setEncoding = refuseEncoding;
  install(connection);
}

// RFC 9112 §2.2: a message is parsed as bytes.
function refuseEncoding() {
  const { codes } = require('internal/errors');
  throw new codes.ERR_HTTP_SOCKET_ENCODING();
}

function install(connection) {
  const { socket, server } = connection;
  if (socket._handle === null) return;
  tcp.parseRequests(socket._handle, connection, server.maxHeaderSize || maxHeaderSize());
  tcp.readStart(socket._handle);
}

// ---- what the parser tells

function head(connection, flags, method, url, fields) {
  const { server, socket } = connection;
  if (socket.destroyed) return;
  if (connection.keepAliveArmed) {
    connection.keepAliveArmed = false;
    if (server.timeout) socket.setTimeout(server.timeout);
    else socket.timeout = 0;
  } else {
    socket._unrefTimer();
  }
  connection.headAwaited = false;
  const Request = server._options?.IncomingMessage ?? IncomingMessage;
  const request = new Request(socket);
  request[kFields] = fields;
  request.method = method;
  request.url = url;
  request.httpVersionMajor = 1;
  request.httpVersionMinor = flags & bits.VERSION_1_0 ? 0 : 1;
  request.httpVersion = flags & bits.VERSION_1_0 ? '1.0' : '1.1';
  if (server.joinDuplicateHeaders) request.joinDuplicateHeaders = true;
  if (flags & bits.UPGRADE) {
    connection.upgradeRequest = request;
    request._flags = flags;
    if (method === 'CONNECT' || server.listenerCount('upgrade') > 0) {
      request.upgrade = true;
      connection.upgradeHead = [];
      return;
    }
  }
  begin(connection, request, flags);
}

function begin(connection, request, flags) {
  const { server } = connection;
  connection.incoming = request;
  const Response = server._options?.ServerResponse ?? ServerResponse;
  const response = new Response(request, server);
  response._keepAliveTimeout = server.keepAliveTimeout;
  if (server.maxRequestsPerSocket > 0) response._maxRequestsPerSocket = server.maxRequestsPerSocket;
  response._connection = connection;
  response._beforeFinish = beforeFinish;
  response._onPendingData = onPendingData;
  response.shouldKeepAlive = (flags & bits.KEEP_ALIVE) !== 0;
  heard('http.server.response.created')?.publish({ request, response });
  if (connection.response === null) take(connection, response);
  else connection.queue.push(response);
  dispatch(connection, request, response, flags);
  if (flags & bits.COMPLETE) finishRequest(connection, request, '');
}

// The socket answers this response now. Its 'close' reaches the response through the connection, which costs no listener.
function take(connection, response) {
  const { socket } = connection;
  connection.response = response;
  socket._httpMessage = response;
  response.socket = socket;
  if (response.listenerCount('socket') > 0) response.emit('socket', socket);
  if (response.outputData.length > 0 || response.finished) response._flush();
}

function dispatch(connection, request, response, flags) {
  const { server, socket } = connection;
  heard('http.server.request.start')?.publish({ request, response, socket, server });
  connection.served++;
  const most = server.maxRequestsPerSocket;
  if (most > 0 && flags & bits.KEEP_ALIVE) response.maxRequestsOnConnectionReached = most <= connection.served;
  if (server.requireHostHeader && !(flags & (bits.HOST | bits.VERSION_1_0))) {
    refuse(response, 400);
  } else if (most > 0 && connection.served > most) {
    server.emit('dropRequest', request, socket);
    refuse(response, 503);
  } else if (flags & bits.EXPECT && !(flags & bits.VERSION_1_0)) {
    expect(server, request, response, flags);
  } else {
    server.emit('request', request, response);
  }
}

function refuse(response, status) {
  response.writeHead(status, ['Connection', 'close']);
  response.end();
}

// nodejs.org/api/http.html#event-checkcontinue
function expect(server, request, response, flags) {
  if (flags & bits.EXPECT_CONTINUE) {
    response._expect_continue = true;
    if (server.listenerCount('checkContinue') > 0) {
      server.emit('checkContinue', request, response);
    } else {
      response.writeContinue();
      server.emit('request', request, response);
    }
  } else if (server.listenerCount('checkExpectation') > 0) {
    server.emit('checkExpectation', request, response);
  } else {
    response.writeHead(417);
    response.end();
  }
}

function body(connection, hostBuffer) {
  const { socket } = connection;
  if (socket.destroyed) return;
  socket._unrefTimer();
  const bytes = toBuffer(hostBuffer);
  if (connection.upgradeHead !== null) {
    connection.upgradeHead.push(bytes);
    return;
  }
  const request = connection.incoming;
  if (request === null || request._dumped) return;
  if (!request.push(bytes)) pauseReading(request);
}

function messageEnd(connection, fields) {
  const request = connection.incoming;
  if (request !== null && connection.upgradeHead === null) finishRequest(connection, request, fields);
}

function finishRequest(connection, request, trailers) {
  connection.incoming = null;
  connection.headAwaited = true;
  connection.started = Date.now();
  connection.mark = connection.socket.bytesRead;
  request.complete = true;
  if (trailers !== '') request[kTrailerFields] = trailers;
  endMessage(request);
}

// The peer has ended its side.
function end(connection) {
  const { server, socket } = connection;
  if (socket.destroyed) return;
  if (connection.incoming !== null) {
    abortIncoming(connection);
  }
  if (!server.httpAllowHalfOpen) {
    socket.end();
  } else if (connection.response !== null) {
    (connection.queue.at(-1) ?? connection.response)._last = true;
  } else {
    socket.end();
  }
  socket[kParsed] = false;
  socket.push(null);
  socket.read(0);
}

function parseFailure(connection, code, reason, packet) {
  const { socket } = connection;
  if (socket.destroyed) return;
  const error = new Error(`Parse Error: ${reason}`);
  Object.assign(error, { code, reason, bytesParsed: 0, rawPacket: toBuffer(packet) });
  clientError(connection, error);
}

function clientError(connection, error) {
  require('internal/http/client_error').report(connection.server, connection.socket, error);
}

// ---- upgrade

function upgraded(connection) {
  const { server, socket } = connection;
  if (socket.destroyed) return;
  const request = connection.upgradeRequest;
  connection.upgradeRequest = null;
  if (connection.upgradeHead === null) { // nobody upgrades: an ordinary request, which is whole now
    messageEnd(connection, '');
    tcp.parseRequests(socket._handle, connection, server.maxHeaderSize || maxHeaderSize());
    tcp.readStart(socket._handle);
    return;
  }
  const { Buffer } = require('buffer');
  const rest = Buffer.concat(connection.upgradeHead);
  connection.upgradeHead = null;
  release(connection);
  request.complete = true;
  request[kTrailerFields] = '';
  const event = request.method === 'CONNECT' ? 'connect' : 'upgrade';
  if (server.listenerCount(event) > 0) {
    socket.readableFlowing = null;
    server.emit(event, request, socket, rest);
  } else {
    socket.destroy();
  }
}

// The socket is the program's: no parser, no listeners of ours.
function release(connection) {
  const { server, socket } = connection;
  tcp.parseNothing(socket._handle);
  socket[kParsed] = false;
  if (socket[kReading]) tcp.readStart(socket._handle);
  socket.removeListener('timeout', onTimeout);
  socket.removeListener('close', onClose);
  socket.removeListener('error', onSocketError);
  socket.removeListener('drain', onDrain);
  server[kConnections].delete(connection);
  socket._connection = undefined;
  // not deleted: the engine, at its version 25.0.3, fails an assertion when many realms move a socket's properties for that at the same time
  socket.setEncoding = Object.getPrototypeOf(socket).setEncoding;
}

// ---- responses

// Called by the response before its 'finish' is told.
function beforeFinish() {
  const connection = this._connection;
  const { socket } = connection;
  const request = this.req;
  heard('http.server.response.finish')?.publish({ request, response: this, socket, server: connection.server });
  if (socket._handle !== null) tcp.answered(socket._handle);
  if (isStream(request)) {
    if (!request._consuming) request._dump();
    if (connection.incoming !== request || request.complete) clearRequest(request);
  } else {
    request._consuming = true;
    if (!request.complete) request._dump();
  }
  socket._httpMessage = null;
  this.socket = null;
  nextTick(emitClose, this);
  connection.response = null;
  if (this._last) {
    socket.destroySoon();
    return;
  }
  const next = connection.queue.shift();
  if (next !== undefined) {
    take(connection, next);
  } else {
    armKeepAlive(connection);
  }
}

function clearRequest(request) {
  if (request.destroyed || request.readableEnded) return;
  request._dump();
}

function armKeepAlive(connection) {
  const { server, socket } = connection;
  if (server.keepAliveTimeout > 0 && !socket.destroyed) {
    wait(socket, server.keepAliveTimeout);
    connection.keepAliveArmed = true;
  }
}

// A client that sends requests faster than it reads answers waits.
function onPendingData(delta) {
  const connection = this._connection;
  connection.pendingBytes += delta;
  const { socket } = connection;
  if (socket._handle === null) return;
  const full = connection.pendingBytes >= socket.writableHighWaterMark;
  if (full && !connection.paused) tcp.readStop(socket._handle);
  else if (!full && connection.paused) tcp.readStart(socket._handle);
  connection.paused = full;
}

function onDrain() {
  const response = this._httpMessage;
  if (response?.[kNeedDrain] && !response.finished) {
    response[kNeedDrain] = false;
    response.emit('drain');
  }
}

// ---- the socket

function onTimeout() {
  const connection = this._connection;
  const { server, incoming, response } = connection;
  let heard = false;
  if (incoming !== null && !incoming.complete) heard = incoming.emit('timeout', this);
  if (response !== null) heard = response.emit('timeout', this) || heard;
  heard = server.emit('timeout', this) || heard;
  if (!heard) this.destroy();
}

function onSocketError(error) {
  this.removeListener('error', onSocketError);
  if (this.listenerCount('error', onSocketError) === 0) this.on('error', () => {});
  clientError(this._connection, error);
}

function onClose() {
  const connection = this._connection;
  connection.server[kConnections].delete(connection);
  abortIncoming(connection);
  const { response, queue } = connection;
  const unanswered = response === null ? queue : [response, ...queue];
  for (const { req } of unanswered) abortRequest(req);
  for (const each of unanswered) closeResponse(each);
}

function closeResponse(response) {
  response.destroyed = true;
  emitClose(response);
}

function abortIncoming(connection) {
  const request = connection.incoming;
  connection.incoming = null;
  if (request !== null && !request.complete) abortRequest(request);
}

// nodejs.org/api/http.html#event-aborted: whoever works on an answer learns that nobody waits for it.
function abortRequest(request) {
  if (request.destroyed) return;
  const { connResetException } = require('internal/errors');
  request.destroy(connResetException('aborted'));
}

function onConnection(socket) {
  serve(this, socket);
}

ServerConnection.prototype._parsed = { head, body, messageEnd, end, parseFailure, upgraded };
require('internal/http/events');

module.exports = { serve, onConnection, clientError };
