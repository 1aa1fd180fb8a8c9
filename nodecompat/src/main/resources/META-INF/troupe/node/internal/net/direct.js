// nodejs.org/api/net.html, v22: a way past the socket's stream for a whole HTTP message, open while the stream holds nothing.
'use strict';

const tcp = require('internal/net/stream_handle');
const { Socket, kBytesWritten, kWaiting } = require('internal/net/socket');

const kDirect = Symbol('kDirect');
const { write } = Socket.prototype;

Object.defineProperty(Socket.prototype, kDirect, {
  __proto__: null,
  value() {
    const state = this._writableState;
    return this._handle !== null && state.length === 0 && !state.ending && !state.destroyed && state.corked === 0 &&
      this[kWaiting] === null && this.write === write && !this.connecting;
  },
});

// True if all was taken and more may follow at once; else the socket's `drained` says when. The text is short: it is taken whole.
function writeDirectly(socket, text) {
  const answer = tcp.writeText(socket._handle, text, 0);
  socket[kBytesWritten] += answer < 0 ? ~answer : answer;
  return answer >= 0;
}

module.exports = { kDirect, kWaiting, writeDirectly };
