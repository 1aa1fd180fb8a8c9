package dev.troupe.server.api;

import dev.troupe.core.LogQuery;
import dev.troupe.server.api.Properties.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the comparisons of an {@link Expression}. What a map does not have is the empty string, as in the official API;
 * what else is missing compares to nothing. Stateless.
 */
final class Comparison {
    private static final int MOST_VALUES = 1_000;
    private static final String KINDS =
            "and, or, bool_equal, bool_not_equal, string_equal, string_not_equal, string_in,"
                    + " string_not_in, string_contains, string_match_regex, number_equal, number_not_equal, number_in,"
                    + " number_not_in, number_less, number_less_or_equal, number_greater or number_greater_or_equal";

    private static final Set<String> FIELDS =
            Set.of("property", "map_key", "value", "values", "pattern", "case_insensitive");

    private Comparison() {}

    static Expression read(String kind, Map<?, ?> inner, Properties properties) {
        inner.keySet().stream()
                .filter(name -> !FIELDS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ApiFailure.query("\"query_json\": \"" + kind + "\" has no field \"" + name + "\".");
                });
        return switch (kind) {
            case "bool_equal" -> bools(inner, properties, bool(inner, "value"));
            case "bool_not_equal" -> bools(inner, properties, !bool(inner, "value"));
            case "string_equal" -> strings(inner, properties, equal(inner, Set.of(string(inner, "value"))));
            case "string_not_equal" ->
                strings(
                        inner,
                        properties,
                        equal(inner, Set.of(string(inner, "value"))).negate());
            case "string_in" -> strings(inner, properties, equal(inner, Set.copyOf(texts(inner))));
            case "string_not_in" ->
                strings(
                        inner,
                        properties,
                        equal(inner, Set.copyOf(texts(inner))).negate());
            case "string_contains" -> strings(inner, properties, search(inner, string(inner, "value"), false));
            case "string_match_regex" -> strings(inner, properties, search(inner, string(inner, "pattern"), true));
            case "number_in", "number_not_in" -> {
                Set<Double> values = new HashSet<>(doubles(inner));
                boolean in = kind.equals("number_in");
                yield numbers(inner, properties, number -> values.contains(number) == in);
            }
            default -> ordered(kind, inner, properties);
        };
    }

    private static Expression ordered(String kind, Map<?, ?> inner, Properties properties) {
        if (!kind.startsWith("number_")) {
            throw ApiFailure.query("\"query_json\": \"" + kind + "\" is unknown; use " + KINDS + ".");
        }
        double value = number(inner.get("value"), "value");
        DoublePredicate test =
                switch (kind) {
                    case "number_equal" -> number -> number == value;
                    case "number_not_equal" -> number -> number != value;
                    case "number_less" -> number -> number < value;
                    case "number_less_or_equal" -> number -> number <= value;
                    case "number_greater" -> number -> number > value;
                    case "number_greater_or_equal" -> number -> number >= value;
                    default ->
                        throw ApiFailure.query("\"query_json\": \"" + kind + "\" is unknown; use " + KINDS + ".");
                };
        return numbers(inner, properties, test);
    }

    private static Expression bools(Map<?, ?> inner, Properties properties, boolean value) {
        return compare(inner, properties, Kind.BOOL, found -> found.equals(value));
    }

    private static Expression numbers(Map<?, ?> inner, Properties properties, DoublePredicate test) {
        return compare(
                inner,
                properties,
                Kind.NUMBER,
                found -> found instanceof Number number && test.test(number.doubleValue()));
    }

    private static Expression strings(Map<?, ?> inner, Properties properties, Predicate<String> test) {
        return compare(inner, properties, Kind.STRING, found -> test.test(found.toString()));
    }

    private static Expression compare(Map<?, ?> inner, Properties properties, Kind wanted, Predicate<Object> test) {
        String property = string(inner, "property");
        Kind kind = properties.kinds().get(property);
        if (kind == null) {
            throw ApiFailure.query("\"query_json\": the property \"" + property + "\" is unknown; use one of "
                    + properties.kinds().keySet().stream().sorted().toList() + ".");
        }
        if (kind != wanted && !(kind == Kind.MAP && wanted == Kind.STRING)) {
            throw ApiFailure.query("\"query_json\": the property \"" + property + "\" is a "
                    + kind.name().toLowerCase(Locale.ROOT) + ": compare it as one.");
        }
        boolean keyed = kind == Kind.MAP;
        if (keyed != inner.containsKey("map_key")) {
            throw ApiFailure.query(
                    "\"query_json\": \"map_key\" must be given with a map such as tags, and with" + " nothing else.");
        }
        String key = keyed ? string(inner, "map_key") : "";
        return row -> {
            if (!row.knows(property)) {
                return Optional.empty();
            }
            Optional<Object> found = row.value(property, key);
            return Optional.of((keyed ? found.or(() -> Optional.of("")) : found)
                    .map(test::test)
                    .orElse(false));
        };
    }

    private static Predicate<String> equal(Map<?, ?> inner, Set<String> values) {
        if (!ignoresCase(inner)) {
            return values::contains;
        }
        Set<String> folded = new HashSet<>();
        values.forEach(value -> folded.add(value.toLowerCase(Locale.ROOT)));
        return text -> folded.contains(text.toLowerCase(Locale.ROOT));
    }

    private static Predicate<String> search(Map<?, ?> inner, String wanted, boolean regex) {
        return new LogQuery(Optional.empty(), Optional.of(wanted), !ignoresCase(inner), regex).matcher();
    }

    private static boolean ignoresCase(Map<?, ?> inner) {
        return inner.containsKey("case_insensitive") && bool(inner, "case_insensitive");
    }

    private static String string(Map<?, ?> inner, String name) {
        if (inner.get(name) instanceof String text) {
            return text;
        }
        throw ApiFailure.query("\"query_json\": \"" + name + "\" must be a string.");
    }

    private static boolean bool(Map<?, ?> inner, String name) {
        if (inner.get(name) instanceof Boolean flag) {
            return flag;
        }
        throw ApiFailure.query("\"query_json\": \"" + name + "\" must be true or false.");
    }

    private static double number(@Nullable Object value, String name) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw ApiFailure.query("\"query_json\": \"" + name + "\" must be a number.");
    }

    private static List<?> values(Map<?, ?> inner) {
        if (inner.get("values") instanceof List<?> values && !values.isEmpty() && values.size() <= MOST_VALUES) {
            return values;
        }
        throw ApiFailure.query("\"query_json\": \"values\" must be an array of 1 to " + MOST_VALUES + " values.");
    }

    private static List<String> texts(Map<?, ?> inner) {
        return values(inner).stream()
                .map(value -> value instanceof String text ? Optional.of(text) : Optional.<String>empty())
                .map(text ->
                        text.orElseThrow(() -> ApiFailure.query("\"query_json\": \"values\" must hold strings here.")))
                .toList();
    }

    private static List<Double> doubles(Map<?, ?> inner) {
        return values(inner).stream().map(value -> number(value, "values")).toList();
    }
}
