package dev.troupe.core.lifecycle;

/** What can happen to an actor. */
public enum Event {
    /** {@code start(ctx)} was called. */
    STARTED,
    /** The program is over for good: it ended, or it failed and is not to be restarted. */
    ENDED,
    /** The program failed and is to be restarted. */
    CRASHED,
    /** The backoff has passed and nothing of the failed start is left. */
    RETRY,
    /** Another build is to run: the program stops, and the next one starts. */
    UPGRADE,
    /** Destruction was asked for. */
    DESTROY,
    /** Nothing of the last start is left. */
    FREED
}
