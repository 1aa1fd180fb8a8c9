/**
 * What actors write: cut into lines, bounded, and carried to readers.
 *
 * <p>Starting points: {@link dev.troupe.core.log.LogBuffer}, and the package's LineCutter and LogFollower.
 */
@NullMarked
package dev.troupe.core.log;

import org.jspecify.annotations.NullMarked;
