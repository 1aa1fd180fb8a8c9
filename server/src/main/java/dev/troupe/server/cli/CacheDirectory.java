package dev.troupe.server.cli;

import java.nio.file.Path;
import java.util.Optional;

/** Where the command keeps derived files between runs. A pure question with two facts of the process; any thread. */
final class CacheDirectory {

    private CacheDirectory() {}

    /** {@code $XDG_CACHE_HOME/troupe}, else {@code ~/.cache/troupe} (XDG Base Directory Specification). */
    static Path ofThisUser() {
        return of(Optional.ofNullable(System.getenv("XDG_CACHE_HOME")), System.getProperty("user.home"));
    }

    static Path of(Optional<String> xdgCacheHome, String home) {
        // the specification tells to ignore relative paths
        return xdgCacheHome
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> Path.of(home, ".cache"))
                .resolve("troupe");
    }
}
