/**
 * Actors for any JVM application: start a script and it runs as an isolated, supervised actor with its own ports,
 * storage and limits. Values and questions only; what does the work is found behind them.
 *
 * <p>Starting points: {@link dev.troupe.core.ActorContext} (what an actor is told), {@link dev.troupe.core.Limits}
 * (what it may use), {@link dev.troupe.core.Permissions} (what it may reach).
 */
@NullMarked
package dev.troupe.core;

import org.jspecify.annotations.NullMarked;
