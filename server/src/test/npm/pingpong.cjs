// MISSION's server to try: /health, /exit?code=n, and a WebSocket at /ws that greets and answers pings; a tick in the log each second.
'use strict';

const http = require('http');
const { WebSocketServer } = require('ws');

exports.start = () => new Promise(() => {
  const server = http.createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://actor');
    if (pathname === '/health') response.end('ok');
    else if (pathname === '/exit') response.end('bye', () => process.exit(Number(searchParams.get('code'))));
    else response.writeHead(404).end();
  });
  const sockets = new WebSocketServer({ server, path: '/ws' });
  sockets.on('connection', (socket, request) => {
    socket.send(JSON.stringify(['init', { forwardedFor: request.headers['x-forwarded-for'] }]));
    socket.on('message', (data) => {
      const [word, value] = JSON.parse(data);
      if (word === 'ping') socket.send(JSON.stringify(['pong', value]));
    });
  });
  let ticks = 0;
  setInterval(() => console.log('tick', ++ticks), 1000);
  server.listen(process.env.PORT_HTTP);
});
