package dev.troupe.server.host;

import dev.troupe.core.Actor;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;

/** Programs of these tests, and how they are asked. Called on a test's thread. */
final class Programs {
    /** Counts its starts in {@code ctx.kv} and tells what it knows of itself. */
    static final String COUNTER = """
            import http from 'node:http';
            export default {
              async start(ctx) {
                const starts = (await ctx.kv.get('starts') ?? 0) + 1;
                await ctx.kv.put('starts', starts);
                const answer = JSON.stringify({
                  id: ctx.metadata.actor.id, room: ctx.metadata.actor.tags.room, word: process.env.WORD,
                  build: ctx.metadata.build.tags.version, starts });
                http.createServer((req, res) => res.end(answer)).listen(process.env.PORT_HTTP);
                await new Promise(() => {});
              },
            };
            """;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Programs() {}

    /** What a connectable actor answers to {@code GET /}. */
    static String ask(Actor actor) throws Exception {
        actor.ready().toCompletableFuture().get(60, TimeUnit.SECONDS);
        return ask(actor.url("http"));
    }

    /** Asks until somebody listens; the test's own timeout is the bound. */
    static String ask(URI url) throws IOException, InterruptedException {
        while (true) {
            try {
                return CLIENT.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString())
                        .body();
            } catch (ConnectException notYet) {
                Thread.onSpinWait();
            }
        }
    }
}
