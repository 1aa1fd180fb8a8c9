// A Hono application as an actor: npm install, then ../../troupe run actor.mjs
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

export function start(ctx) {
  const app = new Hono();

  app.get('/', (context) => context.text('Hello from Hono'));
  app.get('/greet/:name', (context) => context.json({ greeting: `Hello, ${context.req.param('name')}` }));
  app.post('/sum', async (context) => {
    const numbers = await context.req.json();
    return context.json({ sum: numbers.reduce((sum, number) => sum + number, 0) });
  });

  const server = serve({ fetch: app.fetch, port: Number(process.env.PORT_HTTP) });
  ctx.signal.addEventListener('abort', () => server.close());
}
