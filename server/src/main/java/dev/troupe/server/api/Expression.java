package dev.troupe.server.api;

import dev.troupe.core.LogQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A {@code query_json}: {@code {"and": {"exprs": […]}}}, {@code or}, and comparisons of a property's text, such as
 * {@code {"string_equal": {"property": "actor_id", "value": "…"}}}. For one request on one thread: regular expressions
 * count what they may spend.
 */
final class Expression {
    private static final int MOST_PARTS = 64;

    /** What is asked of: the text of a property, or of a property's entry. */
    interface Row {
        Optional<String> text(String property, Optional<String> key);
    }

    private final Set<String> properties;
    private int parts;

    private Expression(Set<String> properties) {
        this.properties = properties;
    }

    /** Reads an expression that may ask for {@code properties}. */
    static Predicate<Row> parse(Object json, Set<String> properties) {
        return new Expression(properties).read(json);
    }

    /** The values that {@code property} must have one of, if the expression says so at its top. */
    static Optional<Set<String>> pinned(Object json, String property) {
        if (!(json instanceof Map<?, ?> map) || map.size() != 1) {
            return Optional.empty();
        }
        if (map.get("and") instanceof Map<?, ?> and && and.get("exprs") instanceof List<?> exprs) {
            return exprs.stream()
                    .map(expr -> pinned(expr, property))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (map.get("string_equal") instanceof Map<?, ?> equal
                && property.equals(equal.get("property"))
                && equal.get("value") instanceof String value) {
            return Optional.of(Set.of(value));
        }
        if (map.get("string_in") instanceof Map<?, ?> in
                && property.equals(in.get("property"))
                && in.get("values") instanceof List<?> values) {
            Set<String> all = new HashSet<>();
            values.forEach(value -> all.add(String.valueOf(value)));
            return Optional.of(all);
        }
        return Optional.empty();
    }

    private Predicate<Row> read(Object json) {
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
            case "and" -> {
                List<Predicate<Row>> all = exprs(inner);
                yield row -> all.stream().allMatch(part -> part.test(row));
            }
            case "or" -> {
                List<Predicate<Row>> all = exprs(inner);
                yield row -> all.stream().anyMatch(part -> part.test(row));
            }
            case "string_equal" -> text(inner, equal(inner, Set.of(string(inner, "value"))));
            case "string_not_equal" ->
                text(inner, equal(inner, Set.of(string(inner, "value"))).negate());
            case "string_in" -> text(inner, equal(inner, strings(inner)));
            case "string_not_in" -> text(inner, equal(inner, strings(inner)).negate());
            case "string_match_regex" -> text(inner, regex(inner));
            default ->
                throw ApiFailure.query("\"query_json\": \"" + kind + "\" is unknown; use and, or, string_equal,"
                        + " string_not_equal, string_in, string_not_in or string_match_regex.");
        };
    }

    private List<Predicate<Row>> exprs(Map<?, ?> inner) {
        if (!(inner.get("exprs") instanceof List<?> exprs)) {
            throw ApiFailure.query("\"query_json\": \"exprs\" must be an array.");
        }
        List<Predicate<Row>> all = new ArrayList<>();
        exprs.forEach(expr -> all.add(read(expr)));
        return all;
    }

    private Predicate<Row> text(Map<?, ?> inner, Predicate<String> test) {
        String property = string(inner, "property");
        if (!properties.contains(property)) {
            throw ApiFailure.query("\"query_json\": the property \"" + property + "\" is unknown; use one of "
                    + properties.stream().sorted().toList() + ".");
        }
        Optional<String> key = inner.get("map_key") instanceof String text ? Optional.of(text) : Optional.empty();
        return row -> row.text(property, key).map(test::test).orElse(false);
    }

    private static Predicate<String> equal(Map<?, ?> inner, Set<String> values) {
        if (!ignoresCase(inner)) {
            return values::contains;
        }
        Set<String> folded = new HashSet<>();
        values.forEach(value -> folded.add(value.toLowerCase(Locale.ROOT)));
        return text -> folded.contains(text.toLowerCase(Locale.ROOT));
    }

    private static Predicate<String> regex(Map<?, ?> inner) {
        return new LogQuery(Optional.empty(), Optional.of(string(inner, "pattern")), !ignoresCase(inner), true)
                .matcher();
    }

    private static boolean ignoresCase(Map<?, ?> inner) {
        return Boolean.TRUE.equals(inner.get("case_insensitive"));
    }

    private static String string(Map<?, ?> inner, String name) {
        if (inner.get(name) instanceof String text) {
            return text;
        }
        throw ApiFailure.query("\"query_json\": \"" + name + "\" must be a string.");
    }

    private static Set<String> strings(Map<?, ?> inner) {
        if (!(inner.get("values") instanceof List<?> values)) {
            throw ApiFailure.query("\"query_json\": \"values\" must be an array of strings.");
        }
        Set<String> all = new HashSet<>();
        values.forEach(value -> all.add(String.valueOf(value)));
        return all;
    }
}
