package dev.troupe.server.route;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteTableTest {
    private static Route route(String id, String hostname, String path, boolean strip, boolean subpaths) {
        return new Route(id, hostname, path, strip, subpaths, Map.of("a", "b"), Instant.EPOCH, Instant.EPOCH);
    }

    private static final RouteTable TABLE = new RouteTable(List.of(
            route("root", "app.test", "", false, true),
            route("api", "app.test", "/api", true, true),
            route("v2", "app.test", "/api/v2", true, true),
            route("exact", "app.test", "/api/v2", false, false),
            route("health", "app.test", "/health", false, false),
            route("strict", "strict.test", "", true, false)));

    @Test
    void theLongestPathOfTheHostNameWins() {
        List<List<String>> table = List.of(
                List.of("app.test", "/", "root", "/"),
                List.of("app.test", "/x?y=1", "root", "/x?y=1"),
                List.of("APP.Test:8080", "/x", "root", "/x"),
                List.of("app.test.", "/x", "root", "/x"),
                List.of("app.test", "/api", "api", "/"),
                List.of("app.test", "/api/", "api", "/"),
                List.of("app.test", "/api?y", "api", "/?y"),
                List.of("app.test", "/api/v1/x?y", "api", "/v1/x?y"),
                List.of("app.test", "/apis", "root", "/apis"),
                List.of("app.test", "/api/v2", "exact", "/api/v2"),
                List.of("app.test", "/api/v2/", "exact", "/api/v2/"),
                List.of("app.test", "/api/v2/x", "v2", "/x"),
                List.of("app.test", "/api/v22", "api", "/v22"),
                List.of("app.test", "/health", "health", "/health"),
                List.of("app.test", "/health/x", "root", "/health/x"),
                List.of("strict.test", "/", "strict", "/"),
                List.of("strict.test", "/x", "none", ""),
                List.of("other.test", "/", "none", ""),
                List.of("[::1]:80", "/", "none", ""),
                List.of("", "/", "none", ""));
        for (List<String> row : table) {
            String target = row.get(1);
            List<String> found = TABLE.find(row.get(0), target)
                    .map(route -> List.of(route.id(), route.targetFor(target)))
                    .orElse(List.of("none", ""));
            assertEquals(row.subList(2, 4), found, row.get(0) + target);
        }
    }

    private static void refused(String code, String id, String hostname, String path, Map<String, String> tags) {
        RouteException told = assertThrows(
                RouteException.class,
                () -> new Route(id, hostname, path, true, true, tags, Instant.EPOCH, Instant.EPOCH),
                id + hostname + path);
        assertEquals(code, told.code());
    }

    @Test
    void whatARouteMustKeepIsChecked() {
        Map<String, String> good = Map.of("a", "b");
        for (String id : List.of("", "A", "a_b", "-a", "a-", "a--b", "a/b", "a".repeat(65))) {
            refused("ROUTE_INVALID_NAME_ID", id, "a.test", "", good);
        }
        for (String hostname : List.of(
                "", ".", "a..b", "-a.b", "a-.b", "a b", "a:80", "A.test", "a/b", "ä.de", "a.".repeat(127) + "a")) {
            refused("ROUTE_INVALID_HOSTNAME", "a", hostname, "", good);
        }
        for (String path : List.of(
                "/",
                "a",
                "/a/",
                "//a",
                "/a//b",
                "/..",
                "/a/..",
                "/.a",
                "/a.",
                "/a..b",
                "/a%20",
                "/a?b",
                "/a b",
                "/a;b",
                "/a".repeat(9),
                "/" + "a".repeat(65))) {
            refused("ROUTE_INVALID_PATH", "a", "a.test", path, good);
        }
        Map<String, String> nine = new HashMap<>();
        for (int i = 0; i < 9; i++) {
            nine.put("k" + i, "v");
        }
        for (Map<String, String> tags : List.of(
                Map.<String, String>of(),
                nine,
                Map.of("a", ""),
                Map.of("k".repeat(33), "v"),
                Map.of("k", "v".repeat(1_025)))) {
            refused("ROUTE_INVALID_SELECTOR_TAGS", "a", "a.test", "", tags);
        }
        assertDoesNotThrow(() -> route("a-1", "localhost", "/a.b/C_d-e", true, true));
        assertDoesNotThrow(() -> route("a", "x-1.y_2.example.org", "/a".repeat(8), true, true));
    }

    @Test
    void aRouteIsReadAsItWasWritten() {
        Route route = new Route(
                "a",
                "a.test",
                "/x",
                true,
                false,
                Map.of("k", "v", "tag.", "=ä\n"),
                Instant.EPOCH,
                Instant.EPOCH.plusMillis(1));
        assertEquals(route, RouteText.read("a", RouteText.write(route)));
    }
}
