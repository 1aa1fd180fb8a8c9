/**
 * The gateway: one port for the HTTP ports of all actors of a host. It reads requests strictly, finds out whom they
 * mean, asks whether they may come in, and hands them over inside this JVM.
 *
 * <p>Starting points: {@link dev.troupe.server.gateway.Gate} (who may come in),
 * {@link dev.troupe.server.gateway.Destinations} (whom a request means),
 * {@link dev.troupe.server.gateway.ActorEndpoints} (the names that every port has).
 */
@NullMarked
package dev.troupe.server.gateway;

import org.jspecify.annotations.NullMarked;
