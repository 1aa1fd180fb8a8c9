package dev.troupe.server.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Requests whose end, or whose meaning, two readers could take for different ones: none reaches an actor. */
class MalformedHeadsTest {
    private static final Stage stage = new Stage();
    private static final Actor actor = stage.actor();

    @AfterAll
    static void end() {
        stage.close();
    }

    private static String post(String fields, String body) {
        return "POST /" + actor.id() + "-http/length HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n" + body;
    }

    private static String line(String text) {
        return text.replace("PATH", "/" + actor.id() + "-http/hello");
    }

    private static void refused(String status, String request) {
        try (Wire wire = stage.wire()) {
            // what follows would be a request to somebody who read the first one differently
            String answer = wire.say(request + "GET /smuggled HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                    .rest();
            assertTrue(answer.matches("(?s)HTTP/1.1 (" + status + ") .*"), request + "\n" + answer);
            assertEquals(
                    1, Pattern.compile("HTTP/1.1 \\d").matcher(answer).results().count(), request + "\n" + answer);
            assertTrue(answer.contains("connection: close"), answer);
        }
    }

    @Test
    void aRequestWhoseEndIsInDoubtIsRefusedAndItsConnectionClosed() {
        for (String fields : List.of(
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 0\r\n",
                "Content-Length: 3\r\nContent-Length: 5\r\n",
                "Content-Length: 3\r\nContent-Length: 3\r\n",
                "Content-Length: 3, 3\r\n",
                "Content-Length: +3\r\n",
                "Content-Length: -3\r\n",
                "Content-Length: 0x3\r\n",
                "Content-Length: 3 3\r\n",
                "Content-Length:\r\n",
                "Content-Length: 99999999999999999999\r\n",
                "Transfer-Encoding : chunked\r\n",
                "Content-Length : 3\r\n",
                " Content-Length: 3\r\n",
                "X: 1\r\n Content-Length: 3\r\n",
                "X: 1\r\n\tfolded\r\n",
                "X\r\n",
                ": 1\r\n",
                "X Y: 1\r\n",
                "X: a\u0000b\r\n",
                "X: a\u0001b\r\n",
                "X: a\u007fb\r\n",
                "X: a\rb\r\n",
                "X: a\u000bb\r\n",
                "Host: b\r\n",
                "X\u00e9: 1\r\n")) {
            refused("400", post(fields, "abc"));
        }
        for (String coding :
                List.of("gzip", "gzip, chunked", "identity", "chunked, chunked", "xchunked", "\"chunked\"")) {
            refused("400|501", post("Transfer-Encoding: " + coding + "\r\n", "0\r\n\r\n"));
        }
        refused("400|501", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"));
        refused("400", line("POST PATH HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"));
    }

    @Test
    void badChunksAreRefused() {
        for (String chunks : List.of(
                "x\r\nabc\r\n0\r\n\r\n",
                "-1\r\nabc\r\n0\r\n\r\n",
                "+3\r\nabc\r\n0\r\n\r\n",
                "0x3\r\nabc\r\n0\r\n\r\n",
                "ffffffffffffffffff\r\nabc\r\n0\r\n\r\n",
                "3\r\nabcd\r\n0\r\n\r\n",
                "3\nabc\r\n0\r\n\r\n",
                "3\r\nabc\n0\r\n\r\n",
                "\r\n3\r\nabc\r\n0\r\n\r\n",
                "3 ;\u0000\r\nabc\r\n0\r\n\r\n")) {
            try (Wire wire = stage.wire()) {
                String answer = wire.say(post("Transfer-Encoding: chunked\r\n", chunks)
                                + "GET /smuggled HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                        .rest();
                assertTrue(answer.startsWith("HTTP/1.1 400 "), chunks + "\n" + answer);
                assertFalse(answer.contains("HTTP/1.1 404"), chunks + "\n" + answer);
            }
        }
    }

    @Test
    void whatIsNoRequestIsRefused() {
        for (String head : List.of(
                "GET PATH\r\n\r\n",
                " GET PATH HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET  PATH HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET PATH  HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET PATH HTTP/1.1 \r\nHost: a\r\n\r\n",
                "GET PATH HTTP/1.1x\r\nHost: a\r\n\r\n",
                "GET\tPATH HTTP/1.1\r\nHost: a\r\n\r\n",
                "G\u0000T PATH HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET PATH HTTP/1.1\r\n\r\n",
                "GET PATH#a HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET hello HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET * HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET PATH\u00e9 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET http://a@b/ HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET PATH HTTP/1.1\r\nHost: a/b\r\n\r\n",
                "GET PATH HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET PATH HTTP/1.1\r\nHost: a@b\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n",
                "{}\r\n\r\n")) {
            refused("400", line(head));
        }
        refused("505", line("GET PATH HTTP/2.0\r\nHost: a\r\n\r\n"));
        refused("501", "CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n\r\n");
        refused("414", line("GET PATH?" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"));
        refused("431", line("GET PATH HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(20_000) + "\r\n\r\n"));
    }

    @Test
    void anAbsoluteTargetNamesTheHost() {
        try (Wire wire = stage.wire()) {
            wire.say("GET http://Named:81" + "/" + actor.id() + "-http/seen HTTP/1.1\r\nHost: other\r\n\r\n");
            String answer = wire.answer();
            assertTrue(answer.contains("\"host\":\"Named:81\"") && answer.contains("\"url\":\"/seen\""), answer);
        }
    }

    @Test
    void hostileAnswersDoNotReachTheClientAsTheyAre() {
        for (String bytes : List.of(
                "nonsense\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\nab",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\nevil",
                "HTTP/1.1 200 OK\r\nX: a\u0000b\r\n\r\n",
                "")) {
            try (Wire wire = stage.wire()) {
                wire.say("GET /" + actor.id() + "-http/raw?bytes=" + encoded(bytes) + " HTTP/1.1\r\nHost: a\r\n\r\n");
                String answer = wire.answer();
                assertTrue(answer.startsWith("HTTP/1.1 502 "), bytes + "\n" + answer);
                // the client's connection goes on, and the next answer is its own
                wire.say("GET /" + actor.id() + "-http/fixed HTTP/1.1\r\nHost: a\r\n\r\n");
                assertTrue(wire.answer().endsWith("fixed"), bytes);
            }
        }
    }

    @Test
    void whatAnActorSendsUnaskedIsNobodysAnswer() {
        String two =
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nown" + "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil";
        try (Wire wire = stage.wire()) {
            wire.say("GET /" + actor.id() + "-http/raw?bytes=" + encoded(two) + " HTTP/1.1\r\nHost: a\r\n\r\n");
            assertTrue(wire.answer().endsWith("own"));
            wire.say("GET /" + actor.id() + "-http/fixed HTTP/1.1\r\nHost: a\r\n\r\n");
            assertTrue(wire.answer().endsWith("fixed"));
        }
    }

    private static String encoded(String bytes) {
        StringBuilder text = new StringBuilder();
        bytes.chars().forEach(c -> text.append('%').append(Integer.toHexString(0x100 | c), 1, 3));
        return text.toString();
    }
}
