package dev.troupe.store;

import dev.troupe.core.ActorId;
import dev.troupe.core.kv.KvException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One file and the operations that wait for it: a queue that one task of the pool at a time drains, batch by batch, a
 * transaction each (group commit: while one batch is synced, the next gathers). Owned by its store; any thread; the
 * lock guards the queue only. It ends with {@link #close}, after what was asked is done.
 *
 * <p>A write is answered after its commit. A read is answered at once, unless its actor has written in the same batch:
 * then it has seen what is not yet durable, and waits.
 */
final class Shard {
    /** One commit's writes at most: keeps a transaction's pages in SQLite's cache, and answers prompt. */
    private static final int BATCH = 512;
    /** Operations that may wait; past it the store is overloaded and says so. */
    private static final int WAITING = 65_536;

    private static final Duration CLOSE_BOUND = Duration.ofSeconds(10);

    private final ShardFile file;
    private final Executor pool;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final Queue<Operation<?>> waiting = new ArrayDeque<>();
    private boolean draining;
    private boolean closed;

    Shard(ShardFile file, Executor pool) {
        this.file = file;
        this.pool = pool;
    }

    /** What an operation does to the file; runs within a transaction. */
    interface Step<T extends @Nullable Object> {
        @Nullable
        T on(ShardFile file);
    }

    private record Operation<T extends @Nullable Object>(
            ActorId actor, boolean write, Step<T> step, CompletableFuture<T> answer) {
        /** Runs the step; gives what answers it. A breach of a limit is an answer: it changed nothing. */
        Runnable run(ShardFile file) {
            try {
                @Nullable T result = step.on(file);
                return () -> answer.complete(result);
            } catch (KvException failure) {
                if (failure.kind() == KvException.Kind.STORE) {
                    throw failure;
                }
                return () -> answer.completeExceptionally(failure);
            }
        }
    }

    <T extends @Nullable Object> CompletionStage<T> submit(ActorId actor, boolean write, Step<T> step) {
        Operation<T> operation = new Operation<>(actor, write, step, new CompletableFuture<>());
        boolean first;
        lock.lock();
        try {
            if (closed) {
                return failed("The store is closed.");
            }
            if (waiting.size() >= WAITING) {
                return failed(
                        WAITING + " operations wait for one file of the store, which is its bound: the disk is too slow"
                                + " for what the actors write.");
            }
            waiting.add(operation);
            first = !draining;
            draining = true;
        } finally {
            lock.unlock();
        }
        if (first) {
            schedule();
        }
        return operation.answer();
    }

    private static <T extends @Nullable Object> CompletionStage<T> failed(String message) {
        return CompletableFuture.failedStage(new KvException(KvException.Kind.STORE, message));
    }

    private void schedule() {
        try {
            pool.execute(this::drain);
        } catch (RejectedExecutionException full) {
            List<Operation<?>> refused = new ArrayList<>();
            lock.lock();
            try {
                refused.addAll(waiting);
                waiting.clear();
                draining = false;
                idle.signalAll();
            } finally {
                lock.unlock();
            }
            fail(refused, new KvException(KvException.Kind.STORE, "The host has no thread for its store.", full));
        }
    }

    /** One batch, then back to the pool's queue: other work of the pool gets its turn between commits. */
    private void drain() {
        List<Operation<?>> batch = next();
        if (!batch.isEmpty()) {
            commit(batch);
        }
        boolean more;
        lock.lock();
        try {
            more = !waiting.isEmpty();
            draining = more;
            if (!more) {
                idle.signalAll();
            }
        } finally {
            lock.unlock();
        }
        if (more) {
            schedule();
        }
    }

    private List<Operation<?>> next() {
        List<Operation<?>> batch = new ArrayList<>();
        lock.lock();
        try {
            while (batch.size() < BATCH && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
        } finally {
            lock.unlock();
        }
        return batch;
    }

    private void commit(List<Operation<?>> batch) {
        Set<Operation<?>> unanswered = Collections.newSetFromMap(new IdentityHashMap<>());
        unanswered.addAll(batch);
        List<Runnable> afterCommit = new ArrayList<>();
        Set<ActorId> writers = new HashSet<>();
        try {
            for (Operation<?> operation : batch) {
                Runnable answer = operation.run(file);
                if (operation.write()) {
                    writers.add(operation.actor());
                }
                if (writers.contains(operation.actor())) {
                    afterCommit.add(answer);
                } else {
                    unanswered.remove(operation);
                    answer.run();
                }
            }
            file.commit();
        } catch (RuntimeException failure) {
            file.rollback(failure);
            fail(unanswered, failure);
            return;
        }
        afterCommit.forEach(Runnable::run);
    }

    private static void fail(Collection<Operation<?>> operations, RuntimeException failure) {
        operations.forEach(operation -> operation.answer().completeExceptionally(failure));
    }

    /** Waits, for a bounded time, until what was asked is done. Idempotent. */
    void close() {
        lock.lock();
        try {
            closed = true;
            long nanos = CLOSE_BOUND.toNanos();
            while (draining && nanos > 0) {
                nanos = idle.awaitNanos(nanos);
            }
            if (draining) {
                System.getLogger(Shard.class.getName())
                        .log(
                                System.Logger.Level.ERROR,
                                "The store still works after " + CLOSE_BOUND
                                        + ": its file is left to the end of the process.");
                return; // closing a connection in use would cut a transaction; the process's end rolls it back
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return;
        } finally {
            lock.unlock();
        }
        file.close();
    }
}
