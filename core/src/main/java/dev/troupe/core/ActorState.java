package dev.troupe.core;

/** Where an actor is in its life. The legal transitions are a table in {@code dev.troupe.core.lifecycle}. */
public enum ActorState {
    /** The isolate is being made and {@code start(ctx)} has not yet been called. */
    STARTING,
    /** {@code start(ctx)} was called and the program lives. */
    RUNNING,
    /** Between two starts: the program failed and waits for the next, or another build takes its place. */
    BACKING_OFF,
    /** Destruction was asked for; the grace period runs. */
    STOPPING,
    /** Nothing of the actor is left. Final. */
    TERMINATED
}
