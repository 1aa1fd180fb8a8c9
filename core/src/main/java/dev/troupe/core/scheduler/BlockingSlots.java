package dev.troupe.core.scheduler;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One actor's way into the host's blocking pool: four calls at once, as libuv's pool gives a process, the others wait
 * here, so that no actor fills the pool for its neighbours. Any thread; {@link #close} forgets what waits.
 */
public final class BlockingSlots implements Executor {
    private static final int SLOTS = 4;

    private final Executor pool;
    private final int bound;
    private @Nullable ArrayDeque<Runnable> waiting;
    private int busy;
    private boolean closed;

    /**
     * Holds nothing yet.
     *
     * @param pool the host's pool
     * @param bound {@code Limits.blockingCalls}
     */
    public BlockingSlots(Executor pool, int bound) {
        this.pool = pool;
        this.bound = bound;
    }

    /**
     * Runs {@code task} on a thread of the pool, when one of the four slots is free.
     *
     * @throws RejectedExecutionException if {@code Limits.blockingCalls} wait already, or the actor has ended
     */
    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            if (closed) {
                throw new RejectedExecutionException("The actor has ended: it makes no more blocking calls.");
            }
            if (busy >= SLOTS) {
                enqueue(task);
                return;
            }
            busy++;
        }
        submit(task);
    }

    private void enqueue(Runnable task) {
        ArrayDeque<Runnable> queue = waiting;
        if (queue == null) {
            queue = new ArrayDeque<>();
            waiting = queue;
        }
        if (queue.size() >= bound) {
            throw new RejectedExecutionException("Limits.blockingCalls: " + bound
                    + " calls that block wait already; raise the limit or start fewer at once.");
        }
        queue.add(task);
    }

    private void submit(Runnable task) {
        try {
            pool.execute(() -> runAndGoOn(task));
        } catch (RejectedExecutionException full) {
            synchronized (this) {
                busy--;
            }
            throw full;
        }
    }

    private void runAndGoOn(Runnable task) {
        try {
            task.run();
        } finally {
            Runnable next = slotFreed();
            if (next != null) {
                submit(next);
            }
        }
    }

    /** The next task, which keeps the slot; null frees it. */
    private synchronized @Nullable Runnable slotFreed() {
        Runnable next = waiting == null ? null : waiting.poll();
        if (next == null) {
            busy--;
        }
        return next;
    }

    /** Takes no more tasks and forgets those that wait; those that run finish. Idempotent. */
    public synchronized void close() {
        closed = true;
        waiting = null;
    }
}
