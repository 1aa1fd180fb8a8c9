// Correct use of every part of ActorContext.
import type { ActorContext, ActorProgram, HashMap } from "@troupe/actor";
import type { ActorContext as Seed } from "@rivet-gg/actor";

async function values(ctx: ActorContext): Promise<string> {
  await ctx.kv.put(["scores", "ada", 1], { points: 3, at: new Date() });
  await ctx.kv.put("raw", new Uint8Array([1, 2]), { format: "arrayBuffer" });
  await ctx.kv.put(1n, null);
  await ctx.kv.putBatch(new Map<string, number>([["a", 1]]));
  await ctx.kv.putBatch([[["b", true], 2]] as const);
  const bytes: ArrayBuffer | null = await ctx.kv.get("raw", { format: "arrayBuffer" });
  const score = await ctx.kv.get<{ points: number }>(["scores", "ada", 1]);
  const found: HashMap<[string, string, number], { points: number }> = await ctx.kv.list({ prefix: ["scores"], limit: 10, reverse: true });
  for (const [key, value] of found) {
    ctx.log.info("score", { who: key[1], points: value.points });
  }
  const some = await ctx.kv.getBatch<number>(["a", "b"]);
  const sum: number = (some.get("a") ?? 0) + some.size + found.array().length + found.raw().size;
  await ctx.kv.delete("raw");
  await ctx.kv.deleteBatch(["a", ["b", true]]);
  await ctx.kv.deleteAll();
  return `${score?.points ?? 0} ${bytes?.byteLength ?? 0} ${sum}`;
}

function seed(ctx: Seed): ActorContext {
  return ctx;
}

export default {
  async start(ctx) {
    ctx.signal.addEventListener("abort", () => ctx.log.warn(new Error("over")));
    const since: number = ctx.metadata.actor.createdAt.getTime();
    const room: string | undefined = ctx.metadata.actor.tags["room"];
    const url: string | undefined = ctx.metadata.network.ports["http"]?.url;
    ctx.log.debug({ since, room, url, region: ctx.metadata.region.id, build: ctx.metadata.build.tags["version"] });
    return values(seed(ctx));
  },
} satisfies ActorProgram;
