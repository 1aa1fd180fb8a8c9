package dev.troupe.server.api;

import dev.troupe.server.json.Json;
import dev.troupe.server.json.JsonFailure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The query of a request, read by name and type; what is wrong is an {@link ApiFailure}. A value. */
record Query(Map<String, List<String>> parameters) {

    Optional<String> text(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw ApiFailure.query("\"" + name + "\" is given " + values.size() + " times: give it once.");
        }
        return values.stream().findFirst();
    }

    boolean flag(String name, boolean otherwise) {
        Optional<String> text = text(name);
        if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
            throw ApiFailure.query("\"" + name + "\" must be true or false.");
        }
        return text.map(Boolean::parseBoolean).orElse(otherwise);
    }

    Optional<Long> number(String name, long least, long most) {
        return text(name).map(text -> {
            try {
                // the client writes whole numbers as JavaScript prints them
                long value = Long.parseLong(text);
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException wrong) {
                // told below
            }
            throw ApiFailure.query("\"" + name + "\" must be a whole number from " + least + " to " + most + ".");
        });
    }

    long required(String name, long least, long most) {
        return number(name, least, most).orElseThrow(() -> ApiFailure.query("\"" + name + "\" is missing."));
    }

    /** A number with or without a fraction. */
    Optional<Double> decimal(String name, double least, double most) {
        return text(name).map(text -> {
            try {
                double value = Double.parseDouble(text);
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException wrong) {
                // told below
            }
            throw ApiFailure.query("\"" + name + "\" must be a number from " + least + " to " + most + ".");
        });
    }

    Optional<Object> json(String name) {
        return text(name).map(text -> json(name, text));
    }

    /** Reads the JSON in the field {@code name}. */
    static Object json(String name, String text) {
        try {
            return Json.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (JsonFailure wrong) {
            throw ApiFailure.query("\"" + name + "\": " + wrong.getMessage());
        }
    }

    /** Strings by name, written as JSON. */
    Map<String, String> texts(String name) {
        Map<String, String> all = new LinkedHashMap<>();
        json(name).ifPresent(value -> {
            if (!(value instanceof Map<?, ?> map)) {
                throw ApiFailure.query("\"" + name + "\" must be a JSON object of strings.");
            }
            map.forEach((key, text) -> all.put(key.toString(), string(name, text)));
        });
        return all;
    }

    /** Strings, written as JSON. */
    Optional<List<String>> list(String name) {
        return json(name).map(value -> {
            if (!(value instanceof List<?> list)) {
                throw ApiFailure.query("\"" + name + "\" must be a JSON array of strings.");
            }
            List<String> all = new ArrayList<>();
            list.forEach(text -> all.add(string(name, text)));
            return all;
        });
    }

    private static String string(String name, Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw ApiFailure.query("\"" + name + "\" must hold strings only.");
    }
}
