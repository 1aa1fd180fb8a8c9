// Counts once a second, tells the count over HTTP, and says goodbye when it is destroyed.
import { createServer } from "node:http";

let count = 0;

export default {
  start() {
    const tick = setInterval(() => console.log(`count is ${++count}`), 1000);

    const server = createServer((request, response) => {
      if (request.url === "/reset") count = 0;
      response.end(`${count}\n`);
    });
    server.listen(process.env.PORT_HTTP);

    // without a promise the actor lives as long as its server and its timer do
    process.on("SIGTERM", () => {
      console.log(`goodbye at ${count}`);
      clearInterval(tick);
      server.close();
    });
  },
};
