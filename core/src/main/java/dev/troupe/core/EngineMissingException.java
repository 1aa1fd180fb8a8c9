package dev.troupe.core;

/** No module on the class path or module path can run programs. */
public final class EngineMissingException extends ActorException {
    private static final long serialVersionUID = 1L;

    public EngineMissingException(String message) {
        super(message);
    }
}
