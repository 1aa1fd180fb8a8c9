package dev.troupe.server.connection;

import dev.troupe.core.ActorException;

/** More counted connection URLs are not over yet than a host counts. */
public final class ConnectionsExhaustedException extends ActorException {
    private static final long serialVersionUID = 1L;

    ConnectionsExhaustedException(String message) {
        super(message);
    }
}
