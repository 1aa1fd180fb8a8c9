package dev.troupe.core.scheduler;

/** One alarm of the watchdog. Any thread; over once it fired or was cancelled. */
public final class Deadline extends HeapEntry {
    private final Watchdog watchdog;
    final Runnable task;

    Deadline(Watchdog watchdog, long due, Runnable task) {
        this.watchdog = watchdog;
        this.task = task;
        this.due = due;
    }

    /** Forgets the alarm; no effect once it fired. */
    public void cancel() {
        watchdog.cancel(this);
    }
}
