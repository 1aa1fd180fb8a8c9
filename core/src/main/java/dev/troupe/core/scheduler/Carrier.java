package dev.troupe.core.scheduler;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A share of the actors: their ready queue and their alarm clock. Loops stay with their carrier; the thread that drives
 * it may change, as Go hands a P from an M that is stuck to another one. Any thread enqueues; the rest is for the
 * driving thread.
 */
final class Carrier {
    private final ConcurrentLinkedQueue<ActorLoop> ready = new ConcurrentLinkedQueue<>();
    private final AtomicInteger loops = new AtomicInteger();
    private volatile @Nullable Thread driver;
    private volatile boolean sleeping;
    private volatile boolean closed;
    private volatile long nextWake;
    private volatile boolean hasWake;
    final DueHeap<ActorLoop> sleepers = new DueHeap<>();

    /** Loops that were given to this carrier and have not ended. */
    AtomicInteger loops() {
        return loops;
    }

    void enqueue(ActorLoop loop) {
        ready.add(loop);
        if (sleeping) {
            LockSupport.unpark(driver);
        }
    }

    void drivenBy(Thread thread) {
        driver = thread;
    }

    void close() {
        closed = true;
        LockSupport.unpark(driver);
    }

    /** Is somebody kept waiting? Watchdog. */
    boolean hasWaiting(long now) {
        return !ready.isEmpty() || (hasWake && nextWake - now <= 0);
    }

    /** The next loop to run, waiting for one; null when the host closes. */
    @Nullable
    ActorLoop next() {
        while (!closed) {
            wakeDue();
            ActorLoop loop = ready.poll();
            if (loop != null) {
                sleepers.remove(loop);
                return loop;
            }
            sleep();
        }
        return null;
    }

    private void wakeDue() {
        ActorLoop first = sleepers.peek();
        if (first != null) {
            long now = System.nanoTime();
            while (first != null && first.due - now <= 0) {
                sleepers.remove(first);
                if (first.wake()) {
                    ready.add(first);
                }
                first = sleepers.peek();
            }
        }
        hasWake = first != null;
        nextWake = first == null ? 0 : first.due;
    }

    private void sleep() {
        sleeping = true;
        if (ready.isEmpty() && !closed) {
            if (hasWake) {
                LockSupport.parkNanos(this, Math.max(1, nextWake - System.nanoTime()));
            } else {
                LockSupport.park(this);
            }
        }
        sleeping = false;
        Thread.interrupted(); // a stray interrupt would make the next park return at once, for ever
    }
}
