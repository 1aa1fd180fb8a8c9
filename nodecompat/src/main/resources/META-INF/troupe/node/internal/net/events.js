// nodejs.org/api/net.html#class-netsocket, v22: what the binding tells about sockets.
'use strict';

const tcp = require('internal/net/stream_handle');
const { run } = require('internal/async_context');
const { kContext } = require('internal/net/handle');
const { heapBytes } = require('internal/buffer');
const { kOnRead, kReading, kShutDown, kNoDelay, kKeepAlive, startReading, stopReading } = require('internal/net/socket');

let FastBuffer;

function toBuffer(hostBuffer) {
  FastBuffer ??= require('internal/buffer/fast').FastBuffer;
  return heapBytes(hostBuffer, FastBuffer);
}

function read(socket, hostBuffer) {
  if (socket.destroyed) return;
  socket._unrefTimer();
  const bytes = toBuffer(hostBuffer);
  if (socket[kOnRead] !== undefined) {
    readInto(socket, bytes);
  } else if (!socket.push(bytes)) {
    stopReading(socket);
  }
}

// nodejs.org/api/net.html#new-netsocketoptions: `onread` gets the bytes in its own buffer, as many at a time as fit.
function readInto(socket, bytes) {
  const { buffer, callback } = socket[kOnRead];
  for (let at = 0; at < bytes.length;) {
    const target = typeof buffer === 'function' ? buffer() : buffer;
    const count = Math.min(target.length, bytes.length - at);
    target.set(bytes.subarray(at, at + count));
    at += count;
    if (callback(count, target) === false) stopReading(socket);
  }
}

function end(socket) {
  if (socket.destroyed) return;
  socket[kReading] = false;
  socket.push(null);
  if (socket.readableLength === 0) socket.read(0);
  if (socket[kOnRead] !== undefined) socket.resume();
}

function connected(socket) {
  if (socket.destroyed || !socket.connecting) return;
  socket.connecting = false;
  if (socket[kNoDelay] !== undefined) tcp.noDelay(socket._handle, socket[kNoDelay]);
  if (socket[kKeepAlive] !== undefined) tcp.keepAlive(socket._handle, socket[kKeepAlive]);
  socket._unrefTimer();
  socket.emit('connect');
  socket.emit('ready');
  if (socket[kOnRead] !== undefined) startReading(socket);
  else if (socket.readable && !socket.isPaused()) socket.read(0);
}

function resolved(socket, address, family) {
  if (socket.connecting) socket.emit('lookup', null, address, family, socket._host);
}

function drained(socket) {
  require('internal/net/writing').drained(socket);
}

function shutDown(socket) {
  const callback = socket[kShutDown];
  socket[kShutDown] = null;
  if (callback !== null) callback();
}

function failure(socket, code, syscall, address, port) {
  if (socket.destroyed) return;
  const { errnoException, exceptionWithHostPort } = require('internal/errors');
  if (syscall === 'getaddrinfo') {
    const error = Object.assign(errnoException(code, syscall, address), { hostname: address });
    error.message = `${syscall} ${code} ${address}`;
    socket.emit('lookup', error, undefined, undefined, address);
    socket.destroy(error);
  } else if (syscall === 'connect') {
    socket.destroy(exceptionWithHostPort(code, syscall, address, port));
  } else {
    socket.destroy(errnoException(code, syscall));
  }
}

function closed(socket) {
  if (!socket.destroyed) socket.destroy();
}

function inContext(fn) {
  return (socket, a, b, c, d) => {
    const context = socket[kContext];
    if (context === undefined) fn(socket, a, b, c, d);
    else run(context, fn, undefined, socket, a, b, c, d);
  };
}

tcp.onSockets({
  connected: inContext(connected),
  resolved: inContext(resolved),
  read: inContext(read),
  end: inContext(end),
  drained: inContext(drained),
  shutDown: inContext(shutDown),
  failure: inContext(failure),
  closed: inContext(closed),
});

module.exports = { toBuffer };
