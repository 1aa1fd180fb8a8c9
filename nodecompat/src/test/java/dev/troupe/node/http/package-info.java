/**
 * HTTP as attackers speak it, against a server that an actor runs.
 *
 * <p>Starting points: {@link dev.troupe.node.http.MalformedRequestsTest}.
 */
@NullMarked
package dev.troupe.node.http;

import org.jspecify.annotations.NullMarked;
