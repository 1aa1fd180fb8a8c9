package dev.troupe.core.scheduler;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The threads that run turns: one driving each carrier, spares that wait, and those stuck without a carrier. Owned by
 * the scheduler, any thread. Their number is bounded: when all spares are stuck, carriers wait until
 * {@code Limits.turn} frees one.
 */
final class CarrierThreads {
    /** Actors that may be stuck at once before their neighbours have to wait for the watchdog. */
    private static final int SPARES = 64;

    private static final System.Logger LOG = System.getLogger(CarrierThreads.class.getName());

    private final List<CarrierThread> all = new CopyOnWriteArrayList<>();
    private final ArrayDeque<CarrierThread> spares = new ArrayDeque<>();
    private final List<Carrier> carriers;
    private final int bound;
    private final Runnable onTurn;
    private int counted;
    private int named;
    private boolean exhaustionTold;
    private volatile boolean closed;

    CarrierThreads(List<Carrier> carriers, Runnable onTurn) {
        this.carriers = carriers;
        this.onTurn = onTurn;
        this.bound = carriers.size() + SPARES;
    }

    void start() {
        carriers.forEach(carrier -> replacement().drive(carrier));
    }

    List<CarrierThread> all() {
        return all;
    }

    boolean closed() {
        return closed;
    }

    void turnBegins() {
        onTurn.run();
    }

    /** A thread without a carrier; null if the bound is reached. */
    synchronized @Nullable CarrierThread takeSpare() {
        CarrierThread spare = spares.poll();
        if (spare != null) {
            return spare;
        }
        if (counted >= bound) {
            if (!exhaustionTold) {
                exhaustionTold = true;
                LOG.log(
                        System.Logger.Level.WARNING,
                        "{0} actors overstay their turns at once: other actors now wait"
                                + " until Limits.turn ends them. A shorter Limits.turn helps.",
                        SPARES);
            }
            return null;
        }
        return replacement();
    }

    /** A new thread, whatever the bound says: it replaces one that was given up. */
    synchronized CarrierThread replacement() {
        CarrierThread made = new CarrierThread(this, "troupe-carrier-" + ++named);
        counted++;
        all.add(made);
        return made;
    }

    /** Takes back what {@link #takeSpare} gave. */
    synchronized void putBack(CarrierThread unused) {
        if (unused.thread().getState() == Thread.State.NEW) {
            ended(unused);
        } else {
            spares.push(unused);
        }
    }

    synchronized boolean becomesSpare(CarrierThread free) {
        if (closed) {
            return false;
        }
        spares.push(free);
        return true;
    }

    /** False if it is no spare any more: somebody took it. */
    synchronized boolean leavesSpares(CarrierThread tired) {
        return spares.remove(tired);
    }

    /** Gives up the thread that is stuck in a turn of {@code loop}; false if none is. */
    boolean abandon(ActorLoop loop) {
        for (CarrierThread thread : all) {
            if (thread.abandonIf(loop)) {
                ended(thread);
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Thread {0} did not come back from a killed actor within Limits.kill"
                                + " and was replaced; it ends when its call returns.",
                        thread.thread().getName());
                return true;
            }
        }
        return false;
    }

    /** The thread is over, or given up. Idempotent. */
    synchronized void ended(CarrierThread gone) {
        if (all.remove(gone)) {
            counted--;
        }
    }

    void close() {
        closed = true;
        carriers.forEach(Carrier::close);
        all.forEach(thread -> java.util.concurrent.locks.LockSupport.unpark(thread.thread()));
    }
}
