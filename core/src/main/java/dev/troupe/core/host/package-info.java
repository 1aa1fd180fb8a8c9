/**
 * A host in this JVM: the registry, the actors with their starts, and how they end.
 *
 * <p>Starting points: {@link dev.troupe.core.host.LocalHost} (the host), {@link dev.troupe.core.host.HostedActor} (one
 * actor over all its starts), {@link dev.troupe.core.host.Teardown} (how a start ends).
 */
@NullMarked
package dev.troupe.core.host;

import org.jspecify.annotations.NullMarked;
