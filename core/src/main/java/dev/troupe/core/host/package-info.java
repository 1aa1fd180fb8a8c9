/**
 * A host in this JVM: the registry, the actors with their starts, and how they end.
 *
 * <p>Starting points: {@link dev.troupe.core.host.LocalHost} (the registry), {@link dev.troupe.core.host.HostedActor}
 * (one actor and its state), {@link dev.troupe.core.host.Teardown} (how a start ends).
 */
@NullMarked
package dev.troupe.core.host;

import org.jspecify.annotations.NullMarked;
