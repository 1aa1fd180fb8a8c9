package dev.troupe.server.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An actor of an API's answer, for people to read. Stateless. */
final class ActorLine {
    private ActorLine() {}

    /** One line: id, state, age, tags. */
    static String of(Map<?, ?> actor, Instant now) {
        return String.join("  ", List.of(text(actor, "id"), state(actor), age(actor, now), tags(actor)))
                .stripTrailing();
    }

    /** The ports, a line each: name and address. */
    static List<String> ports(Map<?, ?> actor) {
        List<String> lines = new ArrayList<>();
        map(map(actor, "network"), "ports").forEach((name, port) -> {
            if (port instanceof Map<?, ?> known && known.get("url") instanceof String url) {
                lines.add(name + "  " + url);
            }
        });
        return lines;
    }

    static String text(Map<?, ?> from, String name) {
        return from.get(name) instanceof String text ? text : "";
    }

    static Map<?, ?> map(Map<?, ?> from, String name) {
        return from.get(name) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String state(Map<?, ?> actor) {
        return actor.containsKey("destroyed_at")
                ? "ended   "
                : actor.containsKey("started_at") ? "ready   " : "starting";
    }

    private static String age(Map<?, ?> actor, Instant now) {
        Duration age = Duration.between(Instant.parse(text(actor, "created_at")), now);
        long seconds = Math.max(0, age.toSeconds());
        String shown = seconds < 120
                ? seconds + "s"
                : seconds < 7_200 ? seconds / 60 + "m" : seconds < 172_800 ? seconds / 3_600 + "h" : age.toDays() + "d";
        return String.format("%4s", shown);
    }

    private static String tags(Map<?, ?> actor) {
        List<String> tags = new ArrayList<>();
        Map<String, String> sorted = new TreeMap<>();
        map(actor, "tags").forEach((key, value) -> sorted.put(key.toString(), String.valueOf(value)));
        sorted.forEach((key, value) -> tags.add(key + "=" + value));
        return String.join(" ", tags);
    }
}
