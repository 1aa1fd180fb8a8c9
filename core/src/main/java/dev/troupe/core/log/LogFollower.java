package dev.troupe.core.log;

import dev.troupe.core.ActorLogs;
import dev.troupe.core.LogEntry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Carries lines from a {@link LogBuffer} to one reader. It keeps a position, not lines: the buffer's ring is the bound.
 * Any thread wakes it; the reader runs on one courier thread at a time; over when closed, or when the log has ended.
 */
final class LogFollower implements ActorLogs.Following {
    /** Lines for each visit of a courier, so that a chatty actor does not keep one for itself. */
    private static final int BATCH = 256;

    private final LogBuffer log;
    private final Consumer<LogEntry> reader;
    private final Executor courier;
    private final AtomicInteger wakeUps = new AtomicInteger();
    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private long position;
    private volatile boolean closed;

    LogFollower(LogBuffer log, Consumer<LogEntry> reader, Executor courier) {
        this.log = log;
        this.reader = reader;
        this.courier = courier;
    }

    /** Something may have been written. */
    void wake() {
        if (wakeUps.getAndIncrement() == 0) {
            courier.execute(this::deliver);
        }
    }

    private void deliver() {
        int seen = wakeUps.get();
        boolean over = log.ended(); // before the lines are read: the last one is written before the end
        List<LogEntry> batch = log.from(position, BATCH);
        try {
            for (LogEntry entry : batch) {
                if (closed) {
                    return;
                }
                reader.accept(entry);
                position = entry.sequence() + 1;
            }
        } catch (Throwable failure) {
            finish();
            finished.completeExceptionally(failure);
            return;
        }
        if (batch.isEmpty() && over) {
            finish();
            finished.complete(null);
        } else if (!batch.isEmpty() || !wakeUps.compareAndSet(seen, 0)) {
            courier.execute(this::deliver);
        }
    }

    private void finish() {
        closed = true;
        log.forget(this);
    }

    @Override
    public CompletionStage<Void> finished() {
        return finished.minimalCompletionStage();
    }

    @Override
    public void close() {
        finish();
        finished.complete(null);
    }
}
