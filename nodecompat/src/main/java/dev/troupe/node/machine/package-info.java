/**
 * What there is to know about the machine below.
 *
 * <p>Starting points: {@link dev.troupe.node.machine.Machine} (all of it).
 */
@NullMarked
package dev.troupe.node.machine;

import org.jspecify.annotations.NullMarked;
