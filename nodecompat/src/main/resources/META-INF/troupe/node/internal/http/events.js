// nodejs.org/api/http.html, v22: what the parsers tell, handed to the side that owns the parser: a server's connection or a client's request.
'use strict';

const { run, snapshot } = require('internal/async_context');
const { kContext } = require('internal/net/handle');
const tcp = require('internal/net/stream_handle');

function dispatcher(name) {
  return (owner, a, b, c, d) => {
    const context = owner[kContext];
    if (context === undefined) owner._parsed[name](owner, a, b, c, d);
    else run(context, owner._parsed[name], undefined, owner, a, b, c, d);
  };
}

/** Each message of a connection begins with the connection's context; what enterWith() does in its handler stays with its body. */
function head(owner, a, b, c, d) {
  const context = owner.contextOfMessage?.() ?? owner[kContext];
  if (context === undefined) {
    owner._parsed.head(owner, a, b, c, d);
    return;
  }
  run(context, () => {
    try {
      owner._parsed.head(owner, a, b, c, d);
    } finally {
      owner[kContext] = snapshot();
    }
  });
}

tcp.onMessages({
  head,
  body: dispatcher('body'),
  messageEnd: dispatcher('messageEnd'),
  end: dispatcher('end'),
  parseFailure: dispatcher('parseFailure'),
  upgraded: dispatcher('upgraded'),
});
