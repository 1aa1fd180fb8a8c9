package dev.troupe.js.module;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that a CommonJS module probably exports, read off its text without running it, as Node does for
 * {@code import { name } from './x.cjs'} (nodejs.org/api/esm.html#commonjs-namespaces). A name too many is harmless: it
 * is undefined. Pure.
 */
final class ExportNames {
    private static final String EXPORTS = "(?<![\\w$.])(?:module\\s*\\.\\s*)?exports";
    private static final Pattern ASSIGNED = Pattern.compile(
            EXPORTS
                    + "\\s*(?:\\.\\s*([\\p{L}$_][\\p{L}\\p{N}$_]*)|\\[\\s*(['\"])((?:[^'\"\\\\]++|\\\\.){1,256})\\2\\s*\\])\\s*=(?!=)");
    private static final Pattern DEFINED = Pattern.compile("Object\\s*\\.\\s*defineProperty\\s*\\(\\s*" + EXPORTS
            + "\\s*,\\s*(['\"])((?:[^'\"\\\\]++|\\\\.){1,256})\\1");
    private static final Pattern WHOLE = Pattern.compile("(?<![\\w$.])module\\s*\\.\\s*exports\\s*=\\s*\\{");
    private static final Pattern REEXPORT =
            Pattern.compile("(?:(?<![\\w$.])module\\s*\\.\\s*exports\\s*=\\s*|__export(?:Star)?\\s*\\(\\s*)"
                    + "(?:[\\w$.]+\\s*\\(\\s*)?require\\s*\\(\\s*(['\"])([^'\"\\\\]+)\\1\\s*\\)");
    /** What Babel and TypeScript make of {@code export * from}: a loop over the keys of a required module. */
    private static final Pattern LOOP = Pattern.compile(
            "Object\\s*\\.\\s*keys\\s*\\(\\s*([\\w$]+)\\s*\\)\\s*\\.\\s*forEach\\s*\\("
                    + "\\s*function\\s*\\(\\s*([\\w$]+)\\s*\\)\\s*\\{\\s*if\\s*\\(\\s*\\2\\s*[!=]==?\\s*['\"]default['\"]");

    /** A variable that holds a required module, perhaps behind a helper's call. */
    private static final Pattern REQUIRED =
            Pattern.compile("(?<![\\w$.])([\\w$]++)\\s*+=\\s*+(?:[\\w$.]++\\s*+\\(\\s*+)?"
                    + "require\\s*+\\(\\s*+(['\"])([^'\"\\\\]++)\\2");

    private static final Pattern ESBUILD = Pattern.compile("__export\\s*\\(\\s*[\\w$]+\\s*,\\s*\\{");
    private static final Pattern PROPERTY = Pattern.compile(
            "\\G\\s*(?:\\.\\.\\.\\s*require\\s*\\(\\s*['\"]([^'\"]+)['\"]\\s*\\)|(?:get\\s+)?([\\p{L}$_][\\p{L}\\p{N}$_]*)|(['\"])([^'\"\\\\]+)\\3)"
                    + "\\s*(,|\\}|:|\\()");

    private ExportNames() {}

    static Found of(String source) {
        Set<String> names = new LinkedHashSet<>();
        List<String> reexports = new ArrayList<>();
        for (Matcher assigned = ASSIGNED.matcher(source); assigned.find(); ) {
            add(assigned.group(1) != null ? assigned.group(1) : assigned.group(3), names);
        }
        for (Matcher defined = DEFINED.matcher(source); defined.find(); ) {
            add(defined.group(2), names);
        }
        for (Matcher whole = WHOLE.matcher(source); whole.find(); ) {
            properties(source, whole.end(), names, reexports);
        }
        for (Matcher whole = ESBUILD.matcher(source); whole.find(); ) {
            properties(source, whole.end(), names, reexports);
        }
        for (Matcher reexport = REEXPORT.matcher(source); reexport.find(); ) {
            reexports.add(reexport.group(2));
        }
        reexportedInLoops(source, reexports);
        names.remove("default");
        return new Found(names, reexports);
    }

    private static void reexportedInLoops(String source, List<String> reexports) {
        Matcher loop = LOOP.matcher(source);
        if (!loop.find()) {
            return;
        }
        Map<String, String> required = required(source);
        do {
            String specifier = required.get(loop.group(1));
            if (specifier != null) {
                reexports.add(specifier);
            }
        } while (loop.find());
    }

    /** What each variable was required from first; one pass, as a text may have as many loops as variables. */
    private static Map<String, String> required(String source) {
        Map<String, String> required = new HashMap<>();
        for (Matcher declared = REQUIRED.matcher(source); declared.find(); ) {
            required.putIfAbsent(declared.group(1), declared.group(3));
        }
        return required;
    }

    /** The name of an export is well-formed Unicode (ECMA-262 §16.2.1.2, IsStringWellFormedUnicode). */
    private static void add(String body, Set<String> names) {
        String name = ModuleText.unquoted(body);
        if (StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            names.add(name);
        }
    }

    /** Reads {@code a, b: x, 'c'} up to the first value that is more than a plain name. */
    private static void properties(String source, int from, Set<String> names, List<String> reexports) {
        Matcher property = PROPERTY.matcher(source);
        int at = ModuleText.skipSpace(source, from);
        while (at < source.length() && property.find(at) && property.start() == at) {
            if (property.group(1) != null) {
                reexports.add(property.group(1));
            } else {
                names.add(property.group(2) != null ? property.group(2) : property.group(4));
            }
            char end = property.group(5).charAt(0);
            if (end == '}' || end == '(') {
                return;
            }
            int next = end == ':' ? endOfValue(source, property.end()) : property.end();
            if (next < 0) {
                return;
            }
            at = ModuleText.skipSpace(source, next);
        }
    }

    private static final Pattern VALUE =
            Pattern.compile("\\G\\s*(?:\\(\\s*\\)\\s*=>\\s*)?[\\p{L}$_][\\p{L}\\p{N}$_.]*\\s*(,|\\})");

    private static int endOfValue(String source, int from) {
        Matcher value = VALUE.matcher(source);
        return value.find(from) && value.start() == from && value.group(1).equals(",") ? value.end() : -1;
    }

    /**
     * What was found.
     *
     * @param names exported names
     * @param reexports specifiers whose exports are exported too
     */
    record Found(Set<String> names, List<String> reexports) {}
}
