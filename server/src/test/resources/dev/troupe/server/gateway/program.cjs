// The actor of the gateway's tests: an HTTP server whose paths are the cases.
'use strict';
const http = require('http');

const held = [];
let ask = () => {};
let sockets = 0;

const paths = {
  '/hello': (request, response) => response.end(`hello ${request.method}`),
  '/seen': (request, response) => response.end(JSON.stringify({
    method: request.method, url: request.url, headers: request.headers, raw: request.rawHeaders,
    remote: request.socket.remoteAddress, version: request.httpVersion,
  })),
  '/echo': (request, response) => {
    response.writeHead(200, { 'content-type': request.headers['content-type'] ?? 'application/octet-stream' });
    request.pipe(response);
  },
  '/length': (request, response) => {
    let length = 0;
    request.on('data', (chunk) => { length += chunk.length; });
    request.on('end', () => response.end(`${length} ${JSON.stringify(request.trailers)}`));
  },
  '/early': (request, response) => response.writeHead(413, { 'content-length': 3 }).end('no\n'),
  '/sse': (request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('data: one\n\n');
    held.push(() => response.end('data: two\n\n'));
    response.on('close', () => console.log('sse closed'));
  },
  '/release': (request, response) => {
    for (const go of held.splice(0)) go();
    response.end('released');
  },
  '/hold': (request, response) => {
    console.log('holding');
    held.push(() => response.end('held'));
    response.on('close', () => console.log(`hold closed ${response.writableFinished}`));
  },
  '/flood': (request, response) => {
    const block = Buffer.alloc(64 << 10, 'x');
    let sent = 0;
    const more = () => {
      while (sent < 256 << 20) {
        sent += block.length;
        if (!response.write(block)) {
          response.once('drain', more);
          return;
        }
      }
      response.end();
    };
    ask = () => console.log(`sent ${sent} waiting ${response.writableLength}`);
    response.on('close', () => console.log('flood closed'));
    more();
  },
  '/trailers': (request, response) => {
    response.writeHead(200, { trailer: 'x-sum' });
    response.write('body');
    response.addTrailers({ 'x-sum': '42' });
    response.end();
  },
  '/none': (request, response) => response.writeHead(204).end(),
  '/same': (request, response) => response.writeHead(304, { etag: '"1"' }).end(),
  '/fixed': (request, response) => response.writeHead(200, { 'content-length': 5 }).end('fixed'),
  '/hops': (request, response) => {
    response.writeHead(200, { connection: 'x-secret', 'x-secret': '1', 'proxy-authenticate': 'x', 'x-kept': '1', 'content-length': 2 });
    response.end('ok');
  },
  '/raw': (request) => { // whatever the query says, on the bare socket
    const socket = request.socket;
    socket.end(Buffer.from(new URL(request.url, 'http://a').searchParams.get('bytes'), 'latin1'));
  },
  '/cut': (request, response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('some', () => request.socket.destroy());
  },
  '/close': (request) => request.socket.destroy(),
  '/continue': (request, response) => {
    let text = '';
    request.on('data', (chunk) => { text += chunk; });
    request.on('end', () => response.end(`continued ${text}`));
  },
  '/hints': (request, response) => {
    response.writeEarlyHints({ link: '</style.css>; rel=preload' });
    response.end('hinted');
  },
  '/ask': (request, response) => response.end('asked', () => ask()),
  '/sockets': (request, response) => response.end(`${sockets} sockets`),
  '/exit': () => process.exit(3),
  '/stop': (request, response) => server.close(() => {}) && response.end('stopped'),
};

const server = http.createServer((request, response) => {
  const path = request.url.split('?')[0];
  (paths[path] ?? ((_, missing) => missing.writeHead(404).end(`no ${request.url}`)))(request, response);
});

server.on('connection', (socket) => {
  sockets++;
  socket.on('close', () => sockets--);
});

// an echo that speaks another protocol than HTTP
server.on('upgrade', (request, socket, head) => {
  socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nX-Path: ' + request.url + '\r\n\r\n');
  if (head.length > 0) socket.write(head);
  socket.on('data', (chunk) => socket.write(chunk));
  socket.on('end', () => socket.end());
  socket.on('error', () => {});
  socket.on('close', () => console.log('socket closed'));
});

// what is held is answered before the end
process.on('SIGTERM', () => {
  console.log('stopping');
  if (held.length === 0) process.exit();
  setTimeout(() => {
    for (const go of held) go();
    setTimeout(() => process.exit(), 200);
  }, 1000);
});

exports.start = async () => {
  const late = Number(process.env.LATE ?? 0);
  if (late > 0) await new Promise((resolve) => setTimeout(resolve, late));
  if (process.env.SILENT === undefined) server.listen(process.env.PORT_HTTP);
  await new Promise(() => {});
};
