package dev.troupe.core;

/** The host's data directory cannot be used: another host holds it, or its files cannot be read or written. */
public final class DataDirectoryException extends ActorException {
    private static final long serialVersionUID = 1L;

    public DataDirectoryException(String message) {
        super(message);
    }

    public DataDirectoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
