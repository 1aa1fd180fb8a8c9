import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import Fastify from 'fastify';

const lines = [];
const app = Fastify({ logger: { level: 'info', stream: { write: (line) => lines.push(JSON.parse(line)) } } });

app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (request, body, done) => {
  done(null, Object.fromEntries(new URLSearchParams(body)));
});
app.setErrorHandler((error, request, reply) => {
  reply.status(error.statusCode ?? 500).send({ error: error.message });
});

app.get('/', () => 'home');
app.get('/hello/:name', {
  schema: { response: { 200: { type: 'object', properties: { name: { type: 'string' }, greeting: { type: 'string' } } } } },
}, (request) => ({ name: request.params.name, greeting: request.query.greeting, hidden: true }));
app.post('/json', {
  schema: { body: { type: 'object', properties: { a: { type: 'array' } } } },
}, (request, reply) => reply.status(201).send({ got: request.body }));
app.post('/form', (request) => request.body);
app.get('/static/greeting.txt', (request, reply) => {
  reply.type('text/plain').send(createReadStream(new URL('greeting.txt', import.meta.url)));
});
app.get('/boom', () => {
  throw new Error('on purpose');
});
app.get('/stream', (request, reply) => {
  reply.type('text/plain').send(Readable.from(['one ', 'two ', 'three']));
});
app.get('/moved', (request, reply) => reply.redirect('/'));
app.get('/log', () => lines.filter((line) => line.req).map((line) => [line.level, line.msg, line.req.method, line.req.url]).slice(0, 3));

await app.listen({ port: Number(process.env.PORT_HTTP) });
console.log('ready');
