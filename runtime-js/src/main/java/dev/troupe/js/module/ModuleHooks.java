package dev.troupe.js.module;

import java.nio.file.Path;
import java.util.Locale;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * The program's own say in how modules are found and loaded (nodejs.org/api/module.html#customization-hooks), as the
 * linker asks for it: functions of {@code internal/module/hooks}, which are called within the running call. Owned by
 * one {@link RealmModules}, on its loop; it ends with the context.
 */
final class ModuleHooks {
    private @Nullable Value functions;
    private boolean active;

    /** Sets the functions {@code link} and {@code load}, and whether all modules go through them from now on. */
    void set(Value chosen, boolean asked) {
        functions = chosen;
        active = asked;
    }

    /** Whether hooks resolved {@code key}. */
    boolean owns(String key) {
        Value called = functions;
        return called != null
                && HookedUrl.isKey(key)
                && called.getMember("owns").execute(key).asBoolean();
    }

    /** Whether there are hooks. When the last one is gone, modules that it resolved may still wait to be linked. */
    boolean active() {
        return active;
    }

    /**
     * What an import in {@code importer} leads to.
     *
     * @param importer the importing module's key
     * @param attributes of the import
     */
    Resolved link(String specifier, String importer, ImportAttributes attributes) {
        Object[] arguments = new Object[2 + attributes.values().size() * 2];
        arguments[0] = specifier;
        arguments[1] = importer;
        int at = 2;
        for (var attribute : attributes.values().entrySet()) {
            arguments[at++] = attribute.getKey();
            arguments[at++] = attribute.getValue();
        }
        String key = call("link", arguments).asString();
        return key.startsWith("node:")
                ? Resolved.builtin(key.substring("node:".length()))
                : new Resolved(key, Path.of(Resolver.Suffixed.of(key).text()), Format.MODULE);
    }

    /** The text of the module {@code key}, after all hooks. */
    Loaded load(String key) {
        Value loaded = call("load", key);
        String format = loaded.getMember("format").asString().toUpperCase(Locale.ROOT);
        return new Loaded(Format.valueOf(format), loaded.getMember("url").asString(), loaded.getMember("source"));
    }

    private Value call(String name, Object... arguments) {
        Value called = functions;
        if (called == null) {
            throw ModuleException.error("ERR_MODULE_NOT_FOUND", "The hooks that made this module are gone");
        }
        return called.getMember(name).execute(arguments);
    }

    /**
     * What the hooks gave for a module.
     *
     * @param format one of Node's formats that can be run here
     * @param url of the module; of a built-in, its name with {@code node:}
     * @param text null where a CommonJS module is to be read from its file
     */
    record Loaded(Format format, String url, Value text) {
        boolean hasText() {
            return text.isString();
        }
    }
}
