/**
 * Routes: host names and paths that lead to whichever actors have certain tags.
 *
 * <p>Starting points: {@link dev.troupe.server.route.Route} (what one is), {@link dev.troupe.server.route.RouteTable}
 * (which one a request means), {@link dev.troupe.server.route.Routes} (those of a host, and their actors).
 */
@NullMarked
package dev.troupe.server.route;

import org.jspecify.annotations.NullMarked;
