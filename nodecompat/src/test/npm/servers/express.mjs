import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import express from 'express';

const app = express();
app.use(express.json());
app.use(express.urlencoded({ extended: false }));
app.use('/static', express.static(fileURLToPath(new URL('.', import.meta.url)), { lastModified: false, etag: false }));

app.get('/', (request, response) => response.send('home'));
app.get('/hello/:name', (request, response) => {
  response.json({ name: request.params.name, greeting: request.query.greeting });
});
app.post('/json', (request, response) => response.status(201).json({ got: request.body }));
app.post('/form', (request, response) => response.json(request.body));
app.get('/boom', () => {
  throw new Error('on purpose');
});
app.get('/stream', async (request, response) => {
  response.type('text/plain');
  for (const part of ['one ', 'two ', 'three']) {
    response.write(part);
    await delay(5);
  }
  response.end();
});
app.get('/moved', (request, response) => response.redirect('/'));
app.use((error, request, response, next) => {
  response.status(error.status ?? 500).json({ error: error.message });
});

app.listen(process.env.PORT_HTTP, () => console.log('ready'));
