/**
 * The HTTP API of a host, wire-compatible with the client {@code @rivet-gg/api} 25.5: it translates to
 * {@link dev.troupe.core.ActorHost} and back, and decides nothing else.
 *
 * <p>Starting points: {@link dev.troupe.server.api.Api} (opens one), {@link dev.troupe.server.api.Operations} (which
 * request is whose), {@link dev.troupe.server.api.ActorApi} (actors).
 */
@NullMarked
package dev.troupe.server.api;

import org.jspecify.annotations.NullMarked;
