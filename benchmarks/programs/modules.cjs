// What Node's modules cost, the same program under Node and under Troupe: one line of JSON for each case, with the median time of one
// call in microseconds. Run by benchmarks/run modules, which puts the lines side by side.
'use strict';

const { performance } = require('node:perf_hooks');
const { createHash } = require('node:crypto');
const { EventEmitter } = require('node:events');
const { PassThrough, Readable, Transform, Writable, pipeline } = require('node:stream');
const zlib = require('node:zlib');

const ROUNDS = 9;
const ROUND_MS = Number(process.argv[2] ?? 300);

const KB64 = 64 * 1024;
const bytes = Buffer.alloc(KB64);
for (let i = 0; i < bytes.length; i++) bytes[i] = 32 + ((i * 31 + (i >> 7)) % 90);
const text = bytes.toString('latin1');
const base64 = bytes.toString('base64');
const hex = bytes.toString('hex');
const same = Buffer.from(bytes);
const needle = Buffer.from('\u0001end');
const haystack = Buffer.concat([bytes, needle]);
const json = Buffer.from(JSON.stringify(Array.from({ length: 1000 }, (_, i) => ({ id: i, name: `name ${i}`, tags: ['a', 'b'], on: true }))));
const urls = Array.from({ length: 64 }, (_, i) => `https://user:pass@sub${i}.example.com:8080/a/b/../c%20d/${i}?q=${i}&r=s#frag`);
const zipped = zlib.gzipSync(bytes);

let sink = 0;
const cases = {
  'Buffer.from(utf8) 64 KB': () => { sink += Buffer.from(text, 'utf8').length; },
  'Buffer.from(base64) 64 KB': () => { sink += Buffer.from(base64, 'base64').length; },
  'Buffer.from(hex) 64 KB': () => { sink += Buffer.from(hex, 'hex').length; },
  'toString(utf8) 64 KB': () => { sink += bytes.toString('utf8').length; },
  'toString(latin1) 64 KB': () => { sink += bytes.toString('latin1').length; },
  'toString(base64) 64 KB': () => { sink += bytes.toString('base64').length; },
  'toString(hex) 64 KB': () => { sink += bytes.toString('hex').length; },
  'Buffer.compare 64 KB': () => { sink += Buffer.compare(bytes, same); },
  'indexOf 64 KB': () => { sink += haystack.indexOf(needle); },
  'Buffer.from + toString 32 B': () => { sink += Buffer.from('a small text of about 32 letters').toString().length; },
  'new URL': () => { for (let i = 0; i < 64; i++) sink += new URL(urls[i]).pathname.length; },
  'JSON over Buffer 60 KB': () => { sink += Buffer.from(JSON.stringify(JSON.parse(json.toString()))).length; },
  'sha256 64 KB': () => { sink += createHash('sha256').update(bytes).digest()[0]; },
  'gzipSync 64 KB': () => { sink += zlib.gzipSync(bytes).length; },
  'gunzipSync 64 KB': () => { sink += zlib.gunzipSync(zipped).length; },
};

const emitter = new EventEmitter();
emitter.on('tick', (a, b) => { sink += a + b; });
cases['emit, 1,000 events'] = () => { for (let i = 0; i < 1000; i++) emitter.emit('tick', i, 1); };

const asyncCases = {
  'pipeline of 3 stages, 1,000 chunks': () => new Promise((resolve, reject) => {
    let left = 1000;
    const chunk = Buffer.alloc(1024);
    pipeline(
      new Readable({ read() { this.push(left-- > 0 ? chunk : null); } }),
      new Transform({ transform(data, encoding, callback) { callback(null, data); } }),
      new PassThrough(),
      new Writable({ write(data, encoding, callback) { sink += data.length; callback(); } }),
      (error) => (error ? reject(error) : resolve()),
    );
  }),
};

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

async function measure(name, run) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const end = performance.now() + ROUND_MS;
    const begin = performance.now();
    let calls = 0;
    do {
      const result = run();
      if (result !== undefined) await result;
      calls++;
    } while (performance.now() < end);
    rounds.push(((performance.now() - begin) * 1000) / calls);
  }
  console.log(JSON.stringify({ name, micros: median(rounds.slice(2)) }));
}

(async () => {
  for (const [name, run] of Object.entries({ ...cases, ...asyncCases })) await measure(name, run);
  if (sink === 0) throw new Error('nothing was computed');
})();
