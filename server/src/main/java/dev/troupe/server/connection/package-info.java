/**
 * Connection URLs of a host: temporary, authenticated addresses of an actor's port ({@code getConnection}).
 *
 * <p>Starting points: {@link dev.troupe.server.connection.ConnectionUrls} (hands them out and checks them),
 * {@link dev.troupe.server.connection.ConnectionOptions} (what one is for),
 * {@link dev.troupe.server.connection.Connection} (the answer).
 */
@NullMarked
package dev.troupe.server.connection;

import org.jspecify.annotations.NullMarked;
