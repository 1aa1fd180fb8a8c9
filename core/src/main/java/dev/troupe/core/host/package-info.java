/**
 * A host in this JVM: the registry, the actors with their starts, and how they end.
 *
<<<<<<< HEAD
 * <p>Starting points: {@link dev.troupe.core.host.LocalHost} (the host), {@link dev.troupe.core.host.HostedActor} (one
 * actor over all its starts), {@link dev.troupe.core.host.Teardown} (how a start ends).
=======
 * <p>Starting points: {@link dev.troupe.core.host.LocalHost} (the registry), {@link dev.troupe.core.host.HostedActor}
 * (one actor and its state), {@link dev.troupe.core.host.Teardown} (how a start ends).
>>>>>>> core
 */
@NullMarked
package dev.troupe.core.host;

import org.jspecify.annotations.NullMarked;
