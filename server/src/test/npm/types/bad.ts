// Wrong use: the compiler reports each line that ends with "// wrong", and no other.
import type { ActorContext, ActorProgram } from "@troupe/actor";

export async function wrong(ctx: ActorContext): Promise<void> {
  ctx.metadata.actor.id = "other"; // wrong
  ctx.metadata.actor.createdAt.getDays(); // wrong
  ctx.metadata.actor.tags["room"].length; // wrong
  ctx.metadata.network.ports["http"].url; // wrong
  ctx.metadata.region.zone; // wrong
  ctx.kv = ctx.kv; // wrong
  await ctx.kv.get({ key: 1 }); // wrong
  await ctx.kv.get(undefined); // wrong
  await ctx.kv.get("a", { format: "text" }); // wrong
  const text: string = await ctx.kv.get<string>("a"); // wrong
  await ctx.kv.put("a"); // wrong
  await ctx.kv.put("a", "text", { format: "arrayBuffer" }); // wrong
  await ctx.kv.list({ prefix: "a", limit: "10" }); // wrong
  await ctx.kv.putBatch([["a"]]); // wrong
  await ctx.kv.deleteBatch("a"); // wrong
  ctx.signal.abort(); // wrong
  ctx.log.fatal("a"); // wrong
  console.log(text);
}

export const noStart: ActorProgram = { begin() {} }; // wrong
