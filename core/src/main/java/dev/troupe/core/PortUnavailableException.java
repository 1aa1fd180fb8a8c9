package dev.troupe.core;

/** A declared port cannot be reserved; nothing was created. */
public final class PortUnavailableException extends ActorException {
    private static final long serialVersionUID = 1L;

    public PortUnavailableException(String message) {
        super(message);
    }
}
