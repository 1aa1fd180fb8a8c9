package dev.troupe.server.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorId;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.PortSpec;
import dev.troupe.core.Protocol;
import dev.troupe.core.Script;
import dev.troupe.node.netty.transport.GuardedPorts;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What passes through the gateway, in both directions. */
class GatewayTest {
    private static final Stage stage = new Stage();
    private static Actor actor = stage.actor();

    @BeforeAll
    static void begin() {
        assertTrue(actor.url("http").toString().startsWith("http://127.0.0.1:"));
    }

    @AfterAll
    static void end() {
        stage.close();
        assertEquals(0, GuardedPorts.size());
    }

    private static String path(String rest) {
        return "/" + actor.id() + "-http" + rest;
    }

    private static String get(String rest, String... fields) {
        return "GET " + path(rest) + " HTTP/1.1\r\nHost: gate.test\r\n" + String.join("", fields) + "\r\n";
    }

    @Test
    void aRequestGoesThereAndItsAnswerBack() {
        try (Wire wire = stage.wire()) {
            String answer = wire.say(get("/hello")).answer();
            assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer);
            assertTrue(answer.endsWith("\r\n\r\nhello GET"), answer);
        }
    }

    @Test
    void oneConnectionServesManyRequestsAndActors() {
        Actor other = stage.actor();
        try (Wire wire = stage.wire()) {
            for (int i = 0; i < 20; i++) {
                assertTrue(wire.say(get("/fixed")).answer().endsWith("fixed"));
                wire.say("GET /" + other.id() + "-http/hello HTTP/1.1\r\nHost: a\r\n\r\n");
                assertTrue(wire.answer().endsWith("hello GET"));
                assertTrue(wire.say(get("/nothing")).answer().startsWith("HTTP/1.1 404 "));
            }
        }
        other.close();
    }

    @Test
    void requestsInARowAreAnsweredInTheirOrder() {
        try (Wire wire = stage.wire()) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < 30; i++) {
                all.append("POST ").append(path("/length")).append(" HTTP/1.1\r\nHost: a\r\nContent-Length: ");
                all.append(i).append("\r\n\r\n").append("b".repeat(i));
            }
            wire.say(all.toString());
            for (int i = 0; i < 30; i++) {
                assertTrue(wire.answer().endsWith("\r\n\r\n" + i + " {}"));
            }
        }
    }

    @Test
    void requestsOfAClientThatEndsRightAfterThemAreAnswered() {
        try (Wire wire = stage.wire()) {
            wire.say(get("/nowhere").replace(path(""), "").repeat(50));
            wire.endOutput();
            assertEquals(50, wire.rest().split("HTTP/1.1 404", -1).length - 1);
        }
    }

    @Test
    void theActorIsToldWhoAsksAndNotWhatTheClientMakesUp() {
        try (Wire wire = stage.wire()) {
            String answer = wire.say(get(
                            "/seen?a=%2F..%2F&b",
                            "X-Forwarded-For: 1.2.3.4\r\n",
                            "X-Forwarded-Proto: https\r\n",
                            "X-Forwarded-Host: evil\r\n",
                            "Forwarded: for=1.2.3.4\r\n",
                            "Connection: keep-alive, X-Mine, Host\r\n",
                            "X-Mine: 1\r\n",
                            "Keep-Alive: 1\r\n",
                            "TE: gzip\r\n",
                            "Proxy-Authorization: x\r\n",
                            "Upgrade: h2c\r\n",
                            "Authorization: Basic own\r\n"))
                    .answer();
            for (String part : new String[] {
                "\"url\":\"/seen?a=%2F..%2F&b\"",
                "\"host\":\"gate.test\"",
                "\"x-forwarded-for\":\"127.0.0.1\"",
                "\"x-forwarded-proto\":\"http\"",
                "\"x-forwarded-host\":\"gate.test\"",
                "\"x-forwarded-prefix\":\"" + path("") + "\"",
                "\"via\":\"1.1 troupe\"",
                "\"authorization\":\"Basic own\"",
                "\"remote\":\"127.0.0.1\"",
                "\"version\":\"1.1\""
            }) {
                assertTrue(answer.contains(part), part + " in " + answer);
            }
            for (String gone :
                    new String[] {"x-mine", "keep-alive", "\"te\"", "proxy-", "upgrade", "1.2.3.4", "evil"}) {
                String seen = answer.substring(answer.indexOf("\r\n\r\n"));
                assertFalse(seen.toLowerCase(Locale.ROOT).contains(gone), gone + " in " + seen);
            }
        }
    }

    @Test
    void whatIsOfOneConnectionDoesNotComeBack() {
        try (Wire wire = stage.wire()) {
            String answer = wire.say(get("/hops")).answer().toLowerCase(Locale.ROOT);
            assertTrue(answer.contains("x-kept: 1") && answer.endsWith("ok"), answer);
            assertFalse(answer.contains("x-secret") || answer.contains("proxy-authenticate"), answer);
        }
    }

    @Test
    void answersWithoutABodyHaveNone() {
        try (Wire wire = stage.wire()) {
            for (int i = 0; i < 3; i++) {
                assertTrue(wire.say(get("/none")).head().startsWith("HTTP/1.1 204 "));
                assertTrue(wire.say(get("/same")).head().startsWith("HTTP/1.1 304 "));
                String head = wire.say("HEAD " + path("/fixed") + " HTTP/1.1\r\nHost: a\r\n\r\n")
                        .head();
                assertTrue(head.startsWith("HTTP/1.1 200 ") && head.contains("content-length: 5"), head);
                assertTrue(wire.say("HEAD " + path("/hello") + " HTTP/1.1\r\nHost: a\r\n\r\n")
                        .head()
                        .startsWith("HTTP/1.1 200 "));
                wire.say("HEAD /nowhere HTTP/1.1\r\nHost: a\r\n\r\n");
                assertTrue(wire.head().startsWith("HTTP/1.1 404 "));
                assertTrue(wire.say(get("/fixed")).answer().endsWith("fixed"));
            }
        }
    }

    @Test
    void oldClientsAreServed() {
        try (Wire wire = stage.wire()) {
            wire.say("GET " + path("/trailers") + " HTTP/1.0\r\n\r\n");
            String answer = wire.rest();
            assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
            assertTrue(answer.contains("connection: close") && answer.endsWith("\r\n\r\nbody"), answer);
            assertFalse(answer.contains("chunked"), answer);
        }
        try (Wire wire = stage.wire()) {
            for (int i = 0; i < 3; i++) {
                wire.say("GET " + path("/fixed") + " HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
                String answer = wire.answer();
                assertTrue(answer.contains("connection: keep-alive") && answer.endsWith("fixed"), answer);
            }
        }
    }

    @Test
    void trailersPassInBothDirections() {
        try (Wire wire = stage.wire()) {
            String answer = wire.say(get("/trailers", "TE: trailers\r\n", "Connection: TE\r\n"))
                    .until("x-sum: 42\r\n\r\n");
            assertTrue(answer.contains("\r\n4\r\nbody\r\n0\r\n"), answer);
            wire.say("POST " + path("/length") + " HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
                    + "Trailer: x-own\r\n\r\n3;ext=1\r\nabc\r\n0\r\nX-Own: yes\r\n\r\n");
            assertTrue(wire.answer().contains("3 {\"x-own\":\"yes\"}"));
        }
    }

    @Test
    void aClientThatWaitsForContinueIsToldToGoOn() {
        try (Wire wire = stage.wire()) {
            wire.say("POST " + path("/continue")
                    + " HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
            assertTrue(wire.head().startsWith("HTTP/1.1 100 "));
            assertTrue(wire.say("body").answer().endsWith("continued body"));
            assertTrue(wire.say(get("/hints")).head().startsWith("HTTP/1.1 103 "));
            assertTrue(wire.answer().endsWith("hinted"));
        }
    }

    @Test
    void privatePortsAskForTheTokenAndKeepItFromTheActor() {
        Actor closed = stage.host.create(ActorOptions.builder()
                .script(Script.inline("program.cjs", Stage.program()))
                .port(PortSpec.guarded("http"))
                .port("raw", Protocol.TCP)
                .build());
        String target = "GET /" + closed.id() + "-http/seen HTTP/1.1\r\nHost: a\r\n";
        try (Wire wire = stage.wire()) {
            String answer = wire.say(target + "\r\n").answer();
            assertTrue(answer.startsWith("HTTP/1.1 401 ") && answer.contains("www-authenticate: Bearer"), answer);
            assertTrue(answer.contains("\"code\":\"API_UNAUTHORIZED\"") && answer.contains("ray_id"), answer);
            assertTrue(wire.say(target + "Authorization: Bearer wrong\r\n\r\n")
                    .answer()
                    .startsWith("HTTP/1.1 401 "));
            String seen = wire.say(target + "Authorization: bearer " + Stage.TOKEN + "\r\n\r\n")
                    .answer();
            assertTrue(seen.startsWith("HTTP/1.1 200 "), seen);
            assertFalse(seen.contains(Stage.TOKEN) || seen.contains("authorization"), seen);
            wire.say("GET /" + closed.id() + "-raw/ HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + Stage.TOKEN
                    + "\r\n\r\n");
            assertTrue(wire.answer().contains("PORT_NOT_FOUND"));
        } finally {
            closed.destroy(java.time.Duration.ZERO);
        }
    }

    @Test
    void theTokenIsKeptFromAnOpenPortToo() {
        try (Wire wire = stage.wire()) {
            String seen = wire.say(get("/seen", "Authorization: Bearer " + Stage.TOKEN + "\r\n"))
                    .answer();
            assertTrue(seen.startsWith("HTTP/1.1 200 "), seen);
            assertFalse(seen.contains(Stage.TOKEN), seen);
        }
    }

    @Test
    void whatIsNotKnownIsNotFound() {
        try (Wire wire = stage.wire()) {
            for (String target : new String[] {
                "/",
                "/actors",
                "//" + actor.id() + "-http/hello",
                "/" + actor.id() + "/hello",
                "/" + actor.id().toString().toUpperCase(Locale.ROOT) + "-http/hello",
                "/" + actor.id() + "-/hello",
                "/" + actor.id() + "-other/hello",
                "/%2e" + path("/hello"),
                "/" + ActorId.random() + "-http/hello"
            }) {
                wire.say("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n");
                String answer = wire.answer();
                assertTrue(answer.startsWith("HTTP/1.1 404 "), target + " " + answer);
            }
            assertTrue(wire.say("GET " + path("?x=1") + " HTTP/1.1\r\nHost: a\r\n\r\n")
                    .answer()
                    .contains("no /?x=1"));
        }
    }
}
