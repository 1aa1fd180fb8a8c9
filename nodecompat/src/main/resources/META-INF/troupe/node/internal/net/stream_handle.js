// nodejs.org/api/net.html, v22: the hold of sockets on the transport in Java, as functions of the tcp binding that take a handle.
// For built-ins only. Missing: the methods of Node's own handles, which are no API.
'use strict';

const { nativeOf, wrap, close, ref, unref, local } = require('internal/net/handle');
const tcp = internalBinding('tcp');

module.exports = {
  close,
  ref,
  unref,
  local,
  onSockets: tcp.onSockets,
  onMessages: tcp.onMessages,
  utf8Length: tcp.utf8Length,
  connect: (owner, host, port, family, localAddress, localPort) => wrap(tcp.connect(owner, host, port, family, localAddress, localPort)),
  adopt: (handle, owner) => tcp.adopt(nativeOf(handle), owner),
  readStart: (handle) => tcp.readStart(nativeOf(handle)),
  readStop: (handle) => tcp.readStop(nativeOf(handle)),
  writeBytes: (handle, bytes, offset, length) => tcp.writeBytes(nativeOf(handle), bytes, offset, length),
  writeText: (handle, text, encoding) => tcp.writeText(nativeOf(handle), text, encoding),
  shutdown: (handle) => tcp.shutdown(nativeOf(handle)),
  reset: (handle) => tcp.reset(nativeOf(handle)),
  noDelay: (handle, on) => tcp.noDelay(nativeOf(handle), on),
  keepAlive: (handle, on) => tcp.keepAlive(nativeOf(handle), on),
  remote: (handle) => tcp.remote(nativeOf(handle)),
  bytesRead: (handle) => tcp.bytesRead(nativeOf(handle)),
  parseRequests: (handle, owner, most) => tcp.parseRequests(nativeOf(handle), owner, most),
  parseResponses: (handle, owner, most) => tcp.parseResponses(nativeOf(handle), owner, most),
  parseNothing: (handle) => tcp.parseNothing(nativeOf(handle)),
  asks: (handle, method) => tcp.asks(nativeOf(handle), method),
  answered: (handle) => tcp.answered(nativeOf(handle)),
};
