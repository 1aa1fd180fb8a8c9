package dev.troupe.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway") // an answer that lacks a member fails the test
class ActorListTest {
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
    void pagesHaveEachActorOnce() throws Exception {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            made.add(server.create("{\"n\":\"" + i + "\"}"));
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            Answer page = server.ask("GET", "/actors" + cursor);
            ((List<?>) page.body().get("actors")).forEach(actor -> seen.add((String) ((Map<?, ?>) actor).get("id")));
            Object next = ((Map<?, ?>) page.body().get("pagination")).get("cursor");
            cursor = next == null ? "" : "?cursor=" + ApiServer.encoded((String) next);
            pages++;
        } while (!cursor.isEmpty());
        assertEquals(2, pages);
        assertEquals(40, seen.size());
        assertEquals(made, new HashSet<>(seen));
    }

    private static Object url(Answer answer) {
        Map<?, ?> ports = (Map<?, ?>) ((Map<?, ?>) answer.object("actor").get("network")).get("ports");
        return ((Map<?, ?>) ports.get("web")).get("url");
    }

    @Test
    void addressesAreToldAsTheRequestWantsThem() throws Exception {
        String body = "{\"build_tags\":{\"name\":\"a\"},\"runtime\":{\"network\":{\"endpoint_type\":\"hostname\"}},"
                + "\"network\":{\"ports\":{\"web\":{\"protocol\":\"http\",\"routing\":{\"guard\":{}}}}}}";
        Answer created = server.ask("POST", "/actors", body).done();
        Object id = created.object("actor").get("id");
        String path = "http://gateway.test:1/" + id + "-web";
        String hostname = "http://" + id + "-web.actors.test:1";
        assertEquals(hostname, url(created));
        assertEquals(path, url(server.ask("GET", "/actors/" + id)));
        assertEquals(path, url(server.ask("GET", "/actors/" + id + "?endpoint_type=path")));
        assertEquals(hostname, url(server.ask("GET", "/actors/" + id + "?endpoint_type=hostname")));
        Answer list = server.ask("GET", "/actors?endpoint_type=hostname").done();
        assertEquals(
                hostname,
                url(new Answer(200, Map.of("actor", list.list("actors").get(0)))));
    }
}
