/**
 * The file system as an actor sees it: every path is resolved and asked about before it is touched, and what cannot be
 * touched answers a POSIX error.
 *
 * <p>Starting points: {@link dev.troupe.core.file.ActorFiles} (calls on paths), {@link dev.troupe.core.file.FileTable}
 * (numeric descriptors), {@link dev.troupe.core.file.FileGate} (why a path cannot lead outside).
 */
@NullMarked
package dev.troupe.core.file;

import org.jspecify.annotations.NullMarked;
