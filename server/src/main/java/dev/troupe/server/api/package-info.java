/**
 * The HTTP API of a host, wire-compatible with the client {@code @rivet-gg/api} 25.5: it translates to
 * {@link dev.troupe.core.ActorHost} and back, and decides nothing else.
 *
 * <p>Starting points: {@link dev.troupe.server.api.Api} (which request is whose),
 * {@link dev.troupe.server.api.ActorApi} (actors), {@link dev.troupe.server.api.BuildApi} (builds and uploads).
 */
@NullMarked
package dev.troupe.server.api;

import org.jspecify.annotations.NullMarked;
