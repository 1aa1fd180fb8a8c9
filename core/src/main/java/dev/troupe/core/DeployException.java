package dev.troupe.core;

/**
 * A program could not be taken: it is missing, too large, or its files lead out of its folder. Nothing was deployed.
 */
public final class DeployException extends ActorException {
    private static final long serialVersionUID = 1L;

    public DeployException(String message) {
        super(message);
    }

    public DeployException(String message, Throwable cause) {
        super(message, cause);
    }
}
