package dev.troupe.js.module;

import dev.troupe.js.module.ModuleLexer.Import;
import java.nio.file.Path;
import java.util.List;

/**
 * The text of a CommonJS module as the engine gets it: a function over Node's five names
 * (nodejs.org/api/modules.html#the-module-wrapper). Pure.
 */
final class CommonJsText {
    /** On the module's first line, so that all lines keep their numbers. */
    private static final String BEGIN = "(function (exports, require, module, __filename, __dirname) { ";

    private CommonJsText() {}

    static int added(String firstLine) {
        return firstLine.startsWith(BEGIN) ? BEGIN.length() : 0;
    }

    static String of(String source, Path file) {
        String text = source.startsWith("#!") ? "//" + source.substring(2) : source;
        if (!text.contains("import")) {
            return BEGIN + text + "\n})";
        }
        List<Import> dynamic = ModuleLexer.scan(text).imports().stream()
                .filter(one -> one.kind() == Import.Kind.DYNAMIC)
                .toList();
        StringBuilder edited = new StringBuilder(text);
        for (int i = dynamic.size() - 1; i >= 0; i--) {
            Import one = dynamic.get(i);
            edited.replace(one.whole().begin(), one.whole().end(), EsmText.MODULE + "().import(");
        }
        String function = dynamic.isEmpty() ? "" : EsmText.moduleFunction(file.toString());
        return BEGIN + edited + "\n" + function + "})";
    }
}
