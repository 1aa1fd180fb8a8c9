package dev.troupe.node.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorLogs;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.Entry;
import dev.troupe.core.Limits;
import dev.troupe.core.LogEntry;
import dev.troupe.core.LogStream;
import dev.troupe.core.Protocol;
import dev.troupe.core.Script;
import dev.troupe.core.TerminationReason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PopularPackagesTest {
    private static Path folder = Path.of("");

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        folder = NpmPackages.install();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ajv",
                "commander",
                "dayjs",
                "handlebars",
                "hono",
                "lodash",
                "marked",
                "nanoid",
                "uuid",
                "zod",
            })
    void worksByImportAndByRequireAsUnderNode(String name) throws IOException {
        String expected = Files.readString(folder.resolve("programs/" + name + ".txt"));
        assertEquals(expected, output(name + ".mjs"), "by import");
        assertEquals(expected, output(name + ".cjs"), "by require");
    }

    @ParameterizedTest
    @ValueSource(strings = {"express", "fastify", "hono", "koa"})
    void serversAnswerAsUnderNode(String name) throws IOException {
        String expected = Files.readString(folder.resolve("servers/" + name + ".txt"));
        try (ActorHost host = ActorHost.builder().build();
                Actor actor = start(host, name)) {
            assertEquals(expected, HttpScenario.run(actor.url("http").getPort()));
        }
    }

    @Test
    void wsEchoesTextAndBytesAndAnswersPingsAndCloses() {
        try (ActorHost host = ActorHost.builder().build();
                Actor actor = start(host, "ws")) {
            URI url = URI.create("ws://localhost:" + actor.url("http").getPort() + "/room?x=1");
            WebSocketEcho echo = new WebSocketEcho();
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(url, echo)
                    .join();
            assertEquals("text welcome /room?x=1", echo.next());
            socket.sendText("Grüße", true).join();
            assertEquals("text Grüße", echo.next());
            socket.sendBinary(ByteBuffer.wrap(new byte[] {0, 1, (byte) 255}), true)
                    .join();
            assertEquals("bytes 0001ff", echo.next());
            socket.sendPing(ByteBuffer.wrap(new byte[] {7})).join();
            assertEquals("pong 07", echo.next());
            String large = "x".repeat(200_000);
            socket.sendText(large, true).join();
            assertEquals("text " + large, echo.next());
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").join();
            assertEquals("close 1000", echo.next());
            awaitLine(actor, "closed 1000 done");
        }
    }

    private static Actor start(ActorHost host, String name) {
        Actor actor = host.create(ActorOptions.builder()
                .script(Script.file(folder.resolve("servers/" + name + ".mjs")))
                .entry(Entry.MODULE)
                .port("http", Protocol.HTTP)
                .limits(Limits.defaults()
                        .withStart(Duration.ofMinutes(2))
                        .withTurn(Duration.ofMinutes(2))) // a busy machine interprets slowly
                .build());
        awaitLine(actor, "ready");
        return actor;
    }

    /** Returns once the program has printed {@code text}; fails with all that it printed if it ends before. */
    private static void awaitLine(Actor actor, String text) {
        CompletableFuture<Boolean> seen = new CompletableFuture<>();
        try (ActorLogs.Following following = actor.logs().follow(line -> {
            if (line.text().equals(text)) {
                seen.complete(true);
            }
        })) {
            following.finished().thenRun(() -> seen.complete(false));
            String printed = seen.join()
                    ? text
                    : actor.logs().snapshot().stream().map(LogEntry::text).collect(Collectors.joining("\n"));
            assertEquals(text, printed);
        }
    }

    private static String output(String program) {
        try (Actor actor = ActorHost.start(folder.resolve("programs").resolve(program))) {
            TerminationReason reason = actor.terminated().toCompletableFuture().join();
            String errors = lines(actor, LogStream.STDERR);
            assertEquals("", errors, program + " wrote to stderr: " + reason.message());
            assertEquals(0, reason.exitCode(), reason.message());
            return lines(actor, LogStream.STDOUT);
        }
    }

    private static String lines(Actor actor, LogStream stream) {
        return actor.logs().snapshot().stream()
                .filter(line -> line.stream() == stream)
                .map(LogEntry::text)
                .map(text -> text + "\n")
                .collect(Collectors.joining());
    }
}
