package dev.troupe.node.binding;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets the end of an actor reach its work on the pool of blocking calls: closing it interrupts the thread that works,
 * and work that is long asks for that. In the actor's scope from the call until the work is done. Any thread.
 */
final class Interruption implements AutoCloseable {
    private @Nullable Thread worker;
    private boolean closed;

    /** Does the work on this thread, whose interrupt flag is clear afterwards. */
    Object call(Supplier<Object> work) {
        synchronized (this) {
            worker = Thread.currentThread();
            if (closed) {
                worker.interrupt();
            }
        }
        try {
            return work.get();
        } finally {
            synchronized (this) {
                worker = null;
                Thread.interrupted(); // the pool's next task is another actor's
            }
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (worker != null) {
                worker.interrupt();
            }
        }
    }
}
