import assert from 'node:assert';

export default {
  async start({ kv }) {
    await kv.put(['foo', 'bar'], { n: 1, when: new Date(5), set: new Set([1n]), bytes: new Uint8Array([1, 2]) });
    const value = await kv.get(['foo', 'bar']);
    assert.deepStrictEqual(value, { n: 1, when: new Date(5), set: new Set([1n]), bytes: new Uint8Array([1, 2]) });
    assert.strictEqual(await kv.get('missing'), null);
    assert.strictEqual(await kv.get(['foo']), null);

    const cycle = { name: 'cycle' };
    cycle.self = cycle;
    await kv.put('cycle', cycle);
    const back = await kv.get(['cycle']);
    assert.strictEqual(back.self, back);
    await kv.put('nothing', undefined);
    assert.strictEqual(await kv.get('nothing'), undefined);

    await kv.deleteAll();
    await kv.putBatch(new Map([[['n', 10], 'ten'], [['n', -1.5], 'less'], [['n', 2], 'two'], [['n', 'text'], 't'], [['m'], 'm'], [['n', 3n], 'big']]));
    const all = await kv.list({ prefix: ['n'] });
    assert.deepStrictEqual(all.array(), [
      [['n', -1.5], 'less'], [['n', 2], 'two'], [['n', 10], 'ten'], [['n', 3n], 'big'], [['n', 'text'], 't'],
    ]);
    assert.strictEqual(all.get(['n', 10]), 'ten');
    assert.strictEqual(all.get(['n', 11]), undefined);
    assert.strictEqual(all.size, 5);
    assert.deepStrictEqual([...all.raw().values()], ['less', 'two', 'ten', 'big', 't']);
    const values = async (options) => [...(await kv.list(options)).raw().values()].join();
    assert.strictEqual(await values({ start: ['n', 2], end: ['n', 3n] }), 'two,ten');
    assert.strictEqual(await values({ startAfter: ['n', 2], end: ['n', 3n] }), 'ten');
    assert.strictEqual(await values({ start: ['n', 2], reverse: true, limit: 2 }), 't,big');
    assert.strictEqual(await values({ prefix: ['n'], start: ['z'], limit: 1 }), 'less');
    assert.strictEqual(await values(), 'm,less,two,ten,big,t');
    assert.deepStrictEqual((await kv.list({ limit: 1 })).array(), [['m', 'm']]);

    const some = await kv.getBatch([['n', 2], 'none', 'm']);
    assert.deepStrictEqual(some.array(), [[['n', 2], 'two'], ['m', 'm']]);
    await kv.delete('none');
    await kv.deleteBatch(['m', ['n', 2]]);
    assert.strictEqual((await kv.list()).size, 4);

    await kv.put('raw', new Uint8Array([0, 255]).buffer, { format: 'arrayBuffer' });
    const raw = await kv.get('raw', { format: 'arrayBuffer' });
    assert.ok(raw instanceof ArrayBuffer);
    assert.deepStrictEqual(new Uint8Array(raw), new Uint8Array([0, 255]));
    await kv.put('empty', new ArrayBuffer(0), { format: 'arrayBuffer' });
    assert.strictEqual((await kv.get('empty', { format: 'arrayBuffer' })).byteLength, 0);
    await assert.rejects(kv.get('raw'), { code: 'ERR_KV_FORMAT', message: /put with format 'arrayBuffer'/ });
    await assert.rejects(kv.put('x', 'text', { format: 'arrayBuffer' }), { code: 'ERR_INVALID_ARG_TYPE' });
    await assert.rejects(kv.put('x', 1, { format: 'json' }), { code: 'ERR_INVALID_ARG_VALUE' });
    await assert.rejects(kv.put('x', () => {}), { name: 'DataCloneError' });
    await assert.rejects(kv.put({}, 1), { code: 'ERR_KV_KEY' });
    await assert.rejects(kv.put(NaN, 1), { code: 'ERR_KV_KEY' });
    await assert.rejects(kv.put([], 1), { code: 'ERR_KV_KEY' });
    await assert.rejects(kv.put('k'.repeat(3000), 1), { code: 'ERR_KV_LIMIT', message: /3002.*keyBytes is 2048/ });
    await assert.rejects(kv.put('big', new ArrayBuffer(131073), { format: 'arrayBuffer' }), { code: 'ERR_KV_LIMIT', message: /131073.*131072/ });
    await assert.rejects(kv.getBatch(Array.from({ length: 129 }, (_, i) => i)), { code: 'ERR_KV_LIMIT', message: /129.*128/ });
    assert.throws(() => { kv.get = 1; }, TypeError);
    console.log('all held');
  },
};
