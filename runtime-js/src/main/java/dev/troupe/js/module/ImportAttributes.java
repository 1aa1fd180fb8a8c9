package dev.troupe.js.module;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The attributes after an import's specifier, {@code with { type: 'json' }} (ECMA-262 §16.2.2, WithClause). A value.
 *
 * @param values by their keys, in the source's order; of what cannot be read nothing is there, and the engine's parser
 *     reports it
 * @param end past the closing brace, or where the search began if there is no clause
 */
record ImportAttributes(Map<String, String> values, int end) {
    /** On a line of its own it is a name. */
    private static final Pattern ASSERT = Pattern.compile("[ \\t]*assert[ \\t]*\\{");

    /** Reads what follows the specifier that ends at {@code from}. */
    static ImportAttributes after(String source, int from) {
        ImportAttributes none = new ImportAttributes(Map.of(), from);
        if (ASSERT.matcher(source).region(from, source.length()).lookingAt()) {
            throw ModuleException.syntaxError("Unexpected identifier 'assert'"); // the engine would take the older word
        }
        int word = ModuleText.skipSpace(source, from);
        if (!source.startsWith("with", word)) {
            return none;
        }
        int brace = ModuleText.skipSpace(source, word + "with".length());
        if (brace >= source.length() || source.charAt(brace) != '{') {
            return none;
        }
        Map<String, String> values = new LinkedHashMap<>();
        int at = ModuleText.skipSpace(source, brace + 1);
        while (at < source.length() && source.charAt(at) != '}') {
            int keyEnd = endOfKey(source, at);
            int value = ModuleText.skipSpace(source, ModuleText.skipSpace(source, keyEnd) + 1); // past the colon
            if (keyEnd == at || value >= source.length()) {
                return none;
            }
            int valueEnd = ModuleText.endOfString(source, value);
            values.put(unquoted(source, at, keyEnd), unquoted(source, value, valueEnd));
            at = ModuleText.skipSpace(source, valueEnd);
            if (at < source.length() && source.charAt(at) == ',') {
                at = ModuleText.skipSpace(source, at + 1);
            }
        }
        return at < source.length() ? new ImportAttributes(values, at + 1) : none;
    }

    private static int endOfKey(String source, int from) {
        if (source.charAt(from) == '"' || source.charAt(from) == '\'') {
            return ModuleText.endOfString(source, from);
        }
        int at = from;
        while (at < source.length() && Character.isJavaIdentifierPart(source.charAt(at))) {
            at++;
        }
        return at;
    }

    private static String unquoted(String source, int begin, int end) {
        char first = source.charAt(begin);
        return first == '"' || first == '\''
                ? ModuleText.unquoted(source.substring(begin + 1, Math.max(begin + 1, end - 1)))
                : source.substring(begin, end);
    }
}
