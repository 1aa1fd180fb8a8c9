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
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
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
            WebSocket socket =
                    CLIENT.newWebSocketBuilder().buildAsync(url, echo).join();
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

    @Test
    void theExampleWithExpressKeepsNotes() throws Exception {
        try (ActorHost host = ActorHost.builder().build();
                Actor actor = example(host, "express")) {
            URI note = actor.url("http").resolve("/notes/shopping");
            HttpRequest put = HttpRequest.newBuilder(note)
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString("{\"items\":[\"bread\"]}"))
                    .build();
            assertEquals(204, CLIENT.send(put, BodyHandlers.ofString()).statusCode());
            assertEquals("{\"items\":[\"bread\"]}", text(note));
        }
    }

    @Test
    void theExampleWithHonoGreets() throws Exception {
        try (ActorHost host = ActorHost.builder().build();
                Actor actor = example(host, "hono")) {
            assertEquals("{\"greeting\":\"Hello, Ada\"}", text(actor.url("http").resolve("/greet/Ada")));
        }
    }

    @Test
    void theExampleChatTellsEverybody() throws Exception {
        try (ActorHost host = ActorHost.builder().build();
                Actor actor = example(host, "chat")) {
            URI room = URI.create("ws://localhost:" + actor.url("http").getPort() + "/?name=");
            WebSocketEcho ada = new WebSocketEcho();
            WebSocketEcho ben = new WebSocketEcho();
            CLIENT.newWebSocketBuilder()
                    .buildAsync(URI.create(room + "Ada"), ada)
                    .join();
            assertEquals("text Ada came", ada.next());
            WebSocket second = CLIENT.newWebSocketBuilder()
                    .buildAsync(URI.create(room + "Ben"), ben)
                    .join();
            assertEquals("text Ben came", ada.next());
            second.sendText("hello", true).join();
            assertEquals("text Ben: hello", ada.next());
        }
    }

    private static String text(URI url) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
                .body();
    }

    private static Actor example(ActorHost host, String name) throws IOException {
        Actor actor = host.create(
                patient(Script.file(HttpExamples.actor(folder, name))).build());
        actor.ready().toCompletableFuture().join();
        return actor;
    }

    /** A busy machine interprets slowly. */
    private static ActorOptions.Builder patient(Script script) {
        return ActorOptions.builder()
                .script(script)
                .port("http", Protocol.HTTP)
                .limits(Limits.defaults().withStart(Duration.ofMinutes(2)).withTurn(Duration.ofMinutes(2)));
    }

    private static Actor start(ActorHost host, String name) {
        Actor actor = host.create(patient(Script.file(folder.resolve("servers/" + name + ".mjs")))
                .entry(Entry.MODULE)
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
