// nodejs.org/api/net.html#socketwritedata-encoding-callback, v22: bytes out. The binding takes what its bound allows; the rest waits for
// its `drained`.
'use strict';

const tcp = require('internal/net/stream_handle');
const { codes } = require('internal/errors');
const { kBytesWritten, kWaiting } = require('internal/net/socket');

// Longer texts go as bytes, which can be taken in parts.
const LONGEST_TEXT = 64 * 1024;
const encodings = { __proto__: null, 'utf8': 0, 'utf-8': 0, 'latin1': 2, 'binary': 2 };

function write(socket, chunk, encoding, callback) {
  start(socket, [{ chunk, encoding }], callback);
}

function writeAll(socket, chunks, callback) {
  start(socket, chunks, callback);
}

function start(socket, chunks, callback) {
  if (socket.connecting) {
    afterConnect(socket, chunks, callback);
    return;
  }
  if (socket._handle === null) {
    callback(new codes.ERR_SOCKET_CLOSED());
    return;
  }
  socket._unrefTimer();
  if (socket[kWaiting] !== null) {
    afterWaiting(socket, chunks, callback);
    return;
  }
  proceed(socket, { chunks, index: 0, offset: 0, callback });
}

// A message that passed the stream by is still on its way.
function afterWaiting(socket, chunks, callback) {
  const waiting = socket[kWaiting];
  const before = waiting.callback;
  waiting.callback = (error) => {
    before(error);
    if (error) callback(error);
    else start(socket, chunks, callback);
  };
}

function afterConnect(socket, chunks, callback) {
  const onConnect = () => {
    socket.off('close', onClose);
    socket._pendingData = null;
    start(socket, chunks, callback);
  };
  const onClose = () => {
    socket.off('connect', onConnect);
    callback(new codes.ERR_SOCKET_CLOSED_BEFORE_CONNECTION());
  };
  socket._pendingData = chunks;
  socket.once('connect', onConnect);
  socket.once('close', onClose);
}

function proceed(socket, state) {
  const { chunks } = state;
  while (state.index < chunks.length) {
    const answer = offer(socket._handle, chunks[state.index], state.offset);
    const taken = answer < 0 ? ~answer : answer;
    socket[kBytesWritten] += taken;
    state.offset += taken;
    if (state.offset >= lengthOf(chunks[state.index], taken)) {
      state.index++;
      state.offset = 0;
    }
    if (answer < 0) {
      socket[kWaiting] = state;
      return;
    }
  }
  state.callback();
}

// Texts are taken whole or not at all, so what was taken of one is its length.
function lengthOf(entry, taken) {
  if (typeof entry.chunk !== 'string') return entry.chunk.byteLength;
  return taken === 0 && entry.chunk !== '' ? 1 : 0;
}

function offer(handle, entry, offset) {
  const { chunk } = entry;
  if (typeof chunk === 'string') {
    if (entry.encoding === 'buffer') throw wrongChunk();
    const encoding = encodings[entry.encoding];
    if (encoding !== undefined && chunk.length <= LONGEST_TEXT) return tcp.writeText(handle, chunk, encoding);
    entry.chunk = require('buffer').Buffer.from(chunk, entry.encoding);
    return offer(handle, entry, 0);
  }
  return tcp.writeBytes(handle, chunk.buffer, chunk.byteOffset + offset, chunk.byteLength - offset);
}

function wrongChunk() {
  const error = new codes.ERR_INVALID_ARG_TYPE('chunk', 'Buffer');
  error.message = 'Second argument must be a buffer';
  return error;
}

function drained(socket) {
  const state = socket[kWaiting];
  if (state === null || socket._handle === null) return;
  socket[kWaiting] = null;
  socket._unrefTimer();
  proceed(socket, state);
}

function bytesWritten(socket) {
  let bytes = socket[kBytesWritten];
  const buffered = socket.writableBuffer ?? socket._writableState?.getBuffer?.() ?? [];
  const pending = Array.isArray(socket._pendingData) ? socket._pendingData : [];
  for (const entry of [...buffered, ...pending]) bytes += byteLength(entry.chunk, entry.encoding);
  return bytes;
}

function byteLength(chunk, encoding) {
  return typeof chunk === 'string' ? require('buffer').Buffer.byteLength(chunk, encoding) : chunk.byteLength;
}

module.exports = { write, writeAll, drained, bytesWritten };
