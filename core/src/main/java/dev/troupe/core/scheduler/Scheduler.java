package dev.troupe.core.scheduler;

import dev.troupe.core.Limits;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * All threads of one host: carriers and their spares, watchdog, reapers, the blocking pool, and the couriers that call
 * the application back. Owned by the host, any thread. {@link #close} ends them all, once the actors are gone.
 */
public final class Scheduler implements AutoCloseable {
    /**
     * More than the actors that are unlikely to need their whole {@code Limits.kill} at once, so that others do not
     * wait for them.
     */
    private static final int REAPERS = 16;

    private static final int COURIERS = 4;
    /** Every actor may have its four slots' worth here: see {@link BlockingSlots}. */
    private static final int BLOCKING_QUEUE = 1 << 20;

    private static final Duration JOIN = Duration.ofSeconds(1);

    private final List<Carrier> carriers;
    private final CarrierThreads threads;
    private final Watchdog watchdog;
    private final ThreadPoolExecutor reaper = HostThreads.stepPool("reaper", REAPERS);
    private final ThreadPoolExecutor courier = HostThreads.stepPool("courier", COURIERS);
    private final ThreadPoolExecutor blocking;

    /**
     * Starts the carriers and the watchdog; the other threads start with their first work.
     *
     * @param carrierCount how many loops run at once
     * @param blockingThreads how many blocking calls run at once
     */
    public Scheduler(int carrierCount, int blockingThreads) {
        carriers = Stream.generate(Carrier::new).limit(carrierCount).toList();
        threads = new CarrierThreads(carriers, this::turnBegins);
        watchdog = new Watchdog(threads, reaper);
        blocking = HostThreads.pool("blocking", blockingThreads, BLOCKING_QUEUE);
        watchdog.start();
        threads.start();
    }

    private void turnBegins() {
        watchdog.wake();
    }

    /** A loop on the carrier that has the fewest. It runs nothing until {@link ActorLoop#begin}. */
    public ActorLoop newLoop(Limits limits, LoopOwner owner) {
        Carrier least = carriers.stream()
                .min(Comparator.comparingInt(carrier -> carrier.loops().get()))
                .orElseThrow();
        least.loops().incrementAndGet();
        return new ActorLoop(least, limits, owner);
    }

    /** Runs {@code task} on a reaper once {@code delay} has passed. */
    public Deadline after(Duration delay, Runnable task) {
        return watchdog.after(delay.toNanos(), task);
    }

    /**
     * Runs {@code task} about every 5 ms while turns run, on the watchdog: it must be quick. One task; the last one set
     * counts.
     */
    public void patrol(Runnable task) {
        watchdog.patrols(task);
    }

    /** For steps of an actor's end, which must not wait for its loop. At most a few for each actor. */
    public Executor reaper() {
        return reaper;
    }

    /** For calls into the application: log readers, completions. At most a few for each actor and reader. */
    public Executor courier() {
        return courier;
    }

    /** For calls that block; shared by all actors. */
    public Executor blocking() {
        return blocking;
    }

    /** Gives up the thread that is stuck in a turn of {@code loop}, and replaces it. */
    public boolean abandon(ActorLoop loop) {
        return threads.abandon(loop);
    }

    /** Ends all threads and waits a second for each kind; one that is stuck stays behind as a daemon. Idempotent. */
    @Override
    public void close() {
        List<Thread> carrierThreads =
                threads.all().stream().map(CarrierThread::thread).toList();
        threads.close();
        watchdog.close();
        blocking.shutdownNow();
        reaper.shutdown();
        courier.shutdown();
        try {
            long end = System.nanoTime() + JOIN.toNanos();
            for (Thread thread : Stream.concat(Stream.of(watchdog.thread()), carrierThreads.stream())
                    .toList()) {
                join(thread, end);
            }
            for (ThreadPoolExecutor pool : List.of(blocking, reaper)) {
                pool.awaitTermination(JOIN.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread, long end) throws InterruptedException {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (thread != Thread.currentThread() && left > 0) {
            thread.join(left);
        }
    }
}
