package dev.troupe.js.module;

import dev.troupe.js.module.ModuleLexer.Import;
import dev.troupe.js.module.ModuleLexer.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a module as the engine gets it: specifiers resolved, since the engine asks for a bare one without naming
 * its importer; {@code import(…)} and {@code import.meta} sent to the realm's modules. Every line keeps its number, and
 * every line without an import its columns: the one function that is added stands after the last line and is hoisted
 * (ECMA-262 §16.2.1.6.4). Pure.
 */
final class EsmText {
    /** What the added function is called; a program that uses the name itself has lost. */
    static final String MODULE = "$troupe$module";

    /** {@code * as name}, alone. */
    private static final Pattern NAMESPACE = Pattern.compile("\\*\\s*as\\s+([\\p{L}\\p{N}$_]+)\\s*from\\s*");

    /** {@code default, { a, b as c }}, each part optional; plain ASCII names only, since they become part of a key. */
    private static final Pattern NAMED = Pattern.compile("(?:[\\w$]+\\s*,?\\s*)?(?:\\{([\\w$\\s,]*)\\}\\s*)?from\\s*");

    private EsmText() {}

    /**
     * Rewrites {@code source}.
     *
     * @param key the module's own
     * @param resolve tells what an import leads to
     */
    static String of(String source, ModuleLexer.Result lexed, String key, Function<Import, Link> resolve) {
        List<Edit> edits = new ArrayList<>();
        if (source.startsWith("#!")) {
            edits.add(new Edit(new Span(0, 2), "//"));
        }
        boolean needsModule = !lexed.metas().isEmpty();
        for (Import one : lexed.imports()) {
            if (one.kind() == Import.Kind.DYNAMIC) {
                needsModule = true;
                edits.add(new Edit(one.whole(), MODULE + "().import("));
            } else {
                edit(source, one, resolve.apply(one), edits);
            }
        }
        lexed.metas().forEach(meta -> edits.add(new Edit(meta, MODULE + "().meta")));
        String text = applied(source, edits);
        return needsModule ? text + "\n" + moduleFunction(key) : text;
    }

    /** The hoisted function that reaches the realm's modules. */
    static String moduleFunction(String key) {
        return "function " + MODULE + "() { return globalThis[Symbol.for('" + RealmModules.GLOBAL + "')].module("
                + quoted(key) + "); }";
    }

    private static void edit(String source, Import one, Link link, List<Edit> edits) {
        Resolved target = link.target();
        Span replaced = new Span(one.quoted().begin(), link.end());
        String clause = source.substring(one.clause().begin(), one.clause().end());
        if (target.isBuiltin() && one.kind() == Import.Kind.IMPORT) {
            Matcher namespace = NAMESPACE.matcher(clause);
            if (namespace.matches()) {
                edits.add(new Edit(one.clause(), namespace.group(1) + " from "));
                edits.add(new Edit(replaced, quoted(target.key() + "?*")));
                return;
            }
            Optional<String> names = names(clause);
            if (names.isPresent()) {
                edits.add(new Edit(replaced, quoted(target.key() + "?" + names.get())));
                return;
            }
        }
        edits.add(new Edit(replaced, quoted(target.key())));
    }

    /** The imported names, sorted and without doubles, so that equal needs share one facade. */
    private static Optional<String> names(String clause) {
        if (clause.isEmpty() || clause.startsWith("\"") || clause.startsWith("'")) {
            return Optional.of("");
        }
        Matcher named = NAMED.matcher(clause);
        if (!named.matches()) {
            return Optional.empty();
        }
        String list = named.group(1) == null ? "" : named.group(1);
        List<String> names = new ArrayList<>();
        for (String part : list.split(",", -1)) {
            String name = part.strip().split("\\s+", 2)[0];
            if (!name.isEmpty() && !name.equals("default") && !names.contains(name)) {
                names.add(name);
            }
        }
        names.sort(Comparator.naturalOrder());
        return Optional.of(String.join(",", names));
    }

    /** A JavaScript string literal. */
    static String quoted(String text) {
        return "'"
                + text.replace("\\", "\\\\")
                        .replace("'", "\\'")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r") + "'";
    }

    /** The source with its edits, which may come in any order but not overlap. */
    static String applied(String source, List<Edit> edits) {
        if (edits.isEmpty()) {
            return source;
        }
        edits.sort(Comparator.comparingInt(edit -> edit.span().begin()));
        StringBuilder text = new StringBuilder(source.length() + edits.size() * 32);
        int copied = 0;
        for (Edit edit : edits) {
            text.append(source, copied, edit.span().begin()).append(edit.text());
            long lines = source.substring(edit.span().begin(), edit.span().end())
                    .chars()
                    .filter(unit -> unit == '\n')
                    .count();
            text.append("\n".repeat((int) lines)); // a clause over several lines keeps them
            copied = edit.span().end();
        }
        return text.append(source, copied, source.length()).toString();
    }

    /**
     * Where an import leads.
     *
     * @param target the module
     * @param end where in the source what names it ends: past the specifier, or past its attributes as well, which the
     *     engine does not see then
     */
    record Link(Resolved target, int end) {}

    /**
     * A change of the source.
     *
     * @param span what goes
     * @param text what comes
     */
    record Edit(Span span, String text) {}
}
