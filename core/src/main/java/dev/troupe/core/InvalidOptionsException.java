package dev.troupe.core;

/** Options that no actor can be made from; nothing was created. */
public final class InvalidOptionsException extends ActorException {
    private static final long serialVersionUID = 1L;

    public InvalidOptionsException(String message) {
        super(message);
    }
}
