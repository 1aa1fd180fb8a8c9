package dev.troupe.core.scheduler;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the host's pools: daemon threads that exist while there is work. Stateless. */
final class HostThreads {
    private static final long KEEP_SECONDS = 10;

    private HostThreads() {}

    /** A pool of up to {@code threads} threads with a queue of up to {@code queued} tasks, that refuses more. */
    static ThreadPoolExecutor pool(String name, int threads, int queued) {
        return pool(name, threads, new LinkedBlockingQueue<>(queued), (task, full) -> {
            throw new RejectedExecutionException(
                    full.isShutdown()
                            ? "The host is closed: its pool " + name + " takes no more work."
                            : "The host's pool " + name + " has " + queued + " tasks waiting, which is its bound.");
        });
    }

    /**
     * A pool for steps that must happen; who calls it bounds their number by the number of actors. What comes after the
     * host's end (an abandoned thread that returns) runs on the caller.
     */
    static ThreadPoolExecutor stepPool(String name, int threads) {
        return pool(name, threads, new LinkedBlockingQueue<>(), (task, closed) -> task.run());
    }

    private static ThreadPoolExecutor pool(
            String name, int threads, LinkedBlockingQueue<Runnable> queue, RejectedExecutionHandler refusal) {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(threads, threads, KEEP_SECONDS, TimeUnit.SECONDS, queue, named(name), refusal);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "troupe-" + name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
