package dev.troupe.core.scheduler;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The timers phase of one loop. Those that are due are collected before the first of them runs, as libuv does, so that
 * a timer that sets a timer cannot hold the phase forever. Loop thread only.
 */
final class TimerQueue {
    private final DueHeap<LoopTimer> pending = new DueHeap<>();
    private final ArrayDeque<LoopTimer> ready = new ArrayDeque<>(1);
    private int references;

    LoopTimer add(long dueMillis, Runnable task) {
        LoopTimer timer = new LoopTimer(this, task);
        timer.due = dueMillis;
        pending.add(timer);
        references++;
        return timer;
    }

    void remove(LoopTimer timer) {
        if (timer.index >= 0) {
            pending.remove(timer);
            references -= timer.referenced() ? 1 : 0;
        }
    }

    void referenceChanged(LoopTimer timer, int change) {
        if (timer.index >= 0) {
            references += change;
        }
    }

    void collect(long nowMillis) {
        LoopTimer first = pending.peek();
        while (first != null && first.due <= nowMillis) {
            remove(first);
            ready.add(first);
            first = pending.peek();
        }
    }

    /** The next collected timer's task; null when the phase is over. */
    @Nullable
    Runnable poll() {
        LoopTimer timer = ready.poll();
        while (timer != null) {
            Runnable task = timer.take();
            if (task != null) {
                return task;
            }
            timer = ready.poll();
        }
        return null;
    }

    int size() {
        return pending.size();
    }

    boolean keepsAlive() {
        return references > 0;
    }

    /** When the next timer is due; null if there is none. */
    @Nullable
    LoopTimer next() {
        return pending.peek();
    }
}
