package dev.troupe.server.api;

import dev.troupe.core.ActorId;
import dev.troupe.core.LogEntry;
import dev.troupe.core.LogQuery;
import dev.troupe.core.LogStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which lines {@code GET /actors/logs} asks for: by the parameters {@code actor_ids_json}, {@code stream} and
 * {@code search_…}, or by an {@link Expression} in {@code query_json}. For one request on one thread.
 */
final class LogRequest {
    private static final int MOST_ACTORS = 32;
    private static final Set<String> PROPERTIES = Set.of("actor_id", "stream", "message");

    private final List<ActorId> actors;
    private final LogQuery lines;
    private final Optional<Object> expression;

    private LogRequest(List<ActorId> actors, LogQuery lines, Optional<Object> expression) {
        this.actors = actors;
        this.lines = lines;
        this.expression = expression;
    }

    static LogRequest read(Query query) {
        Optional<Object> expression = query.json("query_json");
        Optional<Set<String>> pinned = expression.flatMap(json -> Expression.pinned(json, "actor_id"));
        Set<String> ids = new TreeSet<>(query.list("actor_ids_json").orElse(List.of()));
        pinned.ifPresent(ids::addAll);
        if (ids.isEmpty()) {
            throw ApiFailure.query("Say whose logs: give \"actor_ids_json\", or a \"query_json\" that compares"
                    + " \"actor_id\" at its top or within its first \"and\".");
        }
        if (ids.size() > MOST_ACTORS) {
            throw ApiFailure.query(
                    ids.size() + " actors are named in \"actor_ids_json\"; the limit is " + MOST_ACTORS + ".");
        }
        expression.ifPresent(json -> Expression.parse(json, PROPERTIES)); // what is wrong is told now
        return new LogRequest(ids.stream().map(ActorApi::idOf).toList(), lines(query), expression);
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

    /** Those of {@code all}, lines of {@code actor}, that are meant. */
    List<LogEntry> filter(ActorId actor, List<LogEntry> all) {
        List<LogEntry> found = new ArrayList<>(lines.filter(all));
        if (expression.isPresent()) {
            Predicate<Expression.Row> meant = Expression.parse(expression.get(), PROPERTIES);
            found.removeIf(line -> !meant.test(
                    (property, key) -> Optional.ofNullable(texts(actor, line).get(property))));
        }
        return found;
    }

    private static Map<String, String> texts(ActorId actor, LogEntry line) {
        return Map.of(
                "actor_id", actor.toString(),
                "stream", line.stream() == LogStream.STDOUT ? "std_out" : "std_err",
                "message", line.text());
    }
}
