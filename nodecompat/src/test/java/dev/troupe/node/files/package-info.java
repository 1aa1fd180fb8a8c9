/**
 * Files as actors see them: what a closed actor can reach, and what is left of its files when it has ended.
 *
 * <p>Starting points: {@code ClosedFilesTest}, the programs among the test resources.
 */
@NullMarked
package dev.troupe.node.files;

import org.jspecify.annotations.NullMarked;
