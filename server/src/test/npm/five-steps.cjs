// The five steps with the official client under the real Node: deploy, create, connect, logs, destroy.
'use strict';
const assert = require('node:assert');
const { RivetClient } = require('@rivet-gg/api');

const [endpoint, token] = process.argv.slice(2);
const client = new RivetClient({ environment: endpoint, token });
const options = { maxRetries: 0 };

function tar(files) {
  const blocks = [];
  for (const [name, text] of Object.entries(files)) {
    const body = Buffer.from(text);
    const head = Buffer.alloc(512);
    head.write(name, 0);
    head.write('0000644\0', 100);
    head.write('0000000\0', 108);
    head.write('0000000\0', 116);
    head.write(body.length.toString(8).padStart(11, '0') + '\0', 124);
    head.write('00000000000\0', 136);
    head.write('        ', 148);
    head.write('0', 156);
    head.write('ustar\0' + '00', 257);
    head.write(head.reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, '0') + '\0 ', 148);
    blocks.push(head, body, Buffer.alloc((512 - (body.length % 512)) % 512));
  }
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

async function deploy(word) {
  const archive = tar({
    'package.json': '{"type":"module"}',
    'index.js': `
      import http from 'node:http';
      import { word } from './word.js';
      export default {
        async start(ctx) {
          console.log('hello', word);
          console.error('to err');
          http.createServer((req, res) => res.end(word + ' ' + ctx.metadata.actor.tags.room))
            .listen(process.env.PORT_HTTP);
          await new Promise(() => {});
        },
      };`,
    'word.js': `export const word = ${JSON.stringify(word)};`,
  });
  const { build, presignedRequests } = await client.builds.prepare({
    body: {
      imageFile: { path: 'build.tar', contentType: 'application/x-tar', contentLength: archive.length },
      kind: 'javascript',
      compression: 'none',
    },
  }, options);
  assert.strictEqual(presignedRequests.length, 1);
  const put = await fetch(presignedRequests[0].url, { method: 'PUT', body: archive });
  assert.strictEqual(put.status, 200);
  await client.builds.complete(build, {}, options);
  await client.builds.patchTags(build, {
    body: { tags: { name: 'hello', version: word, current: 'true' }, exclusiveTags: ['current'] },
  }, options);
  return build;
}

async function until(test) {
  for (;;) {
    try {
      const value = await test();
      if (value) return value;
    } catch (error) {
      if (!/fetch failed/.test(error.message)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const fails = (promise, status, code) => assert.rejects(promise, (error) => {
  assert.strictEqual(error.statusCode, status);
  assert.strictEqual(error.body.code, code);
  assert.ok(error.body.rayId ?? error.body.ray_id); // the client translates the body of some statuses only
  assert.ok(error.body.message);
  return true;
});

(async () => {
  const first = await deploy('one');
  const builds = await client.builds.list({ tagsJson: '{"current":"true"}' }, options);
  assert.deepStrictEqual(builds.builds.map((build) => build.id), [first]);
  const { build } = await client.builds.get(first, {}, options);
  assert.strictEqual(build.name, 'hello');
  assert.ok(build.createdAt instanceof Date);
  assert.ok(build.contentLength > 0);

  const { actor } = await client.actors.create({
    body: {
      tags: { room: 'lobby' },
      buildTags: { name: 'hello', current: 'true' },
      runtime: { environment: { LOG: 'debug' } },
      network: { ports: { http: { protocol: 'http' } }, waitReady: true },
      resources: { cpu: 250, memory: 64 },
      lifecycle: { killTimeout: 1000, durable: true },
    },
  }, options);
  assert.strictEqual(actor.region, 'local');
  assert.deepStrictEqual(actor.tags, { room: 'lobby' });
  assert.deepStrictEqual(actor.runtime, { build: first, arguments: [], environment: { LOG: 'debug' } });
  assert.deepStrictEqual(actor.resources, { cpu: 250, memory: 64 });
  assert.deepStrictEqual(actor.lifecycle, { killTimeout: 1000, durable: true });
  assert.ok(actor.createdAt instanceof Date && actor.startedAt instanceof Date);
  const port = actor.network.ports.http;
  assert.deepStrictEqual(port.routing, { host: {} });
  assert.strictEqual(await (await fetch(port.url)).text(), 'one lobby');

  const got = await client.actors.get(actor.id, {}, options);
  assert.deepStrictEqual(got.actor, actor);
  const list = await client.actors.list({ tagsJson: '{"room":"lobby"}' }, options);
  assert.deepStrictEqual(list.actors.map((one) => one.id), [actor.id]);

  const queryJson = JSON.stringify({ and: { exprs: [
    { string_equal: { property: 'actor_id', value: actor.id } },
    { string_match_regex: { property: 'message', pattern: '^hello' } },
  ] } });
  const logs = await until(async () => {
    const found = await client.actors.logs.get({ queryJson }, options);
    return found.lines.length > 0 && found;
  });
  assert.deepStrictEqual(logs.lines.map((line) => Buffer.from(line, 'base64').toString()), ['hello one']);
  assert.deepStrictEqual(logs.streams, [0]);
  assert.deepStrictEqual(logs.actorIds, [actor.id]);

  const exported = await client.actors.logs.export({ queryJson }, options);
  assert.match(await (await fetch(exported.url)).text(), /^\S+Z \[stdout\] hello one\n$/);
  const queried = await client.actors.query({ queryJson: JSON.stringify(
    { string_equal: { property: 'tags', map_key: 'room', value: 'lobby' } }) }, options);
  assert.deepStrictEqual(queried.actors.map((one) => one.id), [actor.id]);
  assert.deepStrictEqual(queried.pagination, {});

  const route = {
    hostname: 'app.test', path: '/hello', stripPrefix: true, routeSubpaths: true,
    target: { actors: { selectorTags: { room: 'lobby' } } },
  };
  assert.deepStrictEqual(await client.routes.update('hello', { body: route }, options), {});
  const { routes } = await client.routes.list({}, options);
  assert.ok(routes[0].createdAt instanceof Date && routes[0].updatedAt instanceof Date);
  assert.deepStrictEqual({ ...routes[0], createdAt: 0, updatedAt: 0 }, { id: 'hello', ...route, createdAt: 0, updatedAt: 0 });
  assert.deepStrictEqual(await client.routes.delete('hello', {}, options), {});
  assert.deepStrictEqual((await client.routes.list({}, options)).routes, []);

  const second = await deploy('two');
  await client.actors.upgrade(actor.id, { body: { build: second } }, options);
  await until(async () => (await (await fetch(port.url)).text()) === 'two lobby');
  const { count } = await client.actors.upgradeAll({ body: { tags: { room: 'lobby' }, build: first } }, options);
  assert.strictEqual(count, 1);

  const usage = await client.actors.usage({ start: 0, end: 1000, interval: 1000 }, options);
  assert.strictEqual(usage.metricNames.length, usage.metricValues.length);
  const regions = await client.regions.list({}, options);
  assert.deepStrictEqual(regions.regions, [{ id: 'local', name: 'Local' }]);
  assert.strictEqual((await client.regions.recommend({}, options)).region.id, 'local');

  assert.deepStrictEqual(await client.actors.destroy(actor.id, { overrideKillTimeout: 0 }, options), {});
  await client.actors.destroy(actor.id, {}, options);
  const ended = await until(async () => {
    const { actor: last } = await client.actors.get(actor.id, {}, options);
    return last.destroyedAt && last;
  });
  assert.ok(ended.destroyedAt instanceof Date);
  assert.deepStrictEqual((await client.actors.list({}, options)).actors, []);
  assert.strictEqual((await client.actors.list({ includeDestroyed: true }, options)).actors.length, 1);

  await fails(client.actors.get('00000000-0000-4000-8000-000000000000', {}, options), 400, 'ACTOR_NOT_FOUND');
  await fails(client.actors.create({ body: { tags: {}, buildTags: { name: 'none' } } }, options), 400, 'BUILD_NOT_FOUND');
  await fails(client.actors.list({ project: 'other' }, options), 403, 'API_FORBIDDEN');
  await fails(new RivetClient({ environment: endpoint, token: 'wrong' }).actors.list({}, options), 401, 'API_UNAUTHORIZED');
  console.log('all five steps');
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
