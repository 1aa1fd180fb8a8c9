// The peer of an actor's start and memory under Node: worker_threads that run the same hello server. Prints a table row.
import { Worker } from 'node:worker_threads';
import * as http from 'node:http';

const program = `
  const http = require('node:http');
  const { parentPort } = require('node:worker_threads');
  const server = http.createServer((request, response) => response.end('Hello\\n'));
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

const start = () =>
  new Promise((resolve, reject) => {
    const worker = new Worker(program, { eval: true });
    worker.once('message', (port) => resolve({ worker, port }));
    worker.once('error', reject);
  });

const get = (port) =>
  new Promise((resolve, reject) => {
    http.get({ port, host: '127.0.0.1', agent: false }, (response) => response.resume().on('end', resolve)).on('error', reject);
  });

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const listening = [];
const replied = [];
for (let i = 0; i < 60; i++) {
  const begin = performance.now();
  const { worker, port } = await start();
  listening.push(performance.now() - begin);
  await get(port);
  replied.push(performance.now() - begin);
  await worker.terminate();
}

const before = process.memoryUsage().rss;
const alive = [];
for (let i = 0; i < 50; i++) alive.push(await start());
const each = (process.memoryUsage().rss - before) / 1024 / alive.length;
for (const { worker } of alive) await worker.terminate();

console.log(`node ${process.version} worker_threads: to listening ${median(listening.slice(10)).toFixed(2)} ms, ` +
  `to first reply ${median(replied.slice(10)).toFixed(2)} ms, resident ${each.toFixed(0)} KB each`);
