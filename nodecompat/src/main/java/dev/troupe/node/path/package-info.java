/**
 * Lexical file paths as Node's {@code path} module treats them: pure functions over strings, no file system.
 *
 * <p>Starting points: {@link dev.troupe.node.path.PosixPath}, {@link dev.troupe.node.path.WindowsPath},
 * {@link dev.troupe.node.path.PathParts}.
 */
@NullMarked
package dev.troupe.node.path;

import org.jspecify.annotations.NullMarked;
