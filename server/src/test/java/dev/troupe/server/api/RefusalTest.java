package dev.troupe.server.api;

import static dev.troupe.server.api.Answer.refused;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.ActorQuery;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway") // an answer that lacks a member fails the test
class RefusalTest {
    @TempDir
    Path directory;

    private ApiServer server;

    @BeforeEach
    void open() throws Exception {
        server = ApiServer.open(directory);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void withoutTheTokenNothingIsRead() throws Exception {
        for (String authorization : List.of("Bearer wrong", "Bearer ", "Basic secret", "secret", "Bearer secretx")) {
            byte[] broken = "{".getBytes(StandardCharsets.UTF_8);
            refused(401, "API_UNAUTHORIZED", "token", server.ask("POST", "/actors", broken, authorization));
            refused(401, "API_UNAUTHORIZED", "token", server.ask("GET", "/nowhere", new byte[0], authorization));
        }
        assertTrue(server.host.list(ActorQuery.all()).isEmpty());
    }

    @Test
    void anothersProjectAndUnknownPathsAreRefused() throws Exception {
        refused(403, "API_FORBIDDEN", "project", server.ask("GET", "/actors?project=other"));
        refused(403, "API_FORBIDDEN", "environment", server.ask("GET", "/builds?environment=prod"));
        refused(404, "API_NOT_FOUND", "DELETE", server.ask("DELETE", "/builds/x"));
        refused(404, "API_NOT_FOUND", "GET", server.ask("GET", "/actors/x/y/z/w"));
        refused(400, "ACTOR_NOT_FOUND", "no actor", server.ask("GET", "/actors/" + ApiServer.UNKNOWN));
        refused(400, "ACTOR_NOT_FOUND", "no actor", server.ask("DELETE", "/actors/1-1-1-1-1"));
        refused(400, "BUILD_NOT_FOUND", "build", server.ask("GET", "/builds/x"));
    }

    @Test
    void eachFieldIsCheckedAndNothingIsCreated() throws Exception {
        String build = "\"build_tags\":{\"name\":\"a\"}";
        String nine =
                "{\"1\":\"\",\"2\":\"\",\"3\":\"\",\"4\":\"\",\"5\":\"\",\"6\":\"\",\"7\":\"\",\"8\":\"\",\"9\":\"\"}";
        List<List<String>> table = List.of(
                List.of("", "no JSON"),
                List.of("{", "cannot be read"),
                List.of("[]", "must be an object"),
                List.of("{} {}", "follows"),
                List.of("{\"tags\":{\"a\":\"1\",\"a\":\"2\"}," + build + "}", "uplicate"),
                List.of("{\"tags\":{}}", "\"build\" or \"build_tags\""),
                List.of("{\"tags\":{},\"build\":\"x\"," + build + "}", "\"build\" or \"build_tags\""),
                List.of("{\"tags\":{\"a\":1}," + build + "}", "\"tags.a\" must be a string"),
                List.of("{\"tags\":" + nine + "," + build + "}", "9 tags are given; the limit is 8"),
                List.of("{\"tags\":{\"" + "k".repeat(33) + "\":\"\"}," + build + "}", "33 bytes; the limit is 32"),
                List.of(
                        "{\"tags\":{\"a\":\"" + "v".repeat(1025) + "\"}," + build + "}",
                        "1025 bytes; the limit is 1024"),
                List.of("{\"tag\":{}," + build + "}", "\"tag\" is not a field"),
                List.of("{\"region\":\"mars\"," + build + "}", "\"region\" is \"mars\""),
                List.of("{\"lifecycle\":{\"kill_timeout\":-1}," + build + "}", "\"lifecycle.kill_timeout\" is -1"),
                List.of("{\"lifecycle\":{\"durable\":\"yes\"}," + build + "}", "\"lifecycle.durable\""),
                List.of("{\"resources\":{\"cpu\":0,\"memory\":1}," + build + "}", "\"resources.cpu\" is 0"),
                List.of("{\"resources\":{\"cpu\":1.5,\"memory\":1}," + build + "}", "\"resources.cpu\""),
                List.of("{\"network\":{\"mode\":\"moon\"}," + build + "}", "\"network.mode\""),
                List.of(
                        "{\"network\":{\"ports\":{\"http\":{\"protocol\":\"gopher\"}}}," + build + "}",
                        "\"network.ports.http.protocol\""),
                List.of(
                        "{\"network\":{\"ports\":{\"" + "p".repeat(17) + "\":{\"protocol\":\"tcp\"}}}," + build + "}",
                        "1 to 16"),
                List.of("{\"network\":{\"ports\":{\"a\":7}}," + build + "}", "\"network.ports.a\""),
                List.of("{\"runtime\":{\"environment\":{\"A=\":\"\"}}," + build + "}", "A="),
                List.of("{\"runtime\":{\"memory\":1}," + build + "}", "\"runtime.memory\" is not a field"));
        for (List<String> row : table) {
            refused(400, "API_BAD_BODY", row.get(1), server.ask("POST", "/actors", row.get(0)));
        }
        refused(400, "API_BAD_BODY", "limit of a request", server.ask("POST", "/actors", " ".repeat(300_000)));
        refused(400, "BUILD_NOT_FOUND", "no build", server.ask("POST", "/actors", "{\"build\":\"x\"}"));
        refused(400, "BUILD_NOT_FOUND", "tags", server.ask("POST", "/actors", "{\"build_tags\":{\"name\":\"b\"}}"));
        assertTrue(server.host.list(ActorQuery.all()).isEmpty());
    }

    @Test
    void queriesAreChecked() throws Exception {
        refused(400, "API_BAD_QUERY_PARAMETER", "tags_json", server.ask("GET", "/actors?tags_json=%5B%5D"));
        refused(400, "API_BAD_QUERY_PARAMETER", "tags_json", server.ask("GET", "/actors?tags_json=%7B"));
        refused(400, "API_BAD_QUERY_PARAMETER", "include_destroyed", server.ask("GET", "/actors?include_destroyed=1"));
        refused(400, "API_BAD_QUERY_PARAMETER", "endpoint_type", server.ask("GET", "/actors?endpoint_type=moon"));
        refused(
                400,
                "API_BAD_QUERY_PARAMETER",
                "endpoint_type",
                server.ask(
                        "POST",
                        "/actors",
                        "{\"build_tags\":{\"name\":\"a\"},\"runtime\":{\"network\":{\"endpoint_type\":\"moon\"}}}"));
        assertTrue(server.host.list(ActorQuery.all()).isEmpty());
        refused(400, "API_BAD_BODY", "cursor", server.ask("GET", "/actors?cursor=x"));
        refused(400, "API_BAD_QUERY_PARAMETER", "whose logs", server.ask("GET", "/actors/logs"));
        refused(
                400,
                "API_BAD_QUERY_PARAMETER",
                "points",
                server.ask("GET", "/actors/usage?start=0&end=9999&interval=1"));
        refused(400, "API_BAD_QUERY_PARAMETER", "interval", server.ask("GET", "/actors/usage?start=0&end=9999"));
    }
}
