package dev.troupe.js.module;

import dev.troupe.js.module.ModuleLexer.Import;
import java.util.List;

/**
 * The text of a script of {@code node:vm} as the engine gets it: its {@code import(…)} asks the function that the
 * script's owner gave, or none. Pure.
 */
final class ScriptText {
    private ScriptText() {}

    /**
     * Rewrites {@code source}; {@code importer} is an expression that gives an object with a function {@code import}.
     */
    static String of(String source, String importer) {
        String text = source.startsWith("#!") ? "//" + source.substring(2) : source;
        if (!text.contains("import")) {
            return text;
        }
        List<Import> dynamic = ModuleLexer.scan(text).imports().stream()
                .filter(one -> one.kind() == Import.Kind.DYNAMIC)
                .toList();
        StringBuilder edited = new StringBuilder(text);
        for (int i = dynamic.size() - 1; i >= 0; i--) {
            Import one = dynamic.get(i);
            edited.replace(one.whole().begin(), one.whole().end(), importer + ".import(");
        }
        return edited.toString();
    }
}
