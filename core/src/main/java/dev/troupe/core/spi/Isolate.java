package dev.troupe.core.spi;

/**
 * One program in its own realm. Made by an {@link IsolateFactory}; methods are called on the actor's loop unless they
 * say otherwise.
 */
public interface Isolate {

    /**
     * Loads the program and calls its {@code start(ctx)}; answers through {@link ActorRuntime#started} and
     * {@link ActorRuntime#exit}.
     */
    void start();

    /**
     * The loop has nothing left that keeps it alive. The isolate gives the program its last chance
     * ({@code 'beforeExit'}); if that adds nothing to the loop and {@code start}'s promise is not pending it calls
     * {@link ActorRuntime#exit}.
     */
    void idle();

    /**
     * Asks the program to stop: {@code signal} (for example {@code SIGTERM}) at {@code process}, abort of
     * {@code ctx.signal}.
     */
    void signal(String signal);

    /**
     * Ends whatever program code runs, for good. Any thread but the loop's. Returns when no program code runs any more,
     * or when {@code Limits.kill} has passed; false in the second case.
     */
    boolean kill();

    /** Frees the realm. After {@link #kill} or when no turn runs; any thread; idempotent. */
    void close();
}
