// One actor of benchmarks/run kv: puts one value after the other, then reads it back again and again; prints what came of it as JSON.
const quantile = (values, share) => values.sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;

async function measure(until, operation) {
  const micros = [];
  while (Date.now() < until) {
    const begin = performance.now();
    await operation(micros.length);
    micros.push((performance.now() - begin) * 1000);
  }
  return { calls: micros.length, median: quantile(micros, 0.5), p99: quantile(micros, 0.99) };
}

export default {
  async start(ctx) {
    const begin = Number(process.env.BEGIN);
    const millis = Number(process.env.MILLIS);
    const value = { text: 'x'.repeat(100), number: 1 };
    await ctx.kv.put('warm', value);
    await new Promise((resolve) => setTimeout(resolve, begin - Date.now()));
    const put = await measure(begin + millis, (call) => ctx.kv.put(['key', call % 100], value));
    await new Promise((resolve) => setTimeout(resolve, begin + millis + 1000 - Date.now()));
    const get = await measure(begin + 2 * millis, () => ctx.kv.get(['key', 0]));
    console.log(JSON.stringify({ put, get }));
  },
};
