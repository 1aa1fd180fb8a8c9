// A chat room over WebSockets as an actor: npm install, then ../../troupe run actor.mjs
import { createServer } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';

export function start(ctx) {
  const http = createServer((request, response) => response.end('Connect with a WebSocket.\n'));
  const room = new WebSocketServer({ server: http, maxPayload: 64 * 1024 });

  function tell(text) {
    for (const member of room.clients) if (member.readyState === WebSocket.OPEN) member.send(text);
  }

  room.on('connection', (member, request) => {
    const name = new URL(request.url, 'http://room').searchParams.get('name') ?? 'somebody';
    tell(`${name} came`);
    member.on('message', (data) => tell(`${name}: ${data}`));
    member.on('close', () => tell(`${name} left`));
    member.on('error', () => member.terminate());
  });

  http.listen(process.env.PORT_HTTP);
  ctx.signal.addEventListener('abort', () => {
    for (const member of room.clients) member.close(1001, 'the room closes');
    http.close();
  });
}
