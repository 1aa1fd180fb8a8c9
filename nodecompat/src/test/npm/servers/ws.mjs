import { WebSocketServer } from 'ws';

const server = new WebSocketServer({ port: Number(process.env.PORT_HTTP), perMessageDeflate: true }, () => console.log('ready'));

server.on('connection', (socket, request) => {
  socket.send(`welcome ${request.url}`);
  socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
  socket.on('close', (code, reason) => console.log(`closed ${code} ${reason}`));
});
