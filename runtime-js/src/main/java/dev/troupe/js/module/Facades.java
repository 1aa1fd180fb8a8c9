package dev.troupe.js.module;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The ES modules that stand for modules of another kind: built-ins, and CommonJS files. Texts only; pure but for the
 * questions it is given.
 */
final class Facades {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][\\w$]*");
    private static final String MODULES = "globalThis[Symbol.for('" + RealmModules.GLOBAL + "')]";

    /**
     * The facade of a built-in: {@code node:fs} exports all; {@code node:fs?*} only a namespace-like object, as its
     * default; {@code node:fs?a,b} those names. So an import of a few names does not touch what the built-in would make
     * lazily.
     */
    byte[] builtin(String key, Function<String, List<String>> namesOf) {
        Resolver.Suffixed suffixed = Resolver.Suffixed.of(key.substring("node:".length()));
        String id = suffixed.text();
        if (suffixed.suffix().equals("?*")) {
            return bytes("export default " + MODULES + ".namespace('" + id + "');");
        }
        List<String> all = namesOf.apply(id);
        List<String> names = all;
        if (!suffixed.suffix().isEmpty()) {
            names = Stream.of(suffixed.suffix().substring(1).split(","))
                    .filter(name -> !name.isEmpty())
                    .toList();
            for (String name : names) {
                if (!all.contains(name)) {
                    throw ModuleException.syntaxError(
                            "The requested module 'node:" + id + "' does not provide an export named '" + name + "'");
                }
            }
        }
        return bytes(liveExports(MODULES + ".builtin('" + id + "')", names));
    }

    /**
     * The facade of a CommonJS module: its {@code module.exports} as default, and the names that its text shows.
     *
     * @param key the module's; its file, if no hooks made it
     */
    String commonJs(String key, List<String> names) {
        return exports(MODULES + ".commonJs(" + EsmText.quoted(key) + ")", names);
    }

    /** The facade of a JSON module. */
    byte[] json(String key, String text) {
        return bytes("export default " + MODULES + ".json(" + EsmText.quoted(key) + ", " + EsmText.quoted(text) + ");");
    }

    private static String exports(String value, List<String> names) {
        StringBuilder text = new StringBuilder("const $ = ").append(value).append("; export default $;");
        int index = 0;
        for (String name : names) {
            if (name.equals("default")) {
                continue;
            }
            String local = "$" + index++;
            String exported = IDENTIFIER.matcher(name).matches() ? name : EsmText.quoted(name);
            text.append("const ")
                    .append(local)
                    .append(" = $?.[")
                    .append(EsmText.quoted(name))
                    .append("]; export { ");
            text.append(local).append(" as ").append(exported).append(" };");
        }
        return text.toString();
    }

    /** As {@link #exports}, whose values follow the built-in's when syncBuiltinESMExports is called. */
    private static String liveExports(String value, List<String> names) {
        StringBuilder text = new StringBuilder("const $ = ").append(value).append("; export default $;");
        StringBuilder refresh = new StringBuilder();
        int index = 0;
        for (String name : names) {
            if (name.equals("default")) {
                continue;
            }
            String local = "$" + index++;
            String read = local + " = $[" + EsmText.quoted(name) + "]";
            text.append("let ").append(read).append("; export { ").append(local).append(" as ");
            text.append(IDENTIFIER.matcher(name).matches() ? name : EsmText.quoted(name))
                    .append(" };");
            refresh.append(read).append(';');
        }
        return refresh.isEmpty() ? text.toString() : text + MODULES + ".live(() => {" + refresh + "});";
    }

    /**
     * What {@code require} of an ES module gives where it has a default export: its namespace with {@code __esModule}
     * (nodejs.org/api/modules.html#loading-ecmascript-modules-using-require).
     */
    byte[] required(String key) {
        String quoted = EsmText.quoted(key);
        return bytes("export * from " + quoted + "; export { default } from " + quoted
                + "; export const __esModule = true;");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
