package dev.troupe.core.spi;

import java.time.Duration;

/**
 * The event loop of one actor, with Node's phases: timers, completions, check (immediates), close callbacks. Owned by
 * core, run by one carrier thread at a time. Methods say whether any thread may call them or only the loop's own
 * thread, which is the thread that runs a task of this loop right now.
 */
public interface EventLoop {

    /**
     * Queues a completion. Any thread.
     *
     * @return false, and nothing queued, if the inbox holds {@code Limits.inboxTasks} or the loop has ended: the caller
     *     sheds load (HTTP answers 503) or drops what it brought
     */
    boolean post(Runnable task);

    /**
     * Queues a task that may not be shed, past the inbox's bound: state changes of handles (closed, failed), at most a
     * few for each open handle, and the host's own steps. Any thread.
     *
     * @return false if the loop has ended
     */
    boolean postAlways(Runnable task);

    /**
     * Runs {@code task} once {@code delay} has passed, in the timers phase, in order of due time, then of this call.
     * Loop thread.
     */
    Timer schedule(Duration delay, Runnable task);

    /** Runs {@code task} once in the next check phase, even if nothing else is pending. Loop thread. */
    void check(Runnable task);

    /** Runs {@code task} once in the close-callbacks phase of this iteration. Loop thread. */
    void closing(Runnable task);

    /** Counts one more reason to stay alive (an active handle, a request in flight). Any thread. */
    void ref();

    /** Takes one {@link #ref} back. Any thread. */
    void unref();

    /**
     * Is there anything left to wait for: a reference, a referenced timer, a queued task (libuv's
     * {@code uv_loop_alive})? Loop thread.
     */
    boolean alive();

    /** Is the caller on this loop's own thread, within a turn? Any thread. */
    boolean inLoop();

    /**
     * Monotonic milliseconds since this loop began, as read at the start of the current iteration (libuv's
     * {@code uv_now}). Loop thread.
     */
    long nowMillis();

    /** Reads the clock anew (libuv's {@code uv_update_time}). Loop thread. */
    void updateNow();

    /** A pending timer. Loop thread only. */
    interface Timer {
        /** Forgets the timer; no effect once it ran. */
        void cancel();

        /** Lets the pending timer keep the loop alive (the default). */
        void ref();

        /** Lets the loop end while the timer is pending. */
        void unref();
    }
}
