package dev.troupe.js.module;

import dev.troupe.js.json.JsonReader;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a {@code package.json} that resolution reads
 * (nodejs.org/api/packages.html#nodejs-packagejson-field-definitions). A value; the trees under {@code exports} and
 * {@code imports} are maps in the file's order, lists, strings and {@code null}.
 */
record PackageJson(Optional<String> name, Optional<String> type, Optional<String> main, Field exports, Field imports) {
    /** Reads {@code text}; throws {@link IllegalArgumentException} if it is not a JSON object. */
    static PackageJson parse(String text) {
        if (!(JsonReader.read(text) instanceof Map<?, ?> fields)) {
            throw new IllegalArgumentException("it is not a JSON object");
        }
        return new PackageJson(
                string(fields, "name"),
                string(fields, "type"),
                string(fields, "main"),
                field(fields, "exports"),
                field(fields, "imports"));
    }

    private static Optional<String> string(Map<?, ?> fields, String name) {
        return Optional.ofNullable(fields.get(name))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    private static Field field(Map<?, ?> fields, String name) {
        return new Field(fields.containsKey(name), fields.get(name));
    }

    /**
     * A field that may be absent, {@code null}, or a tree.
     *
     * @param present whether the file has it
     * @param tree its value
     */
    record Field(boolean present, @Nullable Object tree) {}
}
