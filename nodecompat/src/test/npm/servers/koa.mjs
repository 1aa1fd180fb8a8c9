import { createReadStream } from 'node:fs';
import { text } from 'node:stream/consumers';
import { PassThrough } from 'node:stream';
import Koa from 'koa';

const app = new Koa();
app.silent = true;

app.use(async (context, next) => {
  try {
    await next();
  } catch (error) {
    context.status = error.status ?? 500;
    context.body = { error: error.message };
  }
});

const routes = {
  'GET /': (context) => { context.body = 'home'; },
  'POST /json': async (context) => {
    let got;
    try {
      got = JSON.parse(await text(context.req));
    } catch {
      context.throw(400, 'not JSON');
    }
    context.status = 201;
    context.body = { got };
  },
  'POST /form': async (context) => {
    context.body = Object.fromEntries(new URLSearchParams(await text(context.req)));
  },
  'GET /static/greeting.txt': (context) => {
    context.type = 'text/plain';
    context.body = createReadStream(new URL('greeting.txt', import.meta.url));
  },
  'GET /boom': () => {
    throw new Error('on purpose');
  },
  'GET /stream': (context) => {
    context.type = 'text/plain';
    const body = new PassThrough();
    context.body = body;
    ['one ', 'two ', 'three'].forEach((part, i) => setTimeout(() => body.write(part), 5 * i));
    setTimeout(() => body.end(), 20);
  },
  'GET /moved': (context) => context.redirect('/'),
};

app.use((context) => {
  const hello = /^\/hello\/([^/]+)$/.exec(context.path);
  if (hello) {
    context.body = { name: hello[1], greeting: context.query.greeting };
    return undefined;
  }
  return routes[`${context.method === 'HEAD' ? 'GET' : context.method} ${context.path}`]?.(context);
});

app.listen(process.env.PORT_HTTP, () => console.log('ready'));
