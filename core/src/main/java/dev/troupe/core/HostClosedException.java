package dev.troupe.core;

/** The host is closed, or closing, and takes no new actors and builds. */
public final class HostClosedException extends ActorException {
    private static final long serialVersionUID = 1L;

    public HostClosedException(String message) {
        super(message);
    }
}
