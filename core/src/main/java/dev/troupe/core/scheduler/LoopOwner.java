package dev.troupe.core.scheduler;

/** What a loop tells the actor that it runs. */
public interface LoopOwner {

    /** The loop has nothing left that keeps it alive. On the loop's thread, once each time that it becomes so. */
    void idle();

    /** A task threw. On the loop's thread; the loop goes on unless it is ended. */
    void failed(Throwable failure);

    /** A turn has run longer than {@code Limits.turn}. On the watchdog: return at once. At most once. */
    void overran();

    /** The loop has ended and no turn of it runs, nor ever will. Once; any thread: return at once. */
    void quiesced();
}
