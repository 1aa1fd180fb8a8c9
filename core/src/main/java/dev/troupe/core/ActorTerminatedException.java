package dev.troupe.core;

/** The actor ended before it could do what was asked of it; {@link #reason} tells how. */
public final class ActorTerminatedException extends ActorException {
    private static final long serialVersionUID = 1L;

    private final transient TerminationReason reason;

    public ActorTerminatedException(ActorId id, TerminationReason reason) {
        super("Actor " + id + " ended before it was ready: " + reason.message()
                + " Its standard error log may say more (Actor.logs).");
        this.reason = reason;
    }

    /** Why the actor ended. */
    public TerminationReason reason() {
        return reason;
    }
}
