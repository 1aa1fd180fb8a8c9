/**
 * What actors write: cut into lines, bounded, and carried to readers.
 *
 * <p>Starting points: {@link dev.troupe.core.log.LogBuffer} (what an actor wrote last),
 * {@link dev.troupe.core.log.LineCutter} (bytes into lines), {@link dev.troupe.core.log.LogFollower} (lines to a
 * reader).
 */
@NullMarked
package dev.troupe.core.log;

import org.jspecify.annotations.NullMarked;
