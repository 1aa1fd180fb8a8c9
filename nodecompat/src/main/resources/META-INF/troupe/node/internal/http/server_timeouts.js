// nodejs.org/api/http.html#serverrequesttimeout, v22: `headersTimeout` and `requestTimeout`, looked at each `connectionsCheckingInterval`.
'use strict';

function start(server, kChecking, kConnections) {
  if (server[kChecking] !== undefined || !(server.connectionsCheckingInterval > 0)) return;
  const { setInterval } = require('timers');
  server[kChecking] = setInterval(check, server.connectionsCheckingInterval, server, kConnections);
  server[kChecking].unref();
}

function check(server, kConnections) {
  const { headersTimeout, requestTimeout } = server;
  const now = Date.now();
  for (const connection of server[kConnections]) {
    const waited = now - connection.started;
    const late = connection.headAwaited
      ? begun(connection) && exceeds(waited, headersTimeout)
      : connection.incoming !== null && exceeds(waited, requestTimeout);
    if (late) expire(connection);
  }
}

function exceeds(waited, limit) {
  return limit > 0 && waited >= limit;
}

// A connection that has answered before may be idle as long as its keep-alive timeout says.
function begun(connection) {
  return connection.served === 0;
}

function expire(connection) {
  const { codes } = require('internal/errors');
  require('internal/http/client_error').report(connection.server, connection.socket, new codes.ERR_HTTP_REQUEST_TIMEOUT());
}

module.exports = { start };
