package dev.troupe.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.server.json.Json;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the description says is what the API does, and the other way round. */
@SuppressWarnings("NullAway") // an answer that lacks a member fails the test
class DescriptionTest {
    @TempDir
    Path directory;

    private ApiServer server;
    private Map<?, ?> description;
    private Schemas schemas;
    /** Operations that were called with success so far. */
    private final Set<String> called = new TreeSet<>();

    @BeforeEach
    void open() throws Exception {
        server = ApiServer.open(directory);
        HttpResponse<byte[]> answer = server.raw("GET", "/openapi.json", new byte[0], "none");
        assertEquals(200, answer.statusCode());
        assertEquals(
                "application/json", answer.headers().firstValue("Content-Type").orElse(""));
        description = (Map<?, ?>) Json.parse(answer.body());
        schemas = new Schemas(description);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Map<?, ?> operation(String method, String path) {
        Map<?, ?> item = (Map<?, ?>) ((Map<?, ?>) description.get("paths")).get(path);
        return (Map<?, ?>) item.get(method.toLowerCase(Locale.ROOT));
    }

    private static Map<?, ?> json(Map<?, ?> from) {
        return (Map<?, ?>) ((Map<?, ?>) ((Map<?, ?>) from.get("content")).get("application/json")).get("schema");
    }

    /** Calls an operation and checks that request and answer are as it is described. */
    private Answer call(String method, String path, String query, String body, String... names) throws Exception {
        Map<?, ?> operation = operation(method, path);
        checkQuery(operation, query);
        if (!body.isEmpty()) {
            Object sent = Json.parse(body.getBytes(StandardCharsets.UTF_8));
            assertEquals(List.of(), schemas.check(json((Map<?, ?>) operation.get("requestBody")), sent), body);
        }
        String filled = path;
        for (String name : names) {
            filled = filled.replaceFirst("\\{\\w+}", name);
        }
        Answer answer = server.ask(method, query.isEmpty() ? filled : filled + "?" + query, body);
        Map<?, ?> responses = (Map<?, ?>) operation.get("responses");
        Map<?, ?> described = (Map<?, ?>) responses.get(answer.status() == 200 ? "200" : "default");
        assertEquals(
                List.of(),
                schemas.check(json(schemas.resolve(described)), answer.body()),
                method + " " + filled + ": " + answer.body());
        if (answer.status() == 200) {
            called.add(method + " " + path);
        }
        return answer;
    }

    private void checkQuery(Map<?, ?> operation, String query) {
        Set<String> known = ((List<?>) operation.get("parameters"))
                .stream()
                        .map(parameter -> schemas.resolve((Map<?, ?>) parameter))
                        .filter(parameter -> "query".equals(parameter.get("in")))
                        .map(parameter -> (String) parameter.get("name"))
                        .collect(Collectors.toSet());
        assertTrue(known.containsAll(Set.of("project", "environment")));
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            assertTrue(known.contains(pair.split("=")[0]), pair);
        }
    }

    @Test
    void eachOperationIsDescribedAndEachDescribedOneIsThere() {
        Set<String> described = new TreeSet<>();
        ((Map<?, ?>) description.get("paths")).forEach((path, item) -> ((Map<?, ?>) item)
                .keySet()
                .forEach(method -> described.add(method.toString().toUpperCase(Locale.ROOT) + " " + path)));
        Set<String> there = server.api.operations().stream()
                .map(operation -> operation.method() + " " + operation.path())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(there, described);
        assertEquals("3.1.0", description.get("openapi"));
    }

    @Test
    void requestsAndAnswersAreAsDescribed() throws Exception {
        String id = actors();
        builds();
        call("GET", "/overview", "", "");
        call("GET", "/regions", "", "");
        call("GET", "/regions/recommend", "lat=1.5&long=-2", "");
        call(
                "PUT",
                "/routes/{route}",
                "",
                "{\"hostname\":\"a.b\",\"path\":\"/x\",\"strip_prefix\":true,\"route_subpaths\":false,"
                        + "\"target\":{\"actors\":{\"selector_tags\":{\"a\":\"b\"}}}}",
                "one");
        assertFalse(call("GET", "/routes", "", "").list("routes").isEmpty());
        call("DELETE", "/routes/{route}", "", "", "one");
        call("DELETE", "/actors/{actor}", "override_kill_timeout=0", "", id);
        while (call("GET", "/actors/{actor}", "", "", id).object("actor").get("destroyed_at") == null) {
            Thread.onSpinWait();
        }
        Set<String> all = server.api.operations().stream()
                .map(operation -> operation.method() + " " + operation.path())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(all, called);
    }

    private String actors() throws Exception {
        Answer created = call(
                "POST",
                "/actors",
                "endpoint_type=hostname",
                "{\"region\":null,\"tags\":{\"room\":\"lobby\"},\"build_tags\":{\"name\":\"a\"},"
                        + "\"runtime\":{\"environment\":{\"A\":\"b\"},\"network\":{\"endpoint_type\":\"path\"}},"
                        + "\"network\":{\"mode\":\"host\",\"ports\":{\"http\":{\"protocol\":\"http\",\"routing\":{\"host\":{}}},"
                        + "\"web\":{\"protocol\":\"http\",\"routing\":{\"guard\":{\"public\":true}}}}},"
                        + "\"resources\":{\"cpu\":1,\"memory\":2},\"lifecycle\":{\"kill_timeout\":5,\"durable\":true}}");
        String id = (String) created.object("actor").get("id");
        String build = (String) ((Map<?, ?>) created.object("actor").get("runtime")).get("build");
        String query = "query_json="
                + ApiServer.encoded("{\"string_equal\":{\"property\":\"actor_id\",\"value\":\"" + id + "\"}}");
        call("GET", "/actors", "include_destroyed=true&tags_json=%7B%7D", "");
        call("GET", "/actors/query", query, "");
        call("GET", "/actors/usage", "start=0&end=10&interval=5&group_by=%7B%22property%22%3A%22build_id%22%7D", "");
        call("GET", "/actors/{actor}/metrics/history", "start=0&end=10&interval=5", "", id);
        call("POST", "/actors/upgrade", "", "{\"tags\":{\"room\":\"none\"},\"build_tags\":{\"name\":\"a\"}}");
        call("POST", "/actors/{actor}/upgrade", "", "{\"build\":\"" + build + "\"}", id);
        while (call("GET", "/actors/logs", "watch_index=0&" + query, "")
                .list("lines")
                .isEmpty()) {
            Thread.onSpinWait();
        }
        call(
                "POST",
                "/actors/logs/export",
                "",
                "{\"query_json\":\"{\\\"bool_equal\\\":{\\\"property\\\":\\\"durable\\\",\\\"value\\\":true}}\"}");
        call(
                "POST",
                "/actors/{actor}/ports/{port}/connection",
                "",
                "{\"ttl\":1000,\"uses\":1,\"path_prefix\":\"/a\",\"methods\":[\"GET\"]}",
                id,
                "web");
        call("POST", "/connections/rotate", "", "{\"keep\":1}");
        call("GET", "/actors/{actor}", "", "", id);
        call("GET", "/actors/{actor}", "", "", ApiServer.UNKNOWN);
        call("GET", "/actors", "project=default&environment=default&cursor=x", "");
        return id;
    }

    private void builds() throws Exception {
        byte[] tar = Archives.tar(Map.of("index.js", "exports.default = {}"));
        Answer prepared = call(
                "POST",
                "/builds/prepare",
                "",
                "{\"image_tag\":\"x\",\"image_file\":{\"path\":\"b.tar\",\"content_type\":\"application/x-tar\",\"content_length\":"
                        + tar.length + "},\"kind\":\"javascript\",\"compression\":\"none\"}");
        String build = (String) prepared.body().get("build");
        URI url = URI.create(
                (String) ((Map<?, ?>) prepared.list("presigned_requests").get(0)).get("url"));
        server.ask("PUT", url.getPath(), tar, "none").done();
        call("POST", "/builds/{build}/complete", "", "", build);
        call("GET", "/builds/{build}", "", "", build);
        call(
                "PATCH",
                "/builds/{build}/tags",
                "",
                "{\"tags\":{\"name\":\"b\",\"old\":null},\"exclusive_tags\":[\"current\"]}",
                build);
        call("GET", "/builds", "tags_json=%7B%7D", "");
    }
}
