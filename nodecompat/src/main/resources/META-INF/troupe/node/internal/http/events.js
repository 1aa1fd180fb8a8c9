// nodejs.org/api/http.html, v22: what the parsers tell, handed to the side that owns the parser: a server's connection or a client's request.
'use strict';

const tcp = require('internal/net/stream_handle');

function dispatcher(name) {
  return (owner, a, b, c, d) => owner._parsed[name](owner, a, b, c, d);
}

tcp.onMessages({
  head: dispatcher('head'),
  body: dispatcher('body'),
  messageEnd: dispatcher('messageEnd'),
  end: dispatcher('end'),
  parseFailure: dispatcher('parseFailure'),
  upgraded: dispatcher('upgraded'),
});
