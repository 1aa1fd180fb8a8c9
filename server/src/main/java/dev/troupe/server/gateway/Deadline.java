package dev.troupe.server.gateway;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one connection waits for next, and how long: one at a time. Setting it is cheap, as it is set for each request:
 * the timer under way stays when it is early enough, and looks again when it rings. Owned by its connection, on its
 * thread; {@link #close} ends it.
 */
final class Deadline {

    /** What is waited for. */
    enum Wait {
        NOTHING,
        REQUEST,
        HEAD,
        BODY,
        ANSWER,
        READER
    }

    private final EventExecutor executor;
    private final Consumer<Wait> expired;
    private Wait wait = Wait.NOTHING;
    private long due;
    private @Nullable ScheduledFuture<?> timer;
    private long rings;

    /** @param expired called when it has passed; nothing is waited for then */
    Deadline(EventExecutor executor, Consumer<Wait> expired) {
        this.executor = executor;
        this.expired = expired;
    }

    Wait pending() {
        return wait;
    }

    /** Waits for {@code next} from now on, and for nothing else. */
    void set(Wait next, Duration longest) {
        wait = next;
        due = System.nanoTime() + longest.toNanos();
        if (timer != null && rings - due > 0) {
            timer.cancel(false);
            timer = null;
        }
        arm();
    }

    void clear() {
        wait = Wait.NOTHING;
    }

    private void arm() {
        if (timer == null) {
            rings = due;
            timer = executor.schedule(this::ring, Math.max(0, due - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
    }

    private void ring() {
        timer = null;
        if (wait == Wait.NOTHING) {
            return;
        }
        if (due - System.nanoTime() > 0) {
            arm();
            return;
        }
        Wait passed = wait;
        wait = Wait.NOTHING;
        expired.accept(passed);
    }

    void close() {
        wait = Wait.NOTHING;
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }
}
