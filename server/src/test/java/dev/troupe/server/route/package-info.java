/** Tables of routes, and their actors in turn. */
@NullMarked
package dev.troupe.server.route;

import org.jspecify.annotations.NullMarked;
