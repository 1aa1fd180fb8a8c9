package dev.troupe.js.module;

import java.util.LinkedHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The fields of a {@code package.json} that resolution reads (nodejs.org/api/packages.html#nodejs-packagejson-field-definitions). A value; the
 * trees under {@code exports} and {@code imports} are maps in the file's order, lists, strings and {@code null}.
 */
record PackageJson(
        Optional<String> name, Optional<String> type, Optional<String> main, Field exports, Field imports) {
    private static final JsonFactory JSON = new JsonFactory();

    /** Reads {@code text}; throws {@link IllegalArgumentException} if it is not a JSON object. */
    static PackageJson parse(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            if (!(value(parser) instanceof Map<?, ?> fields)) {
                throw new IllegalArgumentException("it is not a JSON object");
            }
            return new PackageJson(
                    string(fields, "name"),
                    string(fields, "type"),
                    string(fields, "main"),
                    field(fields, "exports"),
                    field(fields, "imports"));
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(broken.getOriginalMessage(), broken);
        }
    }

    private static Optional<String> string(Map<?, ?> fields, String name) {
        return Optional.ofNullable(fields.get(name)).filter(String.class::isInstance).map(String.class::cast);
    }

    private static Field field(Map<?, ?> fields, String name) {
        return new Field(fields.containsKey(name), fields.get(name));
    }

    private static @Nullable Object value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                map.put(name, value(parser));
            }
            return map;
        }
        if (token == JsonToken.START_ARRAY) {
            List<@Nullable Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(parser));
            }
            return list;
        }
        return token == JsonToken.VALUE_STRING ? parser.getString() : token == JsonToken.VALUE_NULL ? null : token;
    }

    /**
     * A field that may be absent, {@code null}, or a tree.
     *
     * @param present whether the file has it
     * @param tree its value
     */
    record Field(boolean present, @Nullable Object tree) {}
}
