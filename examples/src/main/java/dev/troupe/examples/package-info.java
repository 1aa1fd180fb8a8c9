/**
 * Programs that embed Troupe, as a user writes them. The actors that they host are the {@code .ts} files in this
 * module's folder.
 *
 * <p>Starting points: {@link dev.troupe.examples.Hello} (the shortest), {@link dev.troupe.examples.Rooms} (a long-lived
 * host with many actors), {@link dev.troupe.core.ActorHost} (what they use).
 */
@NullMarked
package dev.troupe.examples;

import org.jspecify.annotations.NullMarked;
