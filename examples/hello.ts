import type { ActorContext } from "@rivet-gg/actor";
import * as http from "http";

export default {
  async start(ctx: ActorContext) {
    const server = http.createServer((request, response) => {
      response.writeHead(200, { "Content-Type": "text/plain" });
      response.end(`Hello from actor ${ctx.metadata.actor.id} in region ${ctx.metadata.region.id}\n`);
    });

    const port = process.env.PORT_HTTP;
    server.listen(port, () => console.log(`Listening on port ${port}`));

    // the actor lives as long as this promise is pending
    await new Promise(() => {});
  },
};
