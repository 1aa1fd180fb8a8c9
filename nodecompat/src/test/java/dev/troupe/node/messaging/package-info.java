/**
 * Messages between actors as programs see them.
 *
 * <p>Starting points: {@link dev.troupe.node.messaging.BroadcastChannelTest},
 * {@link dev.troupe.node.binding.BroadcastBinding}, {@link dev.troupe.core.spi.Broadcasts}.
 */
@NullMarked
package dev.troupe.node.messaging;

import org.jspecify.annotations.NullMarked;
