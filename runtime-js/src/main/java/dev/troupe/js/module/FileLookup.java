package dev.troupe.js.module;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Which file a path without its extension, or a folder, means: LOAD_AS_FILE and LOAD_AS_DIRECTORY of
 * nodejs.org/api/modules.html#all-together. Owned by one {@link Resolver}; it keeps what the program registered as
 * {@code require.extensions}.
 */
final class FileLookup {
    private static final List<String> EXTENSIONS = List.of(".js", ".json", ".node", ".ts", ".cts", ".mts");
    private static final Map<String, List<String>> WRITTEN_AS =
            Map.of(".js", List.of(".ts", ".tsx"), ".mjs", List.of(".mts"), ".cjs", List.of(".cts"));

    private final ModuleFiles files;
    private List<String> extensions = EXTENSIONS;
    private BiConsumer<Path, String> mainMissing = (json, main) -> {};

    FileLookup(ModuleFiles files) {
        this.files = files;
    }

    /** What {@code require} tries after a name: the keys of {@code require.extensions}, in their order. */
    void extensions(List<String> chosen) {
        extensions = List.copyOf(chosen);
    }

    /** Who hears of a {@code package.json} whose {@code main} is no file, where an index file takes its place. */
    void whenMainIsMissing(BiConsumer<Path, String> listener) {
        mainMissing = listener;
    }

    Optional<Path> asFile(Path path) {
        if (files.isFile(path)) {
            return Optional.of(path);
        }
        for (String extension : extensions) {
            Path candidate = path.resolveSibling(path.getFileName() + extension);
            if (files.isFile(candidate)) {
                return Optional.of(candidate);
            }
        }
        return typeScriptFor(path);
    }

    /**
     * The package's main file, or its index.
     *
     * @param strict whether a {@code main} that is no file is told, and without an index an error
     */
    Optional<Path> asDirectory(Path path, boolean strict) {
        if (!files.isDirectory(path)) {
            return Optional.empty();
        }
        Optional<String> name = files.packageJson(path).flatMap(PackageJson::main);
        Optional<Path> main = name.flatMap(asked -> asFile(path.resolve(asked).normalize())
                .or(() -> asFile(path.resolve(asked).resolve("index").normalize())));
        if (main.isPresent()) {
            return main;
        }
        Optional<Path> index = asFile(path.resolve("index"));
        if (strict && name.isPresent()) {
            tellMissing(path, name.get(), index);
        }
        return index;
    }

    // nodejs.org/api/deprecations.html#DEP0128
    private void tellMissing(Path folder, String main, Optional<Path> index) {
        Path json = folder.resolve("package.json");
        if (index.isEmpty()) {
            throw ModuleException.mainNotFound(folder.resolve(main).normalize().toString(), json.toString());
        }
        mainMissing.accept(json, main);
    }

    /** A TypeScript program imports {@code ./x.js} and means {@code x.ts}. */
    Optional<Path> typeScriptFor(Path path) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        List<String> written = dot < 0 ? List.of() : WRITTEN_AS.getOrDefault(name.substring(dot), List.of());
        return written.stream()
                .map(extension -> path.resolveSibling(name.substring(0, dot) + extension))
                .filter(files::isFile)
                .findFirst();
    }
}
