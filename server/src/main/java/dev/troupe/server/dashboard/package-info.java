/**
 * A page to look at what a host does.
 *
 * <p>Starting points: {@link dev.troupe.server.dashboard.Dashboard} (serves the files beside it in the resources),
 * {@link dev.troupe.server.api.Operations} (what the page asks for), {@link dev.troupe.server.api.Api} (on whose port
 * it is).
 */
@NullMarked
package dev.troupe.server.dashboard;

import org.jspecify.annotations.NullMarked;
