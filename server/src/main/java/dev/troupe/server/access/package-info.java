/**
 * Signed leave to use one port of one actor for a while: what a connection URL carries, and the decision about it.
 * Pure: time, keys and the request are parameters, nothing is read or written.
 *
 * <p>Starting points: {@link dev.troupe.server.access.Grant} (what is allowed),
 * {@link dev.troupe.server.access.GrantCheck} (the decision), {@link dev.troupe.server.access.TokenPath} (where the
 * token travels).
 */
@NullMarked
package dev.troupe.server.access;

import org.jspecify.annotations.NullMarked;
