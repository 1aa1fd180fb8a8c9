package dev.troupe.server.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorId;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.GatewayAddress;
import dev.troupe.core.PortSpec;
import dev.troupe.core.Protocol;
import dev.troupe.core.Script;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesTest {
    @TempDir
    Path directory;

    private static Route route(String id, String path, Map<String, String> tags, Instant at) {
        return new Route(id, "app.test", path, true, true, tags, at, at);
    }

    private static Actor actor(ActorHost host, String room) {
        Actor actor = host.create(ActorOptions.builder()
                .script(Script.inline("idle.mjs", "export default { start() { return new Promise(() => {}); } }"))
                .tags(Map.of("room", room))
                .port("admin", Protocol.HTTP)
                .port(PortSpec.guarded("web"))
                .build());
        while (actor.state() != dev.troupe.core.ActorState.RUNNING) {
            Thread.onSpinWait();
        }
        return actor;
    }

    private static Routes.Destination find(Routes routes, String target) {
        return routes.find("app.test", target).orElseThrow();
    }

    @Test
    void theActorsWithTheTagsTakeTurns() {
        GatewayAddress gateway = new GatewayAddress(URI.create("http://localhost:1"), Optional.empty());
        try (ActorHost host = ActorHost.builder().gateway(gateway).build()) {
            Routes routes = Routes.of(host);
            routes.put(route("a", "/a", Map.of("room", "lobby"), Instant.EPOCH));
            assertTrue(find(routes, "/a").actor().isEmpty());
            Actor one = actor(host, "lobby");
            Actor two = actor(host, "lobby");
            actor(host, "attic");
            Map<ActorId, Integer> seen = new HashMap<>();
            for (int i = 0; i < 100; i++) {
                Routes.Destination to = find(routes, "/a/b?c");
                assertEquals("web", to.port());
                assertEquals("/b?c", to.target());
                seen.merge(to.actor().orElseThrow().id(), 1, Integer::sum);
            }
            assertEquals(Map.of(one.id(), 50, two.id(), 50), seen);
            one.destroy(Duration.ZERO).toCompletableFuture().join();
            assertEquals(two.id(), find(routes, "/a").actor().orElseThrow().id());
            two.destroy(Duration.ZERO).toCompletableFuture().join();
            assertTrue(find(routes, "/a").actor().isEmpty());
            assertTrue(routes.find("app.test", "/b").isEmpty());
        }
    }

    @Test
    void routesOutliveTheHostAndChangesTakeTheirPlace() {
        Instant later = Instant.EPOCH.plusSeconds(1);
        try (ActorHost host = ActorHost.builder().dataDirectory(directory).build()) {
            Routes routes = Routes.of(host);
            routes.put(route("a", "/a", Map.of("k", "1"), Instant.EPOCH));
            routes.put(route("b", "/b", Map.of("k", "1"), Instant.EPOCH));
            routes.put(route("a", "/c", Map.of("k", "2"), later));
            routes.remove("b");
            assertEquals(
                    "ROUTE_NOT_FOUND",
                    assertThrows(RouteException.class, () -> routes.remove("b")).code());
            assertEquals(
                    "ROUTE_ALREADY_EXISTS",
                    assertThrows(RouteException.class, () -> routes.put(route("d", "/c", Map.of("k", "3"), later)))
                            .code());
        }
        try (ActorHost host = ActorHost.builder().dataDirectory(directory).build()) {
            Routes routes = Routes.of(host);
            assertEquals(
                    List.of(new Route("a", "app.test", "/c", true, true, Map.of("k", "2"), Instant.EPOCH, later)),
                    routes.list());
            assertEquals(Set.of("a"), host.records("routes").all().keySet());
            assertTrue(routes.find("app.test", "/a").isEmpty());
        }
    }
}
