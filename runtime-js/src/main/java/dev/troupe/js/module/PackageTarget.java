package dev.troupe.js.module;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a package's {@code exports} or {@code imports} say about a subpath: PACKAGE_IMPORTS_EXPORTS_RESOLVE and
 * PACKAGE_TARGET_RESOLVE of nodejs.org/api/esm.html#resolution-algorithm-specification. Pure; made for one question.
 */
final class PackageTarget {
    /**
     * No segment of a target may leave the package: ".", "..", node_modules, also percent-encoded. Empty ones are only
     * deprecated (nodejs.org/api/deprecations.html#DEP0166).
     */
    private static final Pattern BAD_SEGMENT = Pattern.compile(
            "(^|[\\\\/])((\\.|%2e)(\\.|%2e)?|(n|%6e|%4e)(o|%6f|%4f)(d|%64|%44)(e|%65|%45)(_|%5f)(m|%6d|%4d)(o|%6f|%4f)(d|%64|%44)(u|%75|%55)(l|%6c|%4c)(e|%65|%45)(s|%73|%53))([\\\\/]|$)",
            Pattern.CASE_INSENSITIVE);

    /** The algorithm's null: the subpath is closed, and no other condition opens it. No target is empty. */
    private static final String NULL = "";

    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,9}");

    private final Path folder;
    private final Set<String> conditions;
    private final boolean internal;
    private final String importer;
    private String request = "";

    /**
     * Begins a question.
     *
     * @param folder the package's folder
     * @param internal whether {@code imports} are asked, whose targets may be other packages
     */
    PackageTarget(Path folder, Set<String> conditions, boolean internal, String importer) {
        this.folder = folder;
        this.conditions = conditions;
        this.internal = internal;
        this.importer = importer;
    }

    /** Gives the target of {@code key}: an absolute path as text, or a bare specifier; empty if there is none. */
    Optional<String> find(Map<?, ?> table, String key) {
        request = key;
        if (table.containsKey(key) && key.indexOf('*') < 0 && !key.endsWith("/")) {
            return target(key, table.get(key), null);
        }
        String best = null;
        for (Object candidate : table.keySet()) {
            String pattern = (String) candidate;
            if (matches(pattern, key) && (best == null || isMoreSpecific(pattern, best))) {
                best = pattern;
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        int star = best.indexOf('*');
        String match = key.substring(star, key.length() - (best.length() - star - 1));
        return target(best, table.get(best), match);
    }

    private static boolean matches(String pattern, String key) {
        int star = pattern.indexOf('*');
        return star >= 0
                && star == pattern.lastIndexOf('*')
                && key.startsWith(pattern.substring(0, star))
                && !key.equals(pattern.substring(0, star))
                && key.length() >= pattern.length()
                && key.endsWith(pattern.substring(star + 1));
    }

    /** PATTERN_KEY_COMPARE: the longer part before the star first, then the longer pattern. */
    private static boolean isMoreSpecific(String pattern, String than) {
        int difference = pattern.indexOf('*') - than.indexOf('*');
        return difference != 0 ? difference > 0 : pattern.length() > than.length();
    }

    /** PACKAGE_TARGET_RESOLVE. */
    Optional<String> target(String key, @Nullable Object target, @Nullable String match) {
        return resolved(key, target, match).filter(path -> !path.equals(NULL));
    }

    /** Empty is the algorithm's undefined: the next condition may know. */
    private Optional<String> resolved(String key, @Nullable Object target, @Nullable String match) {
        if (target instanceof String text) {
            return Optional.of(path(key, text, match));
        }
        if (target instanceof Map<?, ?> branches) {
            if (branches.keySet().stream().anyMatch(PackageTarget::isIndex)) {
                throw ModuleException.error(
                        "ERR_INVALID_PACKAGE_CONFIG",
                        "Invalid package config " + folder.resolve("package.json") + ". \"" + field()
                                + "\" cannot contain numeric property keys.");
            }
            for (Map.Entry<?, ?> branch : branches.entrySet()) {
                String condition = (String) branch.getKey();
                if (condition.equals("default") || conditions.contains(condition)) {
                    Optional<String> found = resolved(key, branch.getValue(), match);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        }
        if (target instanceof List<?> list) {
            return firstOf(key, list, match);
        }
        if (target == null) {
            return Optional.of(NULL);
        }
        throw invalid(key, String.valueOf(target));
    }

    /** An array's index, as JavaScript writes it: those would not keep their order. */
    private static boolean isIndex(Object key) {
        return INDEX.matcher((String) key).matches();
    }

    private Optional<String> firstOf(String key, List<?> list, @Nullable String match) {
        ModuleException last = null;
        for (Object candidate : list) {
            try {
                Optional<String> found = resolved(key, candidate, match);
                if (found.isPresent() && !found.get().equals(NULL)) {
                    return found;
                }
                last = null;
            } catch (ModuleException invalid) {
                if (!invalid.code().equals("ERR_INVALID_PACKAGE_TARGET")) {
                    throw invalid;
                }
                last = invalid;
            }
        }
        if (last != null) {
            throw last;
        }
        return Optional.of(NULL);
    }

    private String path(String key, String target, @Nullable String match) {
        if (!target.startsWith("./")) {
            boolean bare = !target.startsWith("../") && !target.startsWith("/");
            if (internal && bare && !Resolver.hasScheme(target)) {
                return match == null ? target : target.replace("*", match);
            }
            throw invalid(key, target);
        }
        if (BAD_SEGMENT.matcher(target.substring(2)).find()) {
            throw invalid(key, target);
        }
        if (match != null && BAD_SEGMENT.matcher(match).find()) {
            throw ModuleException.typeError(
                    "ERR_INVALID_MODULE_SPECIFIER",
                    "Invalid module \"" + request + "\" request is not a valid match in pattern \"" + key
                            + "\" for the \"" + field() + "\" resolution of " + folder.resolve("package.json"));
        }
        String relative = match == null ? target : target.replace("*", match);
        return folder.resolve(Resolver.decoded(relative, request, importer))
                .normalize()
                .toString();
    }

    private String field() {
        return internal ? "imports" : "exports";
    }

    private ModuleException invalid(String key, String target) {
        boolean bare = !internal && !target.isEmpty() && !target.startsWith("./");
        return ModuleException.error(
                "ERR_INVALID_PACKAGE_TARGET",
                "Invalid \"" + field() + "\" target \"" + target + "\" defined for '" + key + "' in the package config "
                        + folder.resolve("package.json") + " imported from " + importer
                        + (bare ? "; targets must start with \"./\"" : ""));
    }
}
