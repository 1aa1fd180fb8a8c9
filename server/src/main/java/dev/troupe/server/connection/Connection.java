package dev.troupe.server.connection;

import java.net.URI;
import java.time.Instant;

/**
 * A temporary address of an actor's port. A value; who has the URL has the access, so it does not print it.
 *
 * @param url what a client connects to: paths below it are the port's
 * @param expiresAt from when on it is refused
 */
public record Connection(URI url, Instant expiresAt) {
    @Override
    public String toString() {
        return "Connection[expiresAt=" + expiresAt + "]";
    }
}
