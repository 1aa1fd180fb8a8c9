package dev.troupe.core;

/**
 * The root of what the host throws: the message says what happened, to what, and what to do next. Every failure of the
 * public API that is not a programming error of the plainest kind (a bad argument of a value) is one of its subclasses.
 */
public class ActorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ActorException(String message) {
        super(message);
    }

    public ActorException(String message, Throwable cause) {
        super(message, cause);
    }
}
