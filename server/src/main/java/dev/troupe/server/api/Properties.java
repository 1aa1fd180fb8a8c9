package dev.troupe.server.api;

import dev.troupe.core.ActorId;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.ActorSnapshot;
import dev.troupe.core.LogEntry;
import dev.troupe.core.LogStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The properties that an {@link Expression} may ask for: their names and kinds are the official API's, and those of its
 * machines and containers are left out. Values.
 *
 * @param kinds by name
 */
record Properties(Map<String, Kind> kinds) {
    /** Of what kind a property is. */
    enum Kind {
        STRING,
        NUMBER,
        BOOL,
        /** Strings by key: asked for with a {@code map_key}. */
        MAP
    }

    /** Of actors; times are milliseconds of the epoch. */
    static final Properties ACTOR = new Properties(Map.ofEntries(
            Map.entry("actor_id", Kind.STRING),
            Map.entry("datacenter_id", Kind.STRING),
            Map.entry("build_id", Kind.STRING),
            Map.entry("tags", Kind.MAP),
            Map.entry("selected_cpu_millicores", Kind.NUMBER),
            Map.entry("selected_memory_mib", Kind.NUMBER),
            Map.entry("durable", Kind.BOOL),
            Map.entry("kill_timeout", Kind.NUMBER),
            Map.entry("created_at", Kind.NUMBER),
            Map.entry("connectable_at", Kind.NUMBER),
            Map.entry("destroyed_at", Kind.NUMBER)));

    /** Of lines of logs. */
    static final Properties LOG = new Properties(Map.of(
            "actor_id", Kind.STRING,
            "stream_type", Kind.NUMBER,
            "message", Kind.STRING,
            "datacenter_id", Kind.STRING,
            "build_id", Kind.STRING,
            "tags", Kind.MAP,
            "durable", Kind.BOOL));

    /** Where an expression finds values. */
    interface Row {
        /** A value of the property's kind, of a map the string under {@code key}; empty if it has none. */
        Optional<Object> value(String property, String key);

        /** Is the value known at all? */
        default boolean knows(String property) {
            return true;
        }
    }

    static Row of(ActorSnapshot actor) {
        ActorOptions options = actor.options();
        return (property, key) -> switch (property) {
            case "actor_id" -> Optional.of(actor.id().toString());
            case "datacenter_id" -> Optional.of(actor.region().id());
            case "build_id" -> Optional.of(actor.buildId());
            case "tags" -> Optional.ofNullable(options.tags().get(key));
            case "selected_cpu_millicores" -> Optional.of(options.resources().cpu());
            case "selected_memory_mib" -> Optional.of(options.resources().memory());
            case "durable" -> Optional.of(options.restart().restarts());
            case "kill_timeout" -> Optional.of(options.limits().grace().toMillis());
            case "created_at" -> Optional.of(actor.createdAt().toEpochMilli());
            case "connectable_at" -> actor.startedAt().map(Instant::toEpochMilli);
            default -> actor.endedAt().map(Instant::toEpochMilli);
        };
    }

    /** A line of an actor that may be forgotten by now. */
    static Row of(ActorId id, Optional<ActorSnapshot> actor, LogEntry line) {
        Optional<Row> whose = actor.map(Properties::of);
        return (property, key) -> switch (property) {
            case "actor_id" -> Optional.of(id.toString());
            case "stream_type" -> Optional.of(line.stream() == LogStream.STDOUT ? 0 : 1);
            case "message" -> Optional.of(line.text());
            default -> whose.flatMap(row -> row.value(property, key));
        };
    }

    /** Any line of an actor. */
    static Row anyLineOf(ActorSnapshot actor) {
        Row whose = of(actor);
        return new Row() {
            @Override
            public Optional<Object> value(String property, String key) {
                return whose.value(property, key);
            }

            @Override
            public boolean knows(String property) {
                return !property.equals("message") && !property.equals("stream_type");
            }
        };
    }
}
