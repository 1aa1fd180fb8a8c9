package dev.troupe.server.api;

import dev.troupe.server.json.Json;
import dev.troupe.server.json.JsonFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An object of a request's body: fields are asked for by name and type, and {@link #done} refuses those that nobody
 * asked for. What is wrong is an {@link ApiFailure} that names the field. One thread; a value of one request.
 */
final class Body {
    private final String path;
    private final Map<String, Object> fields;
    private final Set<String> asked = new HashSet<>();
    private final List<Body> inner = new ArrayList<>();

    private Body(String path, Map<String, Object> fields) {
        this.path = path;
        this.fields = fields;
    }

    /** Reads a body that has to be an object. */
    static Body of(byte[] utf8) {
        try {
            return of("", Json.parse(utf8));
        } catch (JsonFailure wrong) {
            throw ApiFailure.body(wrong.text());
        }
    }

    @SuppressWarnings("unchecked") // a parsed object's names are strings
    private static Body of(String path, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw ApiFailure.body((path.isEmpty() ? "The body" : "\"" + path + "\"") + " must be an object.");
        }
        return new Body(path, (Map<String, Object>) map);
    }

    private String named(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private <T> Optional<T> find(String name, Class<T> type, String what) {
        asked.add(name);
        Object value = fields.get(name);
        if (value == null || value == Json.NULL) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw ApiFailure.body("\"" + named(name) + "\" must be " + what + ".");
        }
        return Optional.of(type.cast(value));
    }

    Optional<String> text(String name) {
        return find(name, String.class, "a string");
    }

    Optional<Boolean> flag(String name) {
        return find(name, Boolean.class, "true or false");
    }

    /** A whole number from {@code least} to {@code most}. */
    Optional<Long> number(String name, long least, long most) {
        Optional<Long> number = find(name, Long.class, "a whole number");
        number.filter(value -> value < least || value > most).ifPresent(value -> {
            throw ApiFailure.body("\"" + named(name) + "\" is " + value + ": use " + least + " to " + most + ".");
        });
        return number;
    }

    Optional<Body> object(String name) {
        asked.add(name);
        Object value = fields.get(name);
        if (value == null || value == Json.NULL) {
            return Optional.empty();
        }
        Body found = of(named(name), value);
        inner.add(found);
        return Optional.of(found);
    }

    /** Objects by name. */
    Map<String, Body> objects(String name) {
        Map<String, Body> all = new LinkedHashMap<>();
        object(name).ifPresent(map -> map.fields.keySet().forEach(key -> map.object(key)
                .ifPresentOrElse(value -> all.put(key, value), () -> {
                    throw ApiFailure.body("\"" + map.named(key) + "\" must be an object.");
                })));
        return all;
    }

    /** Strings by name; empty if the field is missing. */
    Map<String, String> texts(String name) {
        Map<String, String> all = new LinkedHashMap<>();
        object(name).ifPresent(map -> map.fields
                .keySet()
                .forEach(key -> all.put(
                        key,
                        map.text(key)
                                .orElseThrow(() -> ApiFailure.body("\"" + map.named(key) + "\" must be a string.")))));
        return all;
    }

    /** Strings by name, where {@code null} stands for a name that is to be removed. */
    Map<String, Optional<String>> changes(String name) {
        Map<String, Optional<String>> all = new LinkedHashMap<>();
        object(name).ifPresent(map -> map.fields.keySet().forEach(key -> all.put(key, map.text(key))));
        return all;
    }

    /** A list of strings; empty if the field is missing. */
    List<String> list(String name) {
        List<?> values = find(name, List.class, "an array").orElse(List.of());
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            if (!(value instanceof String text)) {
                throw ApiFailure.body("\"" + named(name) + "\" must hold strings only.");
            }
            texts.add(text);
        }
        return texts;
    }

    <T> T required(String name, Function<String, Optional<T>> read) {
        return read.apply(name).orElseThrow(() -> ApiFailure.body("\"" + named(name) + "\" is missing."));
    }

    /** Refuses fields that nobody asked for. */
    void done() {
        for (String name : fields.keySet()) {
            if (!asked.contains(name)) {
                throw ApiFailure.body("\"" + named(name) + "\" is not a field of this request.");
            }
        }
        inner.forEach(Body::done);
    }
}
