package dev.troupe.server.route;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A route as a record of its host, and back. Stateless, pure. */
final class RouteText {
    private static final String TAG = "tag.";

    private RouteText() {}

    static Map<String, String> write(Route route) {
        Map<String, String> fields = new HashMap<>();
        fields.put("hostname", route.hostname());
        fields.put("path", route.path());
        fields.put("strip", Boolean.toString(route.stripPrefix()));
        fields.put("subpaths", Boolean.toString(route.routeSubpaths()));
        fields.put("created", route.createdAt().toString());
        fields.put("updated", route.updatedAt().toString());
        route.selectorTags().forEach((key, value) -> fields.put(TAG + key, value));
        return fields;
    }

    static Route read(String id, Map<String, String> fields) {
        Map<String, String> tags = new HashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(TAG)) {
                tags.put(name.substring(TAG.length()), value);
            }
        });
        return new Route(
                id,
                fields.getOrDefault("hostname", ""),
                fields.getOrDefault("path", ""),
                Boolean.parseBoolean(fields.get("strip")),
                Boolean.parseBoolean(fields.get("subpaths")),
                tags,
                Instant.parse(fields.getOrDefault("created", "")),
                Instant.parse(fields.getOrDefault("updated", "")));
    }
}
