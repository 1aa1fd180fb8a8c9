package dev.troupe.server.api;

import dev.troupe.core.ActorSnapshot;
import dev.troupe.core.PortSpec;
import dev.troupe.core.Routing;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** An actor as the API tells it. Stateless, pure. */
final class ActorText {
    private ActorText() {}

    static Map<String, Object> of(ActorSnapshot actor, Endpoints endpoints) {
        Map<String, Object> runtime = new LinkedHashMap<>();
        runtime.put("build", actor.buildId());
        runtime.put("arguments", actor.options().arguments());
        runtime.put("environment", actor.options().env());
        Map<String, Object> ports = new LinkedHashMap<>();
        actor.options().ports().forEach(spec -> ports.put(spec.name(), port(spec)));
        actor.ports()
                .forEach(port -> ports.put(port.spec().name(), port(port.spec(), endpoints.url(actor.id(), port))));
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("id", actor.id());
        text.put("region", actor.region().id());
        text.put("tags", actor.options().tags());
        text.put("runtime", runtime);
        text.put("network", Map.of("mode", "host", "ports", ports)); // an isolate has no network of its own
        text.put(
                "resources",
                Map.of(
                        "cpu", actor.options().resources().cpu(),
                        "memory", actor.options().resources().memory()));
        text.put(
                "lifecycle",
                Map.of(
                        "kill_timeout", actor.options().limits().grace().toMillis(),
                        "durable", actor.options().restart().restarts()));
        text.put("created_at", actor.createdAt());
        actor.startedAt().ifPresent(at -> text.put("started_at", at));
        actor.endedAt().ifPresent(at -> text.put("destroyed_at", at));
        return text;
    }

    private static Map<String, Object> port(PortSpec spec) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("protocol", spec.protocol().wireName());
        spec.number().ifPresent(number -> text.put("internal_port", number));
        text.put(
                "routing",
                spec.routing() == Routing.HOST
                        ? Map.of("host", Map.of())
                        : Map.of("guard", spec.open() ? Map.of("public", true) : Map.of()));
        return text;
    }

    private static Map<String, Object> port(PortSpec spec, URI url) {
        Map<String, Object> text = port(spec);
        text.put("hostname", url.getHost());
        text.put("port", url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80);
        text.put("path", url.getPath());
        text.put("url", url.toString());
        return text;
    }
}
