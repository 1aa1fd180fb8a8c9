package dev.troupe.core.spi;

/** The actor may not listen at the address that it asked for; Node calls that {@code EACCES}. */
public final class PortDeniedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PortDeniedException(String message) {
        super(message);
    }
}
