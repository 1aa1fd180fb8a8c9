package dev.troupe.js;

import dev.troupe.core.ActorContext;
import dev.troupe.core.ActorPort;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * {@code ctx.metadata} of an actor as JSON; the realm parses it, and {@code createdAt} becomes a Date there. Stateless;
 * any thread.
 */
final class Metadata {

    private Metadata() {}

    static String json(ActorContext context) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put(
                "actor",
                ordered(
                        "id", context.id().toString(),
                        "tags", context.tags(),
                        "createdAt", context.createdAt().toString()));
        metadata.put("project", ordered("id", context.project(), "slug", context.project()));
        metadata.put("environment", ordered("id", context.environment(), "slug", context.environment()));
        metadata.put(
                "region",
                ordered("id", context.region().id(), "name", context.region().name()));
        metadata.put("cluster", ordered("id", context.cluster()));
        metadata.put("build", ordered("id", context.buildId(), "tags", context.buildTags()));
        Map<String, Object> ports = new LinkedHashMap<>();
        for (ActorPort port : context.ports()) {
            ports.put(port.spec().name(), port(port));
        }
        metadata.put("network", ordered("ports", ports));
        return JsonText.of(metadata);
    }

    private static Map<String, Object> port(ActorPort port) {
        return ordered(
                "protocol", port.spec().protocol().wireName(),
                "internalPort", port.address().getPort(),
                "hostname", port.url().getHost(),
                "port", number(port),
                "path", port.url().getPath(),
                "url", port.url().toString(),
                "routing", Map.of(port.spec().routing().name().toLowerCase(Locale.ROOT), Map.of()));
    }

    /** Where a client connects, which is the gateway's port and not the actor's if that serves it. */
    private static int number(ActorPort port) {
        int given = port.url().getPort();
        return given >= 0 ? given : "https".equals(port.url().getScheme()) ? 443 : 80;
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
