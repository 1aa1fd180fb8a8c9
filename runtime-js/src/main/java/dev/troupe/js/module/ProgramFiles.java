package dev.troupe.js.module;

import java.nio.file.Path;

/**
 * The files that one program's modules may come from. Implementations confine: what the program may not load does not
 * exist for it. Any thread; nothing to close.
 */
interface ProgramFiles extends ModuleFiles {

    /** Where the program itself stands. */
    Path main();

    /**
     * Reads a file; throws {@link ModuleException} if it is not there (any more) or larger than
     * {@code Limits.sourceBytes}.
     */
    String read(Path file);

    /** Changes whenever the file's content may have changed. */
    long stamp(Path file);

    /** Tells apart the same path of different origins, for caches that serve many programs. */
    Object origin();
}
