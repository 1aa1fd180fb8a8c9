package dev.troupe.server.api;

import dev.troupe.server.api.Properties.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code query_json} of the official API: {@code {"and": {"exprs": […]}}}, {@code or}, and comparisons of a property,
 * such as {@code {"string_equal": {"property": "actor_id", "value": "…"}}}. For one request on one thread: regular
 * expressions count what they may spend.
 */
interface Expression {
    /** Parts of an expression. */
    int MOST_PARTS = 64;

    /** Is it true of {@code row}? Empty if that depends on a value that is not known. */
    Optional<Boolean> of(Row row);

    /** Is it true of a row of which all is known? */
    default boolean isTrueOf(Row row) {
        return of(row).orElse(false);
    }

    /** Might it be true? */
    default boolean mayBeTrueOf(Row row) {
        return of(row).orElse(true);
    }

    /** Reads an expression that may ask for {@code properties}. */
    static Expression parse(Object json, Properties properties) {
        return new Reader(properties).read(json);
    }

    /** Reads an expression. Confined to its thread; it counts parts. */
    final class Reader {
        private final Properties properties;
        private int parts;

        Reader(Properties properties) {
            this.properties = properties;
        }

        Expression read(Object json) {
            if (++parts > MOST_PARTS) {
                throw ApiFailure.query("\"query_json\" has more than " + MOST_PARTS + " parts.");
            }
            if (!(json instanceof Map<?, ?> map)
                    || map.size() != 1
                    || !(map.values().iterator().next() instanceof Map<?, ?> inner)) {
                throw ApiFailure.query("\"query_json\": each part is an object with one name, such as"
                        + " {\"string_equal\": {\"property\": …, \"value\": …}}.");
            }
            String kind = map.keySet().iterator().next().toString();
            return switch (kind) {
                case "and" -> all(exprs(inner), false);
                case "or" -> all(exprs(inner), true);
                default -> Comparison.read(kind, inner, properties);
            };
        }

        private List<Expression> exprs(Map<?, ?> inner) {
            if (inner.size() != 1 || !(inner.get("exprs") instanceof List<?> exprs) || exprs.isEmpty()) {
                throw ApiFailure.query("\"query_json\": \"exprs\" must be an array of one part or more.");
            }
            List<Expression> all = new ArrayList<>();
            exprs.forEach(expr -> all.add(read(expr)));
            return all;
        }

        /** One part that is {@code decisive} decides; else one that is not known leaves it open. */
        private static Expression all(List<Expression> parts, boolean decisive) {
            return row -> {
                boolean open = false;
                for (Expression part : parts) {
                    Optional<Boolean> truth = part.of(row);
                    if (truth.isPresent() && truth.get() == decisive) {
                        return truth;
                    }
                    open |= truth.isEmpty();
                }
                return open ? Optional.empty() : Optional.of(!decisive);
            };
        }
    }
}
