// nodejs.org/api/http.html#event-clienterror, v22.
'use strict';

const answers = {
  __proto__: null,
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

function report(server, socket, error) {
  if (server.emit('clientError', error, socket)) return;
  // An answer under way must not be mixed with this one.
  if (socket.writable && !socket._httpMessage?._headerSent) {
    const status = answers[error.code] ?? '400 Bad Request';
    socket.write(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`, 'latin1');
  }
  if (!socket.destroyed) socket.destroy(socket.errored ? undefined : error);
}

module.exports = { report };
