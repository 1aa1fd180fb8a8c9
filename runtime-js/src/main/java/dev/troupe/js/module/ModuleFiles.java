package dev.troupe.js.module;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The questions that resolution asks about files; paths are absolute and normalized. Implementations answer "no" for
 * what the program may not see.
 */
interface ModuleFiles {

    boolean isFile(Path path);

    boolean isDirectory(Path path);

    /**
     * The {@code package.json} in {@code directory}; throws {@link ModuleException} with ERR_INVALID_PACKAGE_CONFIG if
     * it is broken.
     */
    Optional<PackageJson> packageJson(Path directory);

    /** The file that {@code path} leads to through all links. */
    Path realPath(Path path);
}
