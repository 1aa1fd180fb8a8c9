package dev.troupe.core.scheduler;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/** The bounded queue between the world and one loop. Any thread adds, the loop's thread takes. */
final class Inbox {
    private static final AtomicIntegerFieldUpdater<Inbox> SIZE =
            AtomicIntegerFieldUpdater.newUpdater(Inbox.class, "size");

    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final int bound;
    private volatile int size;

    Inbox(int bound) {
        this.bound = bound;
    }

    /** Adds unless the bound is reached. */
    boolean offer(Runnable task) {
        if (SIZE.incrementAndGet(this) > bound) {
            SIZE.decrementAndGet(this);
            return false;
        }
        tasks.add(task);
        return true;
    }

    /** Adds past the bound. */
    void add(Runnable task) {
        SIZE.incrementAndGet(this);
        tasks.add(task);
    }

    @Nullable
    Runnable poll() {
        Runnable task = tasks.poll();
        if (task != null) {
            SIZE.decrementAndGet(this);
        }
        return task;
    }

    /** How many tasks wait, those that are being added included. */
    int size() {
        return size;
    }

    boolean isEmpty() {
        return tasks.isEmpty();
    }

    void clear() {
        while (poll() != null) {
            // Each poll counts down: a plain clear would lose the count of a concurrent offer.
        }
    }
}
