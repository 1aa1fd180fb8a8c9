package dev.troupe.server.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import dev.troupe.node.netty.transport.GuardedPorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies that are long, slow, cut off or without an end, and connections that become something else. */
class StreamsTest {
    private final Stage stage = new Stage();
    private final Actor actor = stage.actor();

    @AfterEach
    void end() {
        Stage.await("requests end", () -> stage.gateway.requests() == 0);
        stage.close();
        assertEquals(0, GuardedPorts.size());
    }

    private String request(String method, String path, String fields) {
        return method + " /" + actor.id() + "-http" + path + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
    }

    private Wire get(String path) {
        return stage.wire().say(request("GET", path, ""));
    }

    @Test
    void aMebibyteGoesThereAndBackWhileItIsSent() throws Exception {
        byte[] bytes = new byte[1 << 20];
        new Random(1).nextBytes(bytes);
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = 0; i < 3; i++) {
            HttpRequest.BodyPublisher body = i == 0
                    ? HttpRequest.BodyPublishers.ofByteArray(bytes)
                    : HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(bytes));
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(URI.create(actor.url("http") + "/echo"))
                            .POST(body)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertArrayEquals(bytes, answer.body());
        }
        assertTrue(actor.usage().bytesIn() > 3 << 20, actor.usage().toString());
        assertTrue(actor.usage().bytesOut() > 3 << 20, actor.usage().toString());
        assertEquals(3, actor.usage().requests());
    }

    @Test
    void aPartOfTheAnswerComesBeforeTheRequestIsWhole() {
        try (Wire wire = stage.wire()) {
            wire.say(request("POST", "/echo", "Transfer-Encoding: chunked\r\n"));
            wire.say("3\r\none\r\n");
            wire.until("3\r\none\r\n");
            wire.say("3\r\ntwo\r\n");
            wire.until("3\r\ntwo\r\n");
            wire.say("0\r\n\r\n");
            wire.until("0\r\n\r\n");
        }
    }

    @Test
    void anEventComesBeforeTheNextIsWritten() {
        try (Wire wire = get("/sse");
                Wire other = get("/hello")) {
            assertTrue(wire.until("data: one\n\n\r\n").contains("text/event-stream"));
            assertTrue(other.answer().endsWith("hello GET"));
            other.say(request("GET", "/release", ""));
            assertTrue(other.answer().endsWith("released"));
            wire.until("data: two\n\n\r\n0\r\n\r\n");
        }
    }

    @Test
    void theActorLearnsThatAClientIsGone() {
        try (Wire wire = get("/sse")) {
            wire.until("data: one\n\n");
        }
        Stage.awaitLine(actor, "sse closed");
        try (Wire wire = get("/hold")) {
            Stage.awaitLine(actor, "holding");
            assertEquals(1, stage.gateway.requests());
            assertFalse(wire.socket.isClosed());
        }
        Stage.awaitLine(actor, "hold closed false");
    }

    @Test
    void aClientThatDoesNotReadHoldsTheActorBack() throws IOException {
        try (Wire wire = stage.wire()) {
            wire.socket.setReceiveBufferSize(8 << 10);
            wire.say(request("GET", "/flood", ""));
            wire.head();
            long before = -1;
            long sent = 0;
            while (sent != before) { // it comes to rest
                before = sent;
                sent = sentSoFar();
            }
            assertTrue(sent < 32 << 20, "sent " + sent);
        }
        Stage.awaitLine(actor, "flood closed");
    }

    private long sentSoFar() {
        int lines = actor.logs().snapshot().size();
        try (Wire wire = get("/ask")) {
            wire.answer();
        }
        Stage.await("the program says how much", () -> actor.logs().snapshot().size() > lines);
        Matcher said = Pattern.compile("sent (\\d+)").matcher(Stage.log(actor));
        long last = 0;
        while (said.find()) {
            last = Long.parseLong(said.group(1));
        }
        return last;
    }

    @Test
    void anAnswerThatIsCutOffIsSeenToBe() {
        try (Wire wire = get("/cut")) {
            String answer = wire.rest();
            assertTrue(answer.contains("content-length: 100"), answer);
            assertFalse(answer.contains("502"), answer);
        }
        try (Wire wire = get("/sse")) {
            wire.until("data: one\n\n");
            actor.destroy(Duration.ZERO);
            assertFalse(wire.rest().contains("\r\n0\r\n"));
        }
    }

    @Test
    void anActorThatAnswersNothingIsABadGateway() {
        try (Wire wire = get("/close")) {
            assertTrue(wire.answer().contains("ACTOR_NO_ANSWER"));
            assertTrue(wire.say(request("GET", "/fixed", "")).answer().endsWith("fixed"));
            // a pipe that served before and broke is no reason to fail what can be sent again
            assertTrue(wire.say(request("GET", "/close", "")).answer().contains("ACTOR_NO_ANSWER"));
        }
        try (Wire wire = get("/exit")) {
            assertTrue(wire.answer().contains("ACTOR_NO_ANSWER"));
        }
    }

    @Test
    void anEarlyAnswerLeavesTheConnectionUsable() {
        try (Wire wire = stage.wire()) {
            wire.say(request("POST", "/early", "Content-Length: 200000\r\n") + "a".repeat(100_000));
            assertTrue(wire.answer().startsWith("HTTP/1.1 413 "));
            wire.say("a".repeat(100_000) + request("GET", "/fixed", ""));
            assertTrue(wire.answer().endsWith("fixed"));
        }
    }

    @Test
    void requestsFinishWithinTheGraceOfADestroyedActor() {
        try (Wire wire = get("/hold")) {
            Stage.awaitLine(actor, "holding");
            actor.destroy();
            Stage.awaitLine(actor, "stopping");
            try (Wire late = get("/hello")) {
                assertTrue(late.answer().contains("ACTOR_STOPPING"));
            }
            assertTrue(wire.answer().endsWith("held"));
        }
        actor.terminated().toCompletableFuture().join();
        try (Wire late = get("/hello")) {
            assertTrue(late.answer().contains("ACTOR_NOT_FOUND"));
        }
    }

    @Test
    void aWebSocketIsATunnel() {
        String upgrade = "Connection: keep-alive, Upgrade\r\nUpgrade: WebSocket\r\nSec-WebSocket-Key: x\r\n";
        try (Wire wire = stage.wire()) {
            assertTrue(wire.say(request("GET", "/ws", upgrade + "Content-Length: 0\r\n"))
                    .head()
                    .startsWith("HTTP/1.1 101 "));
        }
        try (Wire wire = stage.wire()) {
            assertTrue(wire.say(request("GET", "/fixed", "")).answer().endsWith("fixed"));
            wire.say(request("GET", "/ws?a", upgrade) + "early");
            String head = wire.head();
            assertTrue(head.startsWith("HTTP/1.1 101 ") && head.contains("/ws?a"), head);
            assertEquals("early", wire.bytes(5));
            wire.say("GET /none HTTP/1.1\r\n\r\n");
            wire.until("GET /none HTTP/1.1\r\n\r\n");
            assertEquals(1, stage.gateway.requests());
            byte[] many = new byte[300_000];
            new Random(2).nextBytes(many);
            wire.say(many);
            assertEquals(new String(many, java.nio.charset.StandardCharsets.ISO_8859_1), wire.bytes(many.length));
            wire.endOutput();
            assertEquals("", wire.rest());
        }
        Stage.awaitLine(actor, "socket closed");
        try (Wire wire = stage.wire()) {
            wire.say(request("GET", "/ws", upgrade)).head();
            actor.destroy(Duration.ZERO);
            wire.rest();
        }
    }

    @Test
    void thousandConnectionsLeaveNothing() {
        for (int i = 0; i < 1000; i++) {
            try (Wire wire = get(i % 2 == 0 ? "/fixed" : "/sse")) {
                if (i % 3 > 0) {
                    wire.head();
                }
            }
        }
        Stage.await("all are gone", () -> stage.gateway.connections() == 0 && stage.gateway.requests() == 0);
        try (Wire wire = get("/sockets")) {
            // the one that asks, and perhaps some whose end the program has not heard of yet
            Stage.await("the program's sockets are gone", () -> wire.say(request("GET", "/sockets", ""))
                    .until(" sockets")
                    .endsWith("\r\n1 sockets"));
        }
    }
}
