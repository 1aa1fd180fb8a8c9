package dev.troupe.server.behaviours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorLogs;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.ActorState;
import dev.troupe.core.RestartPolicy;
import dev.troupe.core.Script;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BehavioursTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path directory;

    private Service service;

    @BeforeEach
    void open() throws Exception {
        service = Service.open(directory.resolve("data"));
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aServerWithHealthExitWebSocketAndTicks() throws Exception {
        service.deployWithWs(Files.createDirectory(directory.resolve("program")), "pingpong.cjs", "pingpong");
        Service.Made made = service.create("pingpong");
        assertEquals("200 ok", service.get(made, "health"));
        try (WebSocketTalk talk = new WebSocketTalk(service.client(), made.url())) {
            assertEquals("[\"init\",{\"forwardedFor\":\"127.0.0.1\"}]", talk.next());
            talk.say("[\"ping\",42]");
            assertEquals("[\"pong\",42]", talk.next());
        }
        Actor actor = service.host.find(made.id()).orElseThrow();
        logged(actor, "tick 2");
        assertEquals("200 bye", service.get(made, "exit?code=7"));
        assertEquals(
                7,
                actor.terminated()
                        .toCompletableFuture()
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .exitCode());
    }

    @Test
    void aCrashLoopKeepsItsValuesAndBacksOff() throws Exception {
        Actor actor = service.host.create(ActorOptions.builder()
                .script(Script.inline("crash.mjs", """
                        export default {
                          async start(ctx) {
                            const crashes = (await ctx.kv.get('crashes') ?? 0) + 1;
                            await ctx.kv.put('crashes', crashes);
                            console.log('crash', crashes);
                            throw new Error('again');
                          },
                        };
                        """))
                .restart(RestartPolicy.onFailure())
                .withoutPorts()
                .build());
        logged(actor, "crash 4");
        while (actor.state() != ActorState.BACKING_OFF) {
            Thread.onSpinWait(); // it is on its way from the crash to the wait before the next start
        }
        assertTrue(actor.generation() >= 3, "generation " + actor.generation());
    }

    @Test
    void aRouteSpreadsOverTheActorsWithItsTags() throws Exception {
        service.host.deploy(Script.inline("who.cjs", """
                exports.start = (ctx) => new Promise(() => {
                  require('http').createServer((request, response) => response.end(ctx.metadata.actor.id + request.url))
                    .listen(process.env.PORT_HTTP);
                });
                """), Map.of("name", "who"));
        String authority = service.gateway().getAuthority();
        service.call(
                "PUT",
                "/routes/spread",
                "{\"hostname\":\"" + service.gateway().getHost()
                        + "\",\"path\":\"/who\",\"strip_prefix\":true,\"route_subpaths\":true,"
                        + "\"target\":{\"actors\":{\"selector_tags\":{\"kind\":\"who\"}}}}");
        Set<String> made = new TreeSet<>();
        for (int i = 0; i < 3; i++) {
            Service.Made each = service.create("who");
            service.host
                    .find(each.id())
                    .orElseThrow()
                    .ready()
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            made.add("200 " + each.id() + "/there");
        }
        Set<String> answered = new TreeSet<>();
        for (int i = 0; i < 9; i++) {
            answered.add(service.get(URI.create("http://" + authority + "/who/there")));
        }
        assertEquals(List.copyOf(made), List.copyOf(answered));
    }

    /** Waits until the actor has logged that. */
    private static void logged(Actor actor, String text) throws Exception {
        CompletableFuture<Void> seen = new CompletableFuture<>();
        try (ActorLogs.Following following = actor.logs().follow(entry -> {
            if (entry.text().contains(text)) {
                seen.complete(null);
            }
        })) {
            seen.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }
}
