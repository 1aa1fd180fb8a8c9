package dev.troupe.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway") // an answer that lacks a member fails the test
class UsageApiTest {
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
    void usageIsToldOverTime() throws Exception {
        String id = server.create("{\"room\":\"lobby\"}");
        while (server.host.usageHistory(dev.troupe.core.ActorId.of(id)).isEmpty()) {
            Thread.onSpinWait();
        }
        long now = System.currentTimeMillis();
        String range = "?start=" + (now - 1000) + "&end=" + (now + 1000) + "&interval=1000";
        Map<?, ?> history =
                server.ask("GET", "/actors/" + id + "/metrics/history" + range).body();
        assertEquals(List.of(id), history.get("actor_ids"));
        assertEquals(5, ((List<?>) history.get("metric_names")).size());
        assertEquals(3, ((List<?>) ((List<?>) history.get("metric_values")).get(0)).size());
        String group = ApiServer.encoded("{\"property\":\"tags\",\"map_key\":\"room\"}");
        Map<?, ?> usage = server.ask("GET", "/actors/usage" + range + "&group_by=" + group)
                .body();
        assertEquals(Map.of("tags.room", "lobby"), ((List<?>) usage.get("metric_attributes")).get(0));
    }
}
