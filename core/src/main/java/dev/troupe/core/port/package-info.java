/**
 * The port numbers that actors hold, and who listens on them.
 *
 * <p>Starting points: {@link dev.troupe.core.port.PortReservations}, {@link dev.troupe.core.port.ReservedPort},
 * {@link dev.troupe.core.port.ActorPorts}.
 */
@NullMarked
package dev.troupe.core.port;

import org.jspecify.annotations.NullMarked;
