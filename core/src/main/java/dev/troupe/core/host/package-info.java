/**
 * A host in this JVM: the registry, the actors with their starts, and how they end.
 *
 * <p>Starting points: the package's LocalHost, HostedActor and Teardown.
 */
@NullMarked
package dev.troupe.core.host;

import org.jspecify.annotations.NullMarked;
