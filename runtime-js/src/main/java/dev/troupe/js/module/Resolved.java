package dev.troupe.js.module;

import java.nio.file.Path;

/**
 * Where a specifier leads.
 *
 * @param key what the engine knows the module by: the absolute path, a {@code ?query#fragment} after it, or
 *     {@code node:name}
 * @param file the file; for a built-in its name
 * @param format what the source is
 */
record Resolved(String key, Path file, Format format) {

    static Resolved builtin(String name) {
        return new Resolved("node:" + name, Path.of(name), Format.BUILTIN);
    }

    Resolved withKey(String another) {
        return new Resolved(another, file, format);
    }

    boolean isBuiltin() {
        return format == Format.BUILTIN;
    }
}
