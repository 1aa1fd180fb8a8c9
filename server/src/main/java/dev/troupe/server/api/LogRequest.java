package dev.troupe.server.api;

import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorId;
import dev.troupe.core.ActorQuery;
import dev.troupe.core.ActorSnapshot;
import dev.troupe.core.LogEntry;
import dev.troupe.core.LogQuery;
import dev.troupe.core.LogStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which lines are asked for: by an {@link Expression} in {@code query_json}, as the client 25.5 does, or by the
 * parameters {@code actor_ids_json}, {@code stream} and {@code search_…} of the versions before. For one request on one
 * thread.
 */
final class LogRequest {
    private static final int MOST_ACTORS = 32;
    /** Actors that are looked at to find those that a query may mean. */
    private static final int MOST_CANDIDATES = 10_000;

    private final ActorHost host;
    private final List<ActorId> actors;
    private final LogQuery lines;
    private final Optional<Object> expression;

    private LogRequest(ActorHost host, List<ActorId> actors, LogQuery lines, Optional<Object> expression) {
        this.host = host;
        this.actors = actors;
        this.lines = lines;
        this.expression = expression;
    }

    static LogRequest read(Query query, ActorHost host) {
        Optional<Object> expression = query.json("query_json");
        Set<String> named = new TreeSet<>(query.list("actor_ids_json").orElse(List.of()));
        LogQuery lines = lines(query);
        return of(expression, named, lines, host);
    }

    /** The lines that an expression means. */
    static LogRequest of(Object expression, ActorHost host) {
        return of(Optional.of(expression), Set.of(), LogQuery.ALL, host);
    }

    private static LogRequest of(Optional<Object> expression, Set<String> named, LogQuery lines, ActorHost host) {
        Optional<Expression> meant = expression.map(json -> Expression.parse(json, Properties.LOG));
        List<ActorId> ids = named.isEmpty()
                ? candidates(meant, host)
                : named.stream().map(ActorApi::idOf).toList();
        if (ids.size() > MOST_ACTORS) {
            throw ApiFailure.query("The logs of " + ids.size() + " actors are asked for; the limit is " + MOST_ACTORS
                    + ": compare \"actor_id\" or \"tags\" in \"query_json\".");
        }
        if (ids.isEmpty() && meant.isEmpty()) {
            throw ApiFailure.query("Say whose logs: give \"query_json\" or \"actor_ids_json\".");
        }
        return new LogRequest(host, ids, lines, expression);
    }

    /** The actors of which a line may be meant, oldest first. */
    private static List<ActorId> candidates(Optional<Expression> meant, ActorHost host) {
        if (meant.isEmpty()) {
            return List.of();
        }
        List<ActorSnapshot> all = new ArrayList<>(host.page(ActorQuery.all(), true, Optional.empty(), MOST_CANDIDATES)
                .actors());
        java.util.Collections.reverse(all);
        return all.stream()
                .filter(actor -> meant.get().mayBeTrueOf(Properties.anyLineOf(actor)))
                .map(ActorSnapshot::id)
                .toList();
    }

    private static LogQuery lines(Query query) {
        return new LogQuery(
                stream(query.text("stream").orElse("all")),
                query.text("search_text").filter(text -> !text.isEmpty()),
                query.flag("search_case_sensitive", false),
                query.flag("search_enable_regex", false));
    }

    private static Optional<LogStream> stream(String name) {
        return switch (name) {
            case "all" -> Optional.empty();
            case "std_out" -> Optional.of(LogStream.STDOUT);
            case "std_err" -> Optional.of(LogStream.STDERR);
            default -> throw ApiFailure.query("\"stream\" is \"" + name + "\": use std_out, std_err or all.");
        };
    }

    List<ActorId> actors() {
        return actors;
    }

    /** Of lines by actor, those that are meant. */
    List<List<LogEntry>> filter(List<List<LogEntry>> all) {
        Optional<Expression> meant = expression.map(json -> Expression.parse(json, Properties.LOG));
        List<List<LogEntry>> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            ActorId id = actors.get(i);
            Optional<ActorSnapshot> actor = host.snapshot(id);
            List<LogEntry> kept = new ArrayList<>(lines.filter(all.get(i)));
            meant.ifPresent(part -> kept.removeIf(line -> !part.isTrueOf(Properties.of(id, actor, line))));
            found.add(kept);
        }
        return found;
    }

    /** The next line's number of each actor, as {@code watch_index} tells it; 0 of those that it does not know. */
    List<Long> positions(String index) {
        Map<String, Long> known = new java.util.HashMap<>();
        try {
            for (String part : index.equals("0") ? new String[0] : index.split("_", -1)) {
                int dot = part.indexOf('.');
                known.put(part.substring(0, Math.max(0, dot)), Long.parseUnsignedLong(part.substring(dot + 1)));
            }
        } catch (NumberFormatException notOurs) {
            throw ApiFailure.query("\"watch_index\" is not one that this request gave.");
        }
        return actors.stream().map(id -> known.getOrDefault(id.toString(), 0L)).toList();
    }

    /** The {@code watch_index} with those numbers. */
    String index(List<Long> positions) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            parts.add(actors.get(i) + "." + positions.get(i));
        }
        return parts.isEmpty() ? "0" : String.join("_", parts);
    }
}
