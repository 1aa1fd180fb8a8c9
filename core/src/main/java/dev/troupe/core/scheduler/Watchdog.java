package dev.troupe.core.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that keeps time for the host: it looks at turns under way, hands carriers over, tells loops of turns that
 * are too long, and fires deadlines on the reaper. Owned by the scheduler. It sleeps while no turn runs and no deadline
 * is due; it is the host's only thread that keeps the JVM alive, so that an abandoned thread cannot.
 */
final class Watchdog implements Runnable {
    /**
     * A turn that runs longer loses its carrier if others wait. Ten times a usual turn, a tenth of what people notice.
     */
    private static final long OVERSTAY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    /** Looks without finding a turn before it sleeps: waking it costs the carrier some microseconds. */
    private static final int QUIET_LOOKS = 4;

    private static final System.Logger LOG = System.getLogger(Watchdog.class.getName());

    private final CarrierThreads threads;
    private final Executor reaper;
    private final Thread thread = new Thread(this, "troupe-watchdog");
    private final DueHeap<Deadline> deadlines = new DueHeap<>();
    private volatile Runnable patrol = () -> {};
    private volatile boolean asleep;
    private volatile boolean closed;

    Watchdog(CarrierThreads threads, Executor reaper) {
        this.threads = threads;
        this.reaper = reaper;
    }

    void start() {
        thread.setDaemon(false);
        thread.start();
    }

    Thread thread() {
        return thread;
    }

    Deadline after(long nanos, Runnable task) {
        Deadline deadline = new Deadline(this, System.nanoTime() + nanos, task);
        boolean first;
        synchronized (deadlines) {
            deadlines.add(deadline);
            first = deadlines.peek() == deadline;
        }
        if (first) {
            LockSupport.unpark(thread);
        }
        return deadline;
    }

    void cancel(Deadline deadline) {
        synchronized (deadlines) {
            deadlines.remove(deadline);
        }
    }

    /** Sets what is run with each look that finds a turn under way. It must be quick. */
    void patrols(Runnable task) {
        patrol = task;
    }

    /** A turn begins. Carrier threads. */
    void wake() {
        if (asleep) {
            LockSupport.unpark(thread);
        }
    }

    void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        TurnCosts.load();
        int quiet = 0;
        while (!closed) {
            long now = System.nanoTime();
            fireDue(now);
            quiet = look(now) ? 0 : quiet + 1;
            if (quiet == 0) {
                goOnPatrol();
            }
            if (quiet < QUIET_LOOKS) {
                LockSupport.parkNanos(this, Math.min(TICK_NANOS, untilNextDeadline()));
            } else {
                sleep();
            }
            Thread.interrupted();
        }
    }

    /** Whatever a patrol meets, the watch goes on. */
    private void goOnPatrol() {
        try {
            patrol.run();
        } catch (RuntimeException | Error failure) {
            LOG.log(System.Logger.Level.ERROR, "The watchdog's patrol failed and is not repeated.", failure);
            patrol = () -> {};
        }
    }

    private boolean look(long now) {
        boolean busy = false;
        for (CarrierThread each : threads.all()) {
            busy |= each.watch(now, OVERSTAY_NANOS);
        }
        return busy;
    }

    /** Sleeps unless a turn began after the last look: that carrier did not see {@link #asleep} yet. */
    private void sleep() {
        asleep = true;
        if (!look(System.nanoTime()) && !closed) {
            LockSupport.parkNanos(this, untilNextDeadline());
        }
        asleep = false;
    }

    private long untilNextDeadline() {
        synchronized (deadlines) {
            Deadline first = deadlines.peek();
            return first == null ? TimeUnit.HOURS.toNanos(1) : Math.max(1, first.due - System.nanoTime());
        }
    }

    private void fireDue(long now) {
        List<Deadline> due = new ArrayList<>(0);
        synchronized (deadlines) {
            Deadline first = deadlines.peek();
            while (first != null && first.due - now <= 0) {
                deadlines.remove(first);
                due.add(first);
                first = deadlines.peek();
            }
        }
        due.forEach(deadline -> reaper.execute(deadline.task));
    }
}
