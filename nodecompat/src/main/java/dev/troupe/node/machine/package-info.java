/**
 * What there is to know about the machine below.
 *
 * <p>Starting points: {@link dev.troupe.node.machine.Machine#hostname} (names),
 * {@link dev.troupe.node.machine.Machine#cpus} (processors), {@link dev.troupe.node.machine.Machine#interfaces}
 * (addresses).
 */
@NullMarked
package dev.troupe.node.machine;

import org.jspecify.annotations.NullMarked;
