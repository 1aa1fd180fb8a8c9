package dev.troupe.server.api;

import static dev.troupe.server.api.Answer.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway") // an answer that lacks a member fails the test
class RouteApiTest {
    private static final String TARGET = "\"target\":{\"actors\":{\"selector_tags\":{\"room\":\"lobby\"}}}";
    private static final String REST = ",\"strip_prefix\":true,\"route_subpaths\":true," + TARGET + "}";

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
    void aRouteIsMadeChangedToldAndDeleted() throws Exception {
        assertEquals(List.of(), server.ask("GET", "/routes").list("routes"));
        server.ask("PUT", "/routes/a", "{\"hostname\":\"App.Test\",\"path\":\"/a\"" + REST)
                .done();
        Map<?, ?> route =
                (Map<?, ?>) server.ask("GET", "/routes").list("routes").get(0);
        assertEquals("a", route.get("id"));
        assertEquals("app.test", route.get("hostname"));
        assertEquals("/a", route.get("path"));
        assertEquals(true, route.get("strip_prefix"));
        assertEquals(true, route.get("route_subpaths"));
        assertEquals(Map.of("actors", Map.of("selector_tags", Map.of("room", "lobby"))), route.get("target"));
        server.ask("PUT", "/routes/a", "{\"hostname\":\"app.test\",\"path\":\"\"" + REST)
                .done();
        Map<?, ?> changed =
                (Map<?, ?>) server.ask("GET", "/routes").list("routes").get(0);
        assertEquals("", changed.get("path"));
        assertEquals(route.get("created_at"), changed.get("created_at"));
        Instant.parse((String) changed.get("updated_at"));
        refused(
                400,
                "ROUTE_ALREADY_EXISTS",
                "\"a\"",
                server.ask("PUT", "/routes/b", "{\"hostname\":\"app.test\",\"path\":\"\"" + REST));
        server.ask("DELETE", "/routes/a").done();
        refused(400, "ROUTE_NOT_FOUND", "no route", server.ask("DELETE", "/routes/a"));
        assertEquals(List.of(), server.ask("GET", "/routes").list("routes"));
    }

    @Test
    void eachFieldIsChecked() throws Exception {
        String start = "{\"hostname\":\"app.test\",\"path\":\"/a\",\"strip_prefix\":true,\"route_subpaths\":true";
        List<List<String>> table = List.of(
                List.of("API_BAD_BODY", "", "no JSON"),
                List.of("API_BAD_BODY", start + "}", "\"target\" is missing"),
                List.of("API_BAD_BODY", start + ",\"target\":7}", "\"target\" must be an object"),
                List.of("ROUTE_INVALID_TARGET", start + ",\"target\":{}}", "\"target.actors\""),
                List.of(
                        "API_BAD_BODY",
                        start + ",\"target\":{\"actors\":{\"selector_tags\":{\"a\":1}}}}",
                        "selector_tags.a"),
                List.of("ROUTE_INVALID_SELECTOR_TAGS", start + ",\"target\":{\"actors\":{}}}", "1 to 8 tags"),
                List.of("API_BAD_BODY", start + "," + TARGET + ",\"more\":1}", "\"more\" is not a field"),
                List.of("API_BAD_BODY", "{\"path\":\"\"" + REST, "\"hostname\" is missing"),
                List.of("API_BAD_BODY", "{\"hostname\":\"a.b\"" + REST, "\"path\" is missing"),
                List.of(
                        "API_BAD_BODY",
                        "{\"hostname\":\"a.b\",\"path\":\"\"," + TARGET + "}",
                        "\"strip_prefix\" is missing"),
                List.of("API_BAD_BODY", "{\"hostname\":1,\"path\":\"\"" + REST, "\"hostname\" must be a string"),
                List.of("ROUTE_INVALID_HOSTNAME", "{\"hostname\":\"a:80\",\"path\":\"\"" + REST, "without a port"),
                List.of("ROUTE_INVALID_PATH", "{\"hostname\":\"a.b\",\"path\":\"/../x\"" + REST, "\"path\""));
        for (List<String> row : table) {
            refused(400, row.get(0), row.get(2), server.ask("PUT", "/routes/a", row.get(1)));
        }
        refused(
                400,
                "ROUTE_INVALID_NAME_ID",
                "id",
                server.ask("PUT", "/routes/A_b", "{\"hostname\":\"a.b\",\"path\":\"\"" + REST));
        assertEquals(List.of(), server.ask("GET", "/routes").list("routes"));
    }
}
