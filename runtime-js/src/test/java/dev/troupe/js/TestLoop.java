package dev.troupe.js;

import dev.troupe.core.spi.EventLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** An event loop that the thread of the test runs; it ends with {@link #run}. */
final class TestLoop implements EventLoop {
    private final LinkedBlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final PriorityQueue<Pending> timers = new PriorityQueue<>(
            Comparator.<Pending>comparingLong(timer -> timer.due).thenComparingLong(timer -> timer.number));
    private final AtomicInteger references = new AtomicInteger();
    private final long origin = System.nanoTime();
    private Deque<Runnable> checks = new ArrayDeque<>();
    private Deque<Runnable> closing = new ArrayDeque<>();
    private long number;
    private long now;
    private final Thread thread = Thread.currentThread();

    /** Runs iterations until {@code ended}; {@code idle} is told when nothing keeps the loop alive. */
    void run(BooleanSupplier ended, Runnable idle) throws InterruptedException {
        while (!ended.getAsBoolean()) {
            updateNow();
            fireTimers(ended);
            Runnable task = inbox.poll(timeout(), TimeUnit.MILLISECONDS);
            for (int i = inbox.size();
                    task != null && !ended.getAsBoolean();
                    i--, task = i >= 0 ? inbox.poll() : null) {
                task.run();
            }
            Deque<Runnable> now = checks;
            checks = new ArrayDeque<>();
            drain(now, ended);
            now = closing;
            closing = new ArrayDeque<>();
            drain(now, ended);
            if (!ended.getAsBoolean() && !alive()) {
                idle.run();
            }
        }
    }

    private static void drain(Deque<Runnable> tasks, BooleanSupplier ended) {
        for (Runnable task = tasks.poll(); task != null && !ended.getAsBoolean(); task = tasks.poll()) {
            task.run();
        }
    }

    private void fireTimers(BooleanSupplier ended) {
        for (Pending timer = timers.peek();
                timer != null && timer.due <= now && !ended.getAsBoolean();
                timer = timers.peek()) {
            timers.remove();
            timer.task.run();
        }
    }

    private long timeout() {
        if (!checks.isEmpty() || !closing.isEmpty() || !alive()) {
            return 0;
        }
        Pending next = timers.peek();
        return next == null ? 1_000 : Math.max(0, next.due - now);
    }

    @Override
    public boolean post(Runnable task) {
        return inbox.offer(task);
    }

    @Override
    public boolean postAlways(Runnable task) {
        return inbox.offer(task);
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        Pending timer = new Pending(now + delay.toMillis(), number++, task);
        timers.add(timer);
        return timer;
    }

    @Override
    public void check(Runnable task) {
        checks.add(task);
    }

    @Override
    public void closing(Runnable task) {
        closing.add(task);
    }

    @Override
    public void ref() {
        references.incrementAndGet();
    }

    @Override
    public void unref() {
        references.decrementAndGet();
        inbox.offer(() -> {});
    }

    @Override
    public boolean alive() {
        return references.get() > 0 || !inbox.isEmpty() || timers.stream().anyMatch(timer -> timer.referenced);
    }

    @Override
    public boolean inLoop() {
        return Thread.currentThread() == thread;
    }

    @Override
    public long nowMillis() {
        return now;
    }

    @Override
    public void updateNow() {
        now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - origin);
    }

    private final class Pending implements Timer {
        private final long due;
        private final long number;
        private final Runnable task;
        private boolean referenced = true;

        Pending(long due, long number, Runnable task) {
            this.due = due;
            this.number = number;
            this.task = task;
        }

        @Override
        public void cancel() {
            timers.remove(this);
        }

        @Override
        public void ref() {
            referenced = true;
        }

        @Override
        public void unref() {
            referenced = false;
        }
    }
}
