package dev.troupe.server.api;

import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorPage;
import dev.troupe.core.ActorQuery;
import dev.troupe.core.ActorSnapshot;
import dev.troupe.core.Build;
import dev.troupe.core.EngineDescription;
import dev.troupe.core.Usage;
import dev.troupe.server.http.Reply;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code /overview}: the host at a glance, for the dashboard. Stateless; on a thread for calls. */
final class OverviewApi {
    private static final int MOST_ACTORS = 100;
    private static final int MOST_BUILDS = 100;

    private final ActorHost host;

    OverviewApi(ActorHost host) {
        this.host = host;
    }

    Reply overview() {
        ActorPage newest = host.page(ActorQuery.all(), true, Optional.empty(), MOST_ACTORS);
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("now", Instant.now());
        text.put("engine", engine(host.engine()));
        text.put("jdk", Runtime.version().toString());
        text.put(
                "region", Map.of("id", host.region().id(), "name", host.region().name()));
        text.put("living", host.list(ActorQuery.all()).size());
        text.put("actors", newest.actors().stream().map(this::actor).toList());
        text.put("more", newest.cursor().isPresent());
        text.put(
                "builds",
                host.builds().stream()
                        .limit(MOST_BUILDS)
                        .map(OverviewApi::build)
                        .toList());
        return Replies.ok(text);
    }

    private static Map<String, Object> engine(EngineDescription engine) {
        return Map.of("name", engine.name(), "optimised", engine.optimised(), "cause", engine.cause());
    }

    private Map<String, Object> actor(ActorSnapshot actor) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("id", actor.id());
        text.put("state", actor.state().name().toLowerCase(Locale.ROOT));
        text.put("tags", actor.options().tags());
        text.put("build", actor.buildId());
        text.put("generation", actor.generation());
        text.put("created_at", actor.createdAt());
        actor.endedAt().ifPresent(at -> text.put("destroyed_at", at));
        actor.reason()
                .ifPresent(reason ->
                        text.put("ended", Map.of("exit_code", reason.exitCode(), "message", reason.message())));
        host.find(actor.id()).ifPresent(living -> text.put("usage", usage(living.usage())));
        return text;
    }

    private static Map<String, Object> usage(Usage usage) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("cpu_ms", usage.cpu().toMillis());
        text.put("allocated_bytes", usage.allocatedBytes());
        text.put("requests", usage.requests());
        text.put("bytes_in", usage.bytesIn());
        text.put("bytes_out", usage.bytesOut());
        return text;
    }

    private static Map<String, Object> build(Build build) {
        return Map.of("id", build.id(), "tags", build.tags(), "created_at", build.createdAt());
    }
}
