package dev.troupe.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorQuery;
import dev.troupe.core.Script;
import dev.troupe.server.json.Json;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway") // an answer that lacks a member fails the test
class ApiTest {
    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    @TempDir
    Path directory;

    private ActorHost host;
    private Api api;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void open() throws Exception {
        host = ActorHost.builder()
                .dataDirectory(directory)
                .sampling(java.time.Duration.ofMillis(100))
                .build();
        host.deploy(
                Script.inline(
                        "a.mjs",
                        "export default { async start() { console.log('one'); console.error('Two');"
                                + " await new Promise(() => {}); } }"),
                Map.of("name", "a"));
        api = Api.open(host, "secret", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void close() {
        api.close();
        host.close();
    }

    private record Answer(int status, Map<?, ?> body) {
        String code() {
            return String.valueOf(body.get("code"));
        }

        String message() {
            return String.valueOf(body.get("message"));
        }
    }

    private Answer ask(String method, String path, String body) throws Exception {
        return ask(method, path, body.getBytes(StandardCharsets.UTF_8), "Bearer secret");
    }

    private Answer ask(String method, String path, byte[] body, String authorization) throws Exception {
        HttpResponse<byte[]> response = client.send(
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + api.address().getPort() + path))
                        .header("Authorization", authorization)
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), (Map<?, ?>) Json.parse(response.body()));
    }

    private String create(String tags) throws Exception {
        Answer answer = ask("POST", "/actors", "{\"tags\":" + tags + ",\"build_tags\":{\"name\":\"a\"}}");
        assertEquals(200, answer.status(), answer.message());
        return (String) ((Map<?, ?>) answer.body().get("actor")).get("id");
    }

    private void refused(int status, String code, String words, Answer answer) {
        assertEquals(status, answer.status(), answer.body().toString());
        assertEquals(code, answer.code());
        assertTrue(answer.message().contains(words), answer.message());
        assertFalse(String.valueOf(answer.body().get("ray_id")).isEmpty());
    }

    @Test
    void withoutTheTokenNothingIsRead() throws Exception {
        for (String authorization : List.of("Bearer wrong", "Bearer ", "Basic secret", "secret", "Bearer secretx")) {
            byte[] broken = "{".getBytes(StandardCharsets.UTF_8);
            refused(401, "API_UNAUTHORIZED", "token", ask("POST", "/actors", broken, authorization));
            refused(401, "API_UNAUTHORIZED", "token", ask("GET", "/nowhere", new byte[0], authorization));
        }
        assertTrue(host.list(ActorQuery.all()).isEmpty());
    }

    @Test
    void anothersProjectAndUnknownPathsAreRefused() throws Exception {
        refused(403, "API_FORBIDDEN", "project", ask("GET", "/actors?project=other", ""));
        refused(403, "API_FORBIDDEN", "environment", ask("GET", "/builds?environment=prod", ""));
        refused(404, "API_NOT_FOUND", "DELETE", ask("DELETE", "/builds/x", ""));
        refused(404, "API_NOT_FOUND", "GET", ask("GET", "/actors/x/y/z/w", ""));
        refused(400, "ACTOR_NOT_FOUND", "no actor", ask("GET", "/actors/" + UNKNOWN, ""));
        refused(400, "ACTOR_NOT_FOUND", "no actor", ask("DELETE", "/actors/1-1-1-1-1", ""));
        refused(400, "BUILD_NOT_FOUND", "build", ask("GET", "/builds/x", ""));
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
            refused(400, "API_BAD_BODY", row.get(1), ask("POST", "/actors", row.get(0)));
        }
        refused(400, "API_BAD_BODY", "limit of a request", ask("POST", "/actors", " ".repeat(300_000)));
        refused(400, "BUILD_NOT_FOUND", "no build", ask("POST", "/actors", "{\"build\":\"x\"}"));
        refused(400, "BUILD_NOT_FOUND", "tags", ask("POST", "/actors", "{\"build_tags\":{\"name\":\"b\"}}"));
        assertTrue(host.list(ActorQuery.all()).isEmpty());
    }

    @Test
    void queriesAreChecked() throws Exception {
        refused(400, "API_BAD_QUERY_PARAMETER", "tags_json", ask("GET", "/actors?tags_json=%5B%5D", ""));
        refused(400, "API_BAD_QUERY_PARAMETER", "tags_json", ask("GET", "/actors?tags_json=%7B", ""));
        refused(400, "API_BAD_QUERY_PARAMETER", "include_destroyed", ask("GET", "/actors?include_destroyed=1", ""));
        refused(400, "API_BAD_BODY", "cursor", ask("GET", "/actors?cursor=x", ""));
        refused(400, "API_BAD_QUERY_PARAMETER", "whose logs", ask("GET", "/actors/logs", ""));
        refused(400, "API_BAD_QUERY_PARAMETER", "points", ask("GET", "/actors/usage?start=0&end=9999&interval=1", ""));
        refused(400, "API_BAD_QUERY_PARAMETER", "interval", ask("GET", "/actors/usage?start=0&end=9999", ""));
    }

    @Test
    void pagesHaveEachActorOnce() throws Exception {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            made.add(create("{\"n\":\"" + i + "\"}"));
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            Answer page = ask("GET", "/actors" + cursor, "");
            ((List<?>) page.body().get("actors")).forEach(actor -> seen.add((String) ((Map<?, ?>) actor).get("id")));
            Object next = ((Map<?, ?>) page.body().get("pagination")).get("cursor");
            cursor = next == null ? "" : "?cursor=" + URLEncoder.encode((String) next, StandardCharsets.UTF_8);
            pages++;
        } while (!cursor.isEmpty());
        assertEquals(2, pages);
        assertEquals(40, seen.size());
        assertEquals(made, new HashSet<>(seen));
    }

    private Answer logs(String id, String more) throws Exception {
        String ids = URLEncoder.encode("[\"" + id + "\"]", StandardCharsets.UTF_8);
        return ask("GET", "/actors/logs?actor_ids_json=" + ids + more, "");
    }

    @Test
    void logsAreSearchedAndWaitedFor() throws Exception {
        String id = create("{}");
        Answer all = logs(id, "&watch_index=0");
        while (((List<?>) all.body().get("lines")).size() < 2) {
            all = logs(id, "&watch_index=0");
        }
        String index = (String) ((Map<?, ?>) all.body().get("watch")).get("index");
        assertEquals("2", index);
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
        CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return logs(id, "&watch_index=2");
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
        assertEquals(
                200,
                ask("DELETE", "/actors/" + id + "?override_kill_timeout=0", "").status());
        assertEquals(List.of(), waiting.join().body().get("lines"));
        assertEquals(200, ask("DELETE", "/actors/" + id, "").status());
    }

    @Test
    void usageIsToldOverTime() throws Exception {
        String id = create("{\"room\":\"lobby\"}");
        while (host.usageHistory(dev.troupe.core.ActorId.of(id)).isEmpty()) {
            Thread.onSpinWait();
        }
        long now = System.currentTimeMillis();
        String range = "?start=" + (now - 1000) + "&end=" + (now + 1000) + "&interval=1000";
        Map<?, ?> history =
                ask("GET", "/actors/" + id + "/metrics/history" + range, "").body();
        assertEquals(List.of(id), history.get("actor_ids"));
        assertEquals(5, ((List<?>) history.get("metric_names")).size());
        assertEquals(3, ((List<?>) ((List<?>) history.get("metric_values")).get(0)).size());
        String group = URLEncoder.encode("{\"property\":\"tags\",\"map_key\":\"room\"}", StandardCharsets.UTF_8);
        Map<?, ?> usage =
                ask("GET", "/actors/usage" + range + "&group_by=" + group, "").body();
        assertEquals(Map.of("room", "lobby"), ((List<?>) usage.get("metric_attributes")).get(0));
    }

    private interface Entries {
        void write(TarArchiveOutputStream tar) throws Exception;
    }

    private static void entry(TarArchiveOutputStream tar, String name, byte type, String text) throws Exception {
        TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean file = type == TarConstants.LF_NORMAL;
        if (type == TarConstants.LF_SYMLINK || type == TarConstants.LF_LINK) {
            entry.setLinkName(text);
        }
        entry.setSize(file ? bytes.length : 0);
        tar.putArchiveEntry(entry);
        if (file) {
            tar.write(bytes);
        }
        tar.closeArchiveEntry();
    }

    private Answer upload(Entries entries) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            entries.write(tar);
        }
        return upload(bytes.toByteArray());
    }

    private Answer upload(byte[] bytes) throws Exception {
        Map<?, ?> prepared = ask(
                        "POST",
                        "/builds/prepare",
                        "{\"image_file\":{\"path\":\"b.tar\",\"content_length\":" + bytes.length
                                + "},\"kind\":\"javascript\"}")
                .body();
        URI url = URI.create((String) ((Map<?, ?>) ((List<?>) prepared.get("presigned_requests")).get(0)).get("url"));
        refused(400, "API_BAD_BODY", "not uploaded", ask("POST", "/builds/" + prepared.get("build") + "/complete", ""));
        assertEquals(200, ask("PUT", url.getPath(), bytes, "none").status());
        assertEquals(404, ask("PUT", url.getPath(), bytes, "none").status());
        return ask("POST", "/builds/" + prepared.get("build") + "/complete", "");
    }

    @Test
    void anArchiveIsUnpackedWithinItsFolderOnly() throws Exception {
        byte file = TarConstants.LF_NORMAL;
        int before = host.builds().size();
        List<Entries> bad = List.of(
                tar -> entry(tar, "../index.js", file, ""),
                tar -> entry(tar, "a/../../index.js", file, ""),
                tar -> entry(tar, "/index.js", file, ""),
                tar -> entry(tar, "index.js", TarConstants.LF_SYMLINK, "/etc/passwd"),
                tar -> entry(tar, "index.js", TarConstants.LF_LINK, "/etc/passwd"),
                tar -> entry(tar, "index.js", TarConstants.LF_CHR, ""),
                tar -> entry(tar, "index.js", TarConstants.LF_FIFO, ""),
                tar -> {
                    entry(tar, "index.js", file, "1");
                    entry(tar, "./index.js", file, "2");
                },
                tar -> {
                    entry(tar, "a", file, "1");
                    entry(tar, "a/b", file, "2");
                },
                tar -> entry(tar, "other.js", file, ""),
                tar -> {});
        for (Entries entries : bad) {
            assertEquals("API_BAD_BODY", upload(entries).code());
        }
        assertEquals(
                "API_BAD_BODY",
                upload("no tar".repeat(300).getBytes(StandardCharsets.UTF_8)).code());
        assertEquals(before, host.builds().size());
        assertFalse(Files.exists(directory.resolve("index.js")));
        assertEquals(200, upload(tar -> entry(tar, "./index.js", file, "")).status());
        assertEquals(before + 1, host.builds().size());
    }

    @Test
    @Timeout(30)
    void anUploadThatBreaksOffCanBeSentAgain() throws Exception {
        byte[] bytes = new byte[200_000];
        Map<?, ?> prepared = ask(
                        "POST",
                        "/builds/prepare",
                        "{\"image_file\":{\"path\":\"b.tar\",\"content_length\":200000},\"kind\":\"javascript\"}")
                .body();
        URI url = URI.create((String) ((Map<?, ?>) ((List<?>) prepared.get("presigned_requests")).get(0)).get("url"));
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), api.address().getPort())) {
            String head = "PUT " + url.getPath() + " HTTP/1.1\r\nHost: a\r\nContent-Length: 200000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes, 0, 100_000);
        }
        int status = 404; // until the server has noticed
        while (status == 404) {
            status = ask("PUT", url.getPath(), bytes, "none").status();
        }
        assertEquals(200, status);
    }

    @Test
    void headsThatComeInPiecesAndBytesThatAreNoHttpAreAnswered() throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), api.address().getPort())) {
            String head = "GET /regions?x=" + "y".repeat(3_000)
                    + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer secret\r\n" + "Connection: close\r\n\r\n";
            for (String piece : List.of(head.substring(0, 10), head.substring(10, 2_500), head.substring(2_500))) {
                socket.getOutputStream().write(piece.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
            String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(reply.startsWith("HTTP/1.1 200 "), reply);
        }
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), api.address().getPort())) {
            socket.getOutputStream().write("\u0001\u0002 nonsense\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(reply.startsWith("HTTP/1.1 400 "), reply);
        }
    }
}
