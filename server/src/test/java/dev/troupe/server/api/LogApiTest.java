package dev.troupe.server.api;

import static dev.troupe.server.api.Answer.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway") // an answer that lacks a member fails the test
class LogApiTest {
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

    private Answer logs(String id, String more) throws Exception {
        String ids = ApiServer.encoded("[\"" + id + "\"]");
        return server.ask("GET", "/actors/logs?actor_ids_json=" + ids + more);
    }

    @Test
    void logsAreSearchedAndWaitedFor() throws Exception {
        String id = server.create("{}");
        Answer all = logs(id, "&watch_index=0");
        while (((List<?>) all.body().get("lines")).size() < 2) {
            all = logs(id, "&watch_index=0");
        }
        String index = (String) all.object("watch").get("index");
        assertEquals(id + ".2", index);
        assertEquals(List.of(0L, 1L), all.body().get("streams"));
        assertEquals(List.of("VHdv"), logs(id, "&stream=std_err").body().get("lines"));
        assertEquals(List.of("VHdv"), logs(id, "&search_text=two").body().get("lines"));
        assertEquals(
                List.of(),
                logs(id, "&search_text=two&search_case_sensitive=true").body().get("lines"));
        assertEquals(
                List.of("b25l"),
                logs(id, "&search_text=%5Eo.e%24&search_enable_regex=true")
                        .body()
                        .get("lines"));
        refused(400, "API_BAD_BODY", "regular expression", logs(id, "&search_text=(&search_enable_regex=true"));
        refused(400, "API_BAD_QUERY_PARAMETER", "stream", logs(id, "&stream=x"));
        refused(400, "API_BAD_QUERY_PARAMETER", "watch_index", logs(id, "&watch_index=x"));
        CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return logs(id, "&watch_index=" + index);
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
        assertEquals(
                200,
                server.ask("DELETE", "/actors/" + id + "?override_kill_timeout=0")
                        .status());
        assertEquals(List.of(), waiting.join().body().get("lines"));
        assertEquals(200, server.ask("DELETE", "/actors/" + id).status());
    }

    private Answer query(String json) throws Exception {
        return server.ask("GET", "/actors/logs?query_json=" + ApiServer.encoded(json));
    }

    private static String equal(String key, String value) {
        return "{\"string_equal\":{\"property\":\"tags\",\"map_key\":\"" + key + "\",\"value\":\"" + value + "\"}}";
    }

    @Test
    void expressionsFindActorsAndLines() throws Exception {
        String id = server.create("{\"room\":\"lobby\"}");
        server.create("{\"room\":\"attic\"}");
        while (server.ask("GET", "/actors/logs?watch_index=0&query_json=" + ApiServer.encoded(equal("room", "lobby")))
                        .list("lines")
                        .size()
                < 2) {
            Thread.onSpinWait();
        }
        Answer both = query(equal("room", "lobby"));
        assertEquals(List.of(id), both.list("actor_ids"));
        String errors = "{\"and\":{\"exprs\":[" + equal("room", "lobby")
                + ",{\"number_equal\":{\"property\":\"stream_type\",\"value\":1}}]}}";
        assertEquals(List.of("VHdv"), query(errors).list("lines"));
        String words = "{\"and\":{\"exprs\":[" + equal("room", "lobby")
                + ",{\"string_contains\":{\"property\":\"message\",\"value\":\"TW\",\"case_insensitive\":true}}]}}";
        assertEquals(List.of("VHdv"), query(words).list("lines"));
        assertEquals(List.of(), query(equal("room", "cellar")).list("lines"));
    }

    @Test
    void linesAreExportedAsText() throws Exception {
        String id = server.create("{}");
        while (logs(id, "&watch_index=0").list("lines").size() < 2) {
            Thread.onSpinWait();
        }
        String expression =
                "{\\\"string_equal\\\":{\\\"property\\\":\\\"actor_id\\\",\\\"value\\\":\\\"" + id + "\\\"}}";
        Answer export = server.ask("POST", "/actors/logs/export", "{\"query_json\":\"" + expression + "\"}")
                .done();
        URI url = URI.create((String) export.body().get("url"));
        HttpResponse<byte[]> file = server.raw("GET", url.getPath(), new byte[0], "none");
        assertEquals(200, file.statusCode());
        assertEquals(
                "text/plain; charset=utf-8",
                file.headers().firstValue("Content-Type").orElse(""));
        String text = new String(file.body(), StandardCharsets.UTF_8);
        assertTrue(text.matches("\\S+Z \\[stdout] one\n\\S+Z \\[stderr] Two\n"), text);
        refused(404, "API_NOT_FOUND", "exported", server.ask("GET", url.getPath() + "0", new byte[0], "Bearer secret"));
        refused(400, "API_BAD_BODY", "query_json", server.ask("POST", "/actors/logs/export", "{}"));
        refused(
                400,
                "API_BAD_QUERY_PARAMETER",
                "query_json",
                server.ask("POST", "/actors/logs/export", "{\"query_json\":\"x\"}"));
        refused(
                403,
                "API_FORBIDDEN",
                "project",
                server.ask("POST", "/actors/logs/export", "{\"query_json\":\"{}\",\"project\":\"x\"}"));
    }
}
