import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { streamText } from 'hono/streaming';

const app = new Hono();
const here = fileURLToPath(new URL('.', import.meta.url));

app.use('/static/*', serveStatic({
  root: relative(process.cwd(), here) || '.',
  rewriteRequestPath: (path) => path.replace(/^\/static/, ''),
}));
app.get('/', (context) => context.text('home'));
app.get('/hello/:name', (context) => context.json({ name: context.req.param('name'), greeting: context.req.query('greeting') }));
app.post('/json', async (context) => {
  try {
    return context.json({ got: await context.req.json() }, 201);
  } catch {
    return context.json({ error: 'not JSON' }, 400);
  }
});
app.post('/form', async (context) => context.json(await context.req.parseBody()));
app.get('/boom', () => {
  throw new Error('on purpose');
});
app.get('/stream', (context) => streamText(context, async (stream) => {
  for (const part of ['one ', 'two ', 'three']) {
    await stream.write(part);
    await stream.sleep(5);
  }
}));
app.get('/moved', (context) => context.redirect('/'));
app.onError((error, context) => context.json({ error: error.message }, 500));

serve({ fetch: app.fetch, port: Number(process.env.PORT_HTTP) }, () => console.log('ready'));
