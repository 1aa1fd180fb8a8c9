package dev.troupe.core;

/** A program asked for more than a field of {@link Limits} allows; the message names the field. */
public final class LimitExceededException extends ActorException {
    private static final long serialVersionUID = 1L;

    public LimitExceededException(String message) {
        super(message);
    }
}
