package dev.troupe.core;

/** Where an actor is in its life. The legal transitions are a table in {@code dev.troupe.core.lifecycle}. */
public enum ActorState {
    /** The isolate is being made and {@code start(ctx)} has not yet been called. */
    STARTING,
    /** {@code start(ctx)} was called and the program lives. */
    RUNNING,
    /** The program failed and waits for its next start. */
    BACKING_OFF,
    /** Destruction was asked for; the grace period runs. */
    STOPPING,
    /** Nothing of the actor is left. Final. */
    TERMINATED
}
