// An Express application as an actor: npm install, then ../../troupe run actor.mjs
import express from 'express';

export function start(ctx) {
  const notes = new Map();
  const app = express();
  app.use(express.json());

  app.get('/notes', (request, response) => response.json([...notes.keys()]));

  app.get('/notes/:name', (request, response) => {
    const note = notes.get(request.params.name);
    if (note === undefined) response.status(404).json({ error: 'There is no such note' });
    else response.json(note);
  });

  app.put('/notes/:name', (request, response) => {
    notes.set(request.params.name, request.body);
    response.status(204).end();
  });

  const server = app.listen(process.env.PORT_HTTP);
  ctx.signal.addEventListener('abort', () => server.close());
}
