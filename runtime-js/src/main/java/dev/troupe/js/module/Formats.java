package dev.troupe.js.module;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What kind of module each file of one program is, told by its name, its {@code package.json} and its syntax
 * (nodejs.org/api/packages.html#determining-module-system). Owned by one {@link RealmModules}, on its loop; nothing to
 * close.
 */
final class Formats {
    /** What {@code import} takes. A file without an extension is JavaScript. */
    private static final Set<String> IMPORTABLE =
            Set.of("", ".js", ".mjs", ".cjs", ".json", ".node", ".ts", ".mts", ".cts", ".tsx");

    private final ProgramFiles files;
    private final Resolver resolver;
    private final Sources sources;
    private final boolean evaluated;
    private final Optional<Format> given;

    /**
     * Knows the files of a program.
     *
     * @param evaluated whether the program is a text of the command line, of which no {@code package.json} tells
     * @param given what the command line says of such a text
     */
    Formats(ProgramFiles files, Resolver resolver, Sources sources, boolean evaluated, Optional<Format> given) {
        this.files = files;
        this.resolver = resolver;
        this.sources = sources;
        this.evaluated = evaluated;
        this.given = given;
    }

    Format of(Path file) {
        if (evaluated && file.equals(files.main())) {
            return given.orElseGet(() -> sources.detected(files, file, Format.COMMONJS, Optional.empty()));
        }
        Format format = resolver.format(file);
        return format == Format.COMMONJS ? sources.detected(files, file, format, resolver.declaredType(file)) : format;
    }

    Format main() {
        if (!files.isFile(files.main())) {
            throw ModuleException.error(
                    "ERR_MODULE_NOT_FOUND",
                    "Cannot find module '" + files.main() + "': there is no such file, or it cannot be read");
        }
        return of(files.main());
    }

    /** As {@link #of}, for what {@code import} asks for. */
    Format imported(Path file) {
        String extension = extension(file);
        if (!IMPORTABLE.contains(extension) && !file.equals(files.main())) {
            throw ModuleException.typeError(
                    "ERR_UNKNOWN_FILE_EXTENSION", "Unknown file extension \"" + extension + "\" for " + file);
        }
        return of(file);
    }

    private static String extension(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot);
    }
}
