package dev.troupe.server.api;

import dev.troupe.server.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Checks values against the JSON schemas of a description: those keywords that the description uses, and no other may
 * be used. Any thread; immutable.
 */
@SuppressWarnings("NullAway") // what a schema lacks fails the test
final class Schemas {
    private static final Set<String> NOTES =
            Set.of("description", "contentMediaType", "contentEncoding", "format", "default");

    private final Map<?, ?> description;

    Schemas(Map<?, ?> description) {
        this.description = description;
    }

    /** Follows a reference within the description. */
    Map<?, ?> resolve(Map<?, ?> schema) {
        if (!(schema.get("$ref") instanceof String reference)) {
            return schema;
        }
        Object found = description;
        for (String name : reference.substring(2).split("/")) {
            found = ((Map<?, ?>) found).get(name);
        }
        return resolve((Map<?, ?>) found);
    }

    /** What is wrong with {@code value}; empty if nothing is. */
    List<String> check(Map<?, ?> schema, Object value) {
        List<String> wrong = new ArrayList<>();
        check(resolve(schema), value, "$", wrong);
        return wrong;
    }

    private void check(Map<?, ?> schema, Object value, String at, List<String> wrong) {
        schema.forEach((name, rule) -> {
            String keyword = (String) name;
            boolean good =
                    switch (keyword) {
                        case "type" ->
                            rule instanceof List<?> types
                                    ? types.stream().anyMatch(type -> isA(type, value))
                                    : isA(rule, value);
                        case "enum" -> ((List<?>) rule).contains(value);
                        case "const" -> rule.equals(value);
                        case "required" ->
                            !(value instanceof Map<?, ?> map) || map.keySet().containsAll((List<?>) rule);
                        case "properties" -> members((Map<?, ?>) rule, value, at, wrong);
                        case "additionalProperties" -> others(schema, rule, value, at, wrong);
                        case "items" -> items((Map<?, ?>) rule, value, at, wrong);
                        case "oneOf" ->
                            ((List<?>) rule)
                                            .stream()
                                                    .filter(one -> check((Map<?, ?>) one, value)
                                                            .isEmpty())
                                                    .count()
                                    == 1;
                        case "minimum" -> !(value instanceof Number number) || number.doubleValue() >= asDouble(rule);
                        case "maximum" -> !(value instanceof Number number) || number.doubleValue() <= asDouble(rule);
                        case "minLength" -> !(value instanceof String text) || text.length() >= asDouble(rule);
                        case "maxLength" -> !(value instanceof String text) || text.length() <= asDouble(rule);
                        case "minProperties" -> !(value instanceof Map<?, ?> map) || map.size() >= asDouble(rule);
                        case "maxProperties" -> !(value instanceof Map<?, ?> map) || map.size() <= asDouble(rule);
                        case "maxItems" -> !(value instanceof List<?> list) || list.size() <= asDouble(rule);
                        default -> {
                            if (!NOTES.contains(keyword)) {
                                throw new IllegalStateException(
                                        "This check does not know the keyword " + keyword + ".");
                            }
                            yield !keyword.equals("format") || isOfFormat((String) rule, value);
                        }
                    };
            if (!good) {
                wrong.add(at + ": " + keyword + " " + new String(Json.write(rule), StandardCharsets.UTF_8));
            }
        });
    }

    private static double asDouble(Object rule) {
        return ((Number) rule).doubleValue();
    }

    private static boolean isA(Object type, Object value) {
        return switch ((String) type) {
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            case "string" -> value instanceof String;
            case "integer" -> value instanceof Long;
            case "number" -> value instanceof Number;
            case "boolean" -> value instanceof Boolean;
            case "null" -> value == Json.NULL;
            default -> throw new IllegalStateException("no type: " + type);
        };
    }

    private static boolean isOfFormat(String format, Object value) {
        if (value instanceof String text) {
            switch (format) {
                case "date-time" -> Instant.parse(text);
                case "uuid" -> UUID.fromString(text);
                default -> throw new IllegalStateException("no format: " + format);
            }
        }
        return true;
    }

    private boolean members(Map<?, ?> properties, Object value, String at, List<String> wrong) {
        if (value instanceof Map<?, ?> map) {
            properties.forEach((name, schema) -> {
                if (map.containsKey(name)) {
                    check(resolve((Map<?, ?>) schema), map.get(name), at + "." + name, wrong);
                }
            });
        }
        return true;
    }

    private boolean others(Map<?, ?> schema, Object rule, Object value, String at, List<String> wrong) {
        Map<?, ?> known = schema.get("properties") instanceof Map<?, ?> properties ? properties : Map.of();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> {
                if (known.containsKey(name)) {
                    return;
                }
                if (rule instanceof Map<?, ?> other) {
                    check(resolve(other), member, at + "." + name, wrong);
                } else if (rule.equals(false)) {
                    wrong.add(at + ": no property " + name);
                }
            });
        }
        return true;
    }

    private boolean items(Map<?, ?> schema, Object value, String at, List<String> wrong) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                check(resolve(schema), list.get(i), at + "[" + i + "]", wrong);
            }
        }
        return true;
    }
}
