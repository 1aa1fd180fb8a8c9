package dev.troupe.core;

/** No build has the tags that were asked for; nothing was created. */
public final class BuildNotFoundException extends ActorException {
    private static final long serialVersionUID = 1L;

    public BuildNotFoundException(String message) {
        super(message);
    }
}
