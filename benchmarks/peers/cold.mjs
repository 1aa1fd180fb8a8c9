// The peer of a cold start under Node: the same hello server in a fresh process, until it has answered itself once. Prints what `troupe run` prints.
import * as http from 'node:http';

const server = http.createServer((request, response) => {
  response.writeHead(200, { 'Content-Type': 'text/plain' });
  response.end('Hello\n');
});
server.listen(0, '127.0.0.1', () => {
  http.get({ port: server.address().port, host: '127.0.0.1', agent: false }, (response) => response.resume().on('end', () => {
    console.log(`first reply after ${Math.round(performance.now())} ms`);
    server.close();
  }));
});
