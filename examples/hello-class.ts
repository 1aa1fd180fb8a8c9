import type { ActorContext } from "@rivet-gg/actor";
import { createServer } from "node:http";

export default class Hello {
  static async start(ctx: ActorContext) {
    const server = createServer((request, response) => {
      response.setHeader("Content-Type", "application/json");
      response.end(JSON.stringify({ actor: ctx.metadata.actor.id, path: request.url }) + "\n");
    });
    server.listen(process.env.PORT_HTTP);
    await new Promise(() => {});
  }
}
