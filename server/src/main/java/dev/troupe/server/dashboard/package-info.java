/**
 * A page to look at what a host does.
 *
 * <p>Starting point: {@link dev.troupe.server.dashboard.Dashboard}, which serves the files beside it in the resources.
 */
@NullMarked
package dev.troupe.server.dashboard;

import org.jspecify.annotations.NullMarked;
