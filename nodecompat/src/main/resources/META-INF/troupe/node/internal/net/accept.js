// nodejs.org/api/net.html#event-connection, v22: what a server does with each connection. Loaded by the first one.
'use strict';

const { kContext } = require('internal/net/handle');
const tcp = require('internal/net/stream_handle');
const { heard } = require('internal/diagnostics');
const { snapshot } = require('internal/async_context');
const { Socket, kHandle } = require('internal/net/socket');
const { parseEndpoint } = require('internal/net/address');

function accept(server, handle) {
  if (server._handle === null) { // closed meanwhile: reset, as the kernel does with what nobody has accepted
    tcp.reset(handle);
    return;
  }
  if (server.maxConnections != null && server._connections >= server.maxConnections) {
    drop(server, handle);
    return;
  }
  const socket = new Socket({
    [kHandle]: handle,
    allowHalfOpen: server.allowHalfOpen,
    pauseOnCreate: server.pauseOnConnect,
    manualStart: server._parses === true,
    readable: true,
    writable: true,
    highWaterMark: server.highWaterMark,
  });
  if (server[kContext] !== undefined) socket[kContext] = snapshot();
  if (server.keepAlive) socket.setKeepAlive(true, server.keepAliveInitialDelay * 1000);
  server._connections++;
  socket.server = server;
  socket._server = server;
  server.emit('connection', socket);
  heard('net.server.socket')?.publish({ socket });
}

function drop(server, handle) {
  const local = parseEndpoint(tcp.local(handle));
  const remote = parseEndpoint(tcp.remote(handle));
  tcp.close(handle);
  server.emit('drop', {
    localAddress: local.address, localPort: local.port, localFamily: local.family,
    remoteAddress: remote.address, remotePort: remote.port, remoteFamily: remote.family,
  });
}

module.exports = { accept };
