package dev.troupe.server.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import dev.troupe.core.AddressRange;
import dev.troupe.core.Limits;
import dev.troupe.core.RestartPolicy;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the gateway waits for, and how long, and how many it serves at once. */
class GatewayLimitsTest {
    private static final Duration SOON = Duration.ofMillis(300);

    private static Stage impatient(UnaryOperator<Patience> change) {
        return new Stage(GatewayOptions.local().withPatience(change.apply(Patience.defaults())));
    }

    private static String get(Actor actor, String path) {
        return "GET /" + actor.id() + "-http" + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
    }

    @Test
    void aRequestWaitsForAStartingActor() {
        try (Stage stage = new Stage()) {
            Actor late = stage.create(options -> options.env(Map.of("LATE", "300")));
            try (Wire wire = stage.wire()) {
                wire.say("POST /" + late.id() + "-http/length HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
                assertTrue(wire.answer().endsWith("3 {}"));
            }
        }
    }

    @Test
    void itDoesNotWaitForEver() {
        try (Stage stage = impatient(waits -> waits.withActor(SOON))) {
            Actor silent = stage.create(options -> options.env(Stage.silent()));
            try (Wire wire = stage.wire()) {
                String answer = wire.say(get(silent, "/hello")).answer();
                assertTrue(answer.contains(" 503 ") && answer.contains("ACTOR_NOT_READY"), answer);
                assertTrue(answer.contains("retry-after: 1"), answer);
            }
            Actor ends = stage.create(options -> options.env(Map.of("LATE", "60000")));
            try (Wire wire = stage.wire()) {
                wire.say(get(ends, "/hello"));
                Stage.await("it is waited for", () -> stage.gateway.requests() == 1);
                ends.destroy(Duration.ZERO);
                String answer = wire.answer();
                assertTrue(answer.contains("ACTOR_NOT_FOUND") || answer.contains("ACTOR_STOPPING"), answer);
            }
        }
    }

    @Test
    void anActorThatStoppedListeningIsABadGateway() {
        try (Stage stage = new Stage()) {
            Actor actor = stage.actor();
            try (Wire wire = stage.wire()) {
                assertTrue(wire.say(get(actor, "/stop")).answer().endsWith("stopped"));
                Stage.await("it listens no more", () -> {
                    try (Wire other = stage.wire()) {
                        return other.say(get(actor, "/hello")).answer().contains("ACTOR_NOT_LISTENING");
                    }
                });
            }
        }
    }

    @Test
    void aRestartedActorIsWaitedFor() {
        try (Stage stage = new Stage()) {
            Actor actor = stage.listening(stage.create(options -> options.restart(RestartPolicy.onFailure())));
            try (Wire wire = stage.wire()) {
                assertTrue(wire.say(get(actor, "/exit")).answer().contains("ACTOR_NO_ANSWER"));
                assertTrue(wire.say(get(actor, "/hello")).answer().endsWith("hello GET"));
            }
            assertEquals(1, actor.generation());
        }
    }

    @Test
    void anAnswerThatDoesNotBeginInTimeIsATimeout() {
        try (Stage stage = impatient(waits -> waits.withAnswer(Duration.ofSeconds(3)))) {
            Actor actor = stage.actor();
            try (Wire wire = stage.wire()) {
                wire.say(get(actor, "/hold"));
                Stage.awaitLine(actor, "holding");
                String answer = wire.answer();
                assertTrue(answer.contains(" 504 ") && answer.contains("ACTOR_TIMEOUT"), answer);
            }
            Stage.awaitLine(actor, "hold closed false");
            try (Wire wire = stage.wire()) { // one that has begun may take its time
                wire.say(get(actor, "/sse")).until("data: one\n\n");
                try (Wire other = stage.wire()) {
                    assertTrue(other.say(get(actor, "/hold")).answer().contains(" 504 "));
                    assertTrue(other.rest().isEmpty());
                }
                try (Wire other = stage.wire()) {
                    other.say(get(actor, "/release")).answer();
                }
                wire.until("data: two\n\n");
            }
        }
    }

    @Test
    void slowClientsAreNotWaitedFor() {
        try (Stage stage =
                impatient(waits -> waits.withHead(SOON).withBody(SOON).withIdle(SOON))) {
            Actor actor = stage.actor();
            try (Wire head = stage.wire();
                    Wire body = stage.wire();
                    Wire idle = stage.wire();
                    Wire never = stage.wire()) {
                head.say("GET / HTTP/1.1\r\nHost");
                body.say("POST /" + actor.id() + "-http/length HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\na");
                assertTrue(idle.say(get(actor, "/fixed")).answer().endsWith("fixed"));
                assertTrue(head.rest().startsWith("HTTP/1.1 408 "));
                assertTrue(body.rest().startsWith("HTTP/1.1 408 "));
                assertEquals("", idle.rest());
                assertEquals("", never.rest());
            }
        }
    }

    @Test
    void aClientThatDoesNotReadIsGivenUp() throws Exception {
        try (Stage stage = impatient(waits -> waits.withWrite(SOON))) {
            Actor actor = stage.actor();
            try (Wire wire = stage.wire()) {
                wire.socket.setReceiveBufferSize(8 << 10);
                wire.say(get(actor, "/flood"));
                Stage.awaitLine(actor, "flood closed");
            }
        }
    }

    @Test
    void anActorHasSoManyRequestsAtOnce() {
        try (Stage stage = new Stage()) {
            Actor actor = stage.listening(
                    stage.create(options -> options.limits(Limits.defaults().withRequests(2))));
            try (Wire one = stage.wire();
                    Wire two = stage.wire();
                    Wire three = stage.wire()) {
                one.say(get(actor, "/sse")).until("data: one\n\n");
                two.say(get(actor, "/sse")).until("data: one\n\n");
                String answer = three.say(get(actor, "/hello")).answer();
                assertTrue(answer.contains(" 429 ") && answer.contains("2 requests under way"), answer);
            }
            Stage.await("both are over", () -> stage.gateway.requests() == 0);
            try (Wire four = stage.wire()) {
                assertTrue(four.say(get(actor, "/hello")).answer().endsWith("hello GET"));
            }
        }
    }

    @Test
    void anActorHasSoManyConnections() {
        try (Stage stage = new Stage()) {
            Actor actor = stage.listening(
                    stage.create(options -> options.limits(Limits.defaults().withConnections(2))));
            try (Wire one = stage.wire();
                    Wire two = stage.wire();
                    Wire three = stage.wire()) {
                assertTrue(one.say(get(actor, "/fixed")).answer().endsWith("fixed"));
                assertTrue(two.say(get(actor, "/fixed")).answer().endsWith("fixed"));
                String answer = three.say(get(actor, "/hello")).answer();
                assertTrue(answer.contains(" 429 ") && answer.contains("2 connections"), answer);
                assertTrue(one.say(get(actor, "/fixed")).answer().endsWith("fixed"));
            }
        }
    }

    @Test
    void bodiesHaveABoundIfTheGatewayHasOne() {
        try (Stage stage = new Stage(GatewayOptions.local().withBodyBytes(10))) {
            Actor actor = stage.actor();
            String post = "POST /" + actor.id() + "-http/length HTTP/1.1\r\nHost: a\r\n";
            try (Wire small = stage.wire();
                    Wire announced = stage.wire();
                    Wire chunked = stage.wire()) {
                assertTrue(small.say(post + "Content-Length: 10\r\n\r\n0123456789")
                        .answer()
                        .endsWith("10 {}"));
                assertTrue(announced
                        .say(post + "Content-Length: 11\r\n\r\n")
                        .rest()
                        .startsWith("HTTP/1.1 413 "));
                chunked.say(post + "Transfer-Encoding: chunked\r\n\r\n6\r\n012345\r\n6\r\n012345\r\n");
                assertTrue(chunked.rest().startsWith("HTTP/1.1 413 "));
            }
        }
    }

    @Test
    void aProxyThatIsTrustedIsBelieved() {
        GatewayOptions options = GatewayOptions.local().withProxies(List.of(AddressRange.of("127.0.0.0/8")));
        try (Stage stage = new Stage(options.withDomain("Actors.test"))) {
            Actor actor = stage.actor();
            try (Wire wire = stage.wire()) {
                wire.say("GET /seen HTTP/1.1\r\nHost: " + actor.id() + "-http.actors.TEST:81\r\n"
                        + "X-Forwarded-For: 1.2.3.4\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: b\r\n\r\n");
                String answer = wire.answer();
                assertTrue(answer.contains("\"x-forwarded-for\":\"1.2.3.4, 127.0.0.1\""), answer);
                assertTrue(answer.contains("\"x-forwarded-proto\":\"https\""), answer);
                assertTrue(answer.contains("\"x-forwarded-host\":\"b\""), answer);
            }
        }
    }

    @Test
    void aGatewayThatClosesLetsRequestsFinish() {
        Stage stage = new Stage();
        try (Wire busy = stage.wire();
                Wire idle = stage.wire()) {
            Actor actor = stage.actor();
            idle.say(get(actor, "/fixed")).answer();
            busy.say(get(actor, "/hold"));
            Stage.awaitLine(actor, "holding");
            InetSocketAddress address = stage.gateway.address();
            stage.gateway.drain();
            assertEquals("", idle.rest());
            org.junit.jupiter.api.Assertions.assertThrows(
                    java.io.UncheckedIOException.class, () -> new Wire(address).close());
            stage.host.close(); // its programs end what they hold
            String answer = busy.rest();
            assertTrue(answer.contains("connection: close") && answer.endsWith("held"), answer);
            Stage.await("nobody is connected", () -> stage.gateway.connections() == 0);
        } finally {
            stage.close();
        }
    }
}
