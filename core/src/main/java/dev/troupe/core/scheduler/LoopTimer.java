package dev.troupe.core.scheduler;

import dev.troupe.core.spi.EventLoop;
import org.jspecify.annotations.Nullable;

/** One timer of one loop. Loop thread only; over once it ran or was cancelled. */
final class LoopTimer extends HeapEntry implements EventLoop.Timer {
    private final TimerQueue queue;
    private @Nullable Runnable task;
    private boolean referenced = true;

    LoopTimer(TimerQueue queue, Runnable task) {
        this.queue = queue;
        this.task = task;
    }

    boolean referenced() {
        return referenced;
    }

    /** The task, once; null if it was cancelled or taken before. */
    @Nullable
    Runnable take() {
        Runnable taken = task;
        task = null;
        return taken;
    }

    @Override
    public void cancel() {
        queue.remove(this);
        task = null;
    }

    @Override
    public void ref() {
        if (!referenced) {
            referenced = true;
            queue.referenceChanged(this, 1);
        }
    }

    @Override
    public void unref() {
        if (referenced) {
            referenced = false;
            queue.referenceChanged(this, -1);
        }
    }
}
