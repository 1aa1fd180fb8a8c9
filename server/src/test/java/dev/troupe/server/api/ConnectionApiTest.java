package dev.troupe.server.api;

import static dev.troupe.server.api.Answer.refused;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.ActorId;
import dev.troupe.server.access.TokenPath;
import dev.troupe.server.access.Verdict;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway") // an answer that lacks a member fails the test
class ConnectionApiTest {
    @TempDir
    Path directory;

    private ApiServer server;
    private String actor;

    @BeforeEach
    void open() throws Exception {
        server = ApiServer.open(directory);
        Answer created = server.ask(
                        "POST",
                        "/actors",
                        "{\"build_tags\":{\"name\":\"a\"},\"network\":{\"ports\":{"
                                + "\"web\":{\"protocol\":\"http\",\"routing\":{\"guard\":{}}},"
                                + "\"http\":{\"protocol\":\"http\"}}}}")
                .done();
        actor = (String) created.object("actor").get("id");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Answer connect(String port, String body) throws Exception {
        return server.ask("POST", "/actors/" + actor + "/ports/" + port + "/connection", body);
    }

    private Verdict decide(Answer answer) {
        String path = URI.create((String) answer.body().get("url")).getRawPath();
        TokenPath target =
                TokenPath.read(path.substring(path.indexOf("/~troupe."))).orElseThrow();
        return server.api.connections().decide(target, ActorId.of(actor), "web", "GET");
    }

    @Test
    void aUrlIsHandedOutAndRevoked() throws Exception {
        Instant before = Instant.now();
        Answer answer = connect("web", "{\"ttl\":60000,\"uses\":1,\"path_prefix\":\"/a\",\"methods\":[\"GET\"]}")
                .done();
        assertTrue(String.valueOf(answer.body().get("url"))
                .matches("http://gateway\\.test:1/" + actor + "-web/~troupe\\.[A-Za-z0-9_-]+/a"));
        Instant expires = Instant.parse((String) answer.body().get("expires_at"));
        assertTrue(Duration.between(before, expires).toMillis() >= 59_999, expires.toString());
        assertInstanceOf(Verdict.Granted.class, decide(answer));
        assertInstanceOf(Verdict.Refused.class, decide(answer));
        Answer open = connect("web", "{\"ttl\":60000}").done();
        server.ask("POST", "/connections/rotate", "{\"keep\":1}").done();
        assertInstanceOf(Verdict.Granted.class, decide(open));
        server.ask("POST", "/connections/rotate").done();
        assertInstanceOf(Verdict.Refused.class, decide(open));
    }

    @Test
    void eachFieldIsChecked() throws Exception {
        List<List<String>> table = List.of(
                List.of("", "no JSON"),
                List.of("{}", "\"ttl\" is missing"),
                List.of("{\"ttl\":0}", "\"ttl\" is 0"),
                List.of("{\"ttl\":604800001}", "\"ttl\" is 604800001"),
                List.of("{\"ttl\":\"1\"}", "\"ttl\" must be a whole number"),
                List.of("{\"ttl\":1.5}", "\"ttl\" must be a whole number"),
                List.of("{\"ttl\":1,\"uses\":0}", "\"uses\" is 0"),
                List.of("{\"ttl\":1,\"uses\":1000001}", "\"uses\" is 1000001"),
                List.of("{\"ttl\":1,\"path_prefix\":\"a\"}", "path prefix"),
                List.of("{\"ttl\":1,\"path_prefix\":\"/a/../b\"}", "path prefix"),
                List.of("{\"ttl\":1,\"path_prefix\":\"/%2e%2e\"}", "path prefix"),
                List.of("{\"ttl\":1,\"path_prefix\":\"/" + "a".repeat(1_024) + "\"}", "1025 characters"),
                List.of("{\"ttl\":1,\"methods\":\"GET\"}", "\"methods\" must be an array"),
                List.of("{\"ttl\":1,\"methods\":[1]}", "\"methods\" must hold strings"),
                List.of("{\"ttl\":1,\"methods\":[\"GE T\"]}", "not an HTTP method"),
                List.of("{\"ttl\":1,\"methods\":[\"\"]}", "not an HTTP method"),
                List.of(
                        "{\"ttl\":1,\"methods\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\"]}",
                        "17 methods"),
                List.of("{\"ttl\":1,\"for\":\"me\"}", "\"for\" is not a field"));
        for (List<String> row : table) {
            refused(400, "API_BAD_BODY", row.get(1), connect("web", row.get(0)));
        }
        refused(400, "API_BAD_BODY", "host's own", connect("http", "{\"ttl\":1}"));
        refused(400, "API_BAD_BODY", "no port of this name", connect("nothing", "{\"ttl\":1}"));
        refused(400, "API_BAD_BODY", "\"keep\" is 4", server.ask("POST", "/connections/rotate", "{\"keep\":4}"));
        refused(
                400,
                "ACTOR_NOT_FOUND",
                "no living actor",
                server.ask("POST", "/actors/" + ApiServer.UNKNOWN + "/ports/web/connection", "{\"ttl\":1}"));
    }
}
