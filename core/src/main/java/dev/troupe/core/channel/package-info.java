/**
 * The broadcast channels by which actors of one host hear each other.
 *
 * <p>Starting points: {@link dev.troupe.core.channel.BroadcastHub}, {@link dev.troupe.core.channel.ActorBroadcasts},
 * {@link dev.troupe.core.spi.Broadcasts}.
 */
@NullMarked
package dev.troupe.core.channel;

import org.jspecify.annotations.NullMarked;
