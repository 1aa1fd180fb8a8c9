package dev.troupe.core.scheduler;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A platform thread that drives a carrier, or waits as a spare for one. Owned by {@link CarrierThreads}. The watchdog
 * may take its carrier away in the middle of a turn; it finds out when the turn ends, and becomes a spare.
 */
final class CarrierThread implements Runnable {
    /**
     * A turn starts no further task after this; short, because a neighbour's latency is its sum over the busy loops of
     * a carrier.
     */
    private static final long BUDGET_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private static final long SPARE_IDLE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int OUT = 0;
    private static final int IN_TURN = 1;
    /** In a turn, its carrier handed over. */
    private static final int STOLEN = 2;
    /** In a turn, given up for good. */
    private static final int ABANDONED = 3;

    private final CarrierThreads threads;
    private final Thread thread;
    private final TurnCosts costs;
    /** Number of the turn times 4, plus where it is. */
    private final AtomicLong turn = new AtomicLong();

    private volatile @Nullable Carrier carrier;
    private volatile @Nullable ActorLoop loop;
    private volatile long turnStart;
    /** Own thread only: it found out that it was given up. */
    private boolean abandoned;

    CarrierThread(CarrierThreads threads, String name) {
        this.threads = threads;
        this.costs = new TurnCosts();
        this.thread = new Thread(this, name);
        thread.setDaemon(true);
    }

    Thread thread() {
        return thread;
    }

    /** Gives it a carrier to drive. By whoever took it from the spares, or before it starts. */
    void drive(Carrier given) {
        given.drivenBy(thread);
        carrier = given;
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        } else {
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void run() {
        try {
            while (!abandoned) {
                Carrier mine = carrier;
                if (mine == null) {
                    if (!awaitCarrier()) {
                        return;
                    }
                } else {
                    ActorLoop next = mine.next();
                    if (next == null) {
                        return;
                    }
                    runTurn(mine, next);
                }
            }
        } finally {
            threads.ended(this);
        }
    }

    private void runTurn(Carrier mine, ActorLoop next) {
        if (!next.beginTurn(thread, costs)) {
            return;
        }
        long now = System.nanoTime();
        loop = next;
        turnStart = now;
        long number = (turn.get() & ~3L) + 4;
        turn.set(number | IN_TURN);
        threads.turnBegins();
        boolean more = next.runTurn(now + BUDGET_NANOS);
        costs.charge(next);
        next.leaveTurn();
        Thread.interrupted(); // a kill's interrupt never leaks into the next turn
        boolean kept = turn.compareAndSet(number | IN_TURN, number | OUT);
        loop = null;
        if (!kept) {
            carrier = null;
            abandoned = !turn.compareAndSet(number | STOLEN, number | OUT);
        }
        if (kept && !more) {
            next.settle(mine.sleepers);
        } else {
            next.requeue();
        }
    }

    private boolean awaitCarrier() {
        if (!threads.becomesSpare(this)) {
            return false;
        }
        long end = System.nanoTime() + SPARE_IDLE_NANOS;
        while (carrier == null) {
            long left = end - System.nanoTime();
            if (left <= 0 || threads.closed()) {
                if (threads.leavesSpares(this)) {
                    return false;
                }
                end = System.nanoTime() + SPARE_IDLE_NANOS; // taken this very moment: a carrier is on its way
            } else {
                LockSupport.parkNanos(this, left);
                Thread.interrupted();
            }
        }
        return true;
    }

    /**
     * Looks at the turn under way: tells its loop when it is too long, and hands its carrier over when others wait.
     * Watchdog only.
     */
    boolean watch(long now, long overstayNanos) {
        long seen = turn.get();
        ActorLoop running = loop;
        long elapsed = now - turnStart;
        if ((seen & 3) == OUT || running == null || turn.get() != seen) {
            return false;
        }
        running.watch(elapsed);
        Carrier mine = carrier;
        if ((seen & 3) == IN_TURN && elapsed > overstayNanos && mine != null && mine.hasWaiting(now)) {
            handOver(seen, mine);
        }
        return true;
    }

    private void handOver(long seen, Carrier mine) {
        CarrierThread spare = threads.takeSpare();
        if (spare == null) {
            return;
        }
        if (turn.compareAndSet(seen, (seen & ~3L) | STOLEN)) {
            spare.drive(mine);
        } else {
            threads.putBack(spare);
        }
    }

    /** Gives the thread up if it is still in a turn of {@code suspect}: it ends when it comes back. Reaper. */
    boolean abandonIf(ActorLoop suspect) {
        long seen = turn.get();
        Carrier mine = carrier;
        if (loop != suspect || mine == null || (seen & 3) == OUT || !turn.compareAndSet(seen, seen | ABANDONED)) {
            return false;
        }
        if ((seen & 3) == IN_TURN) {
            threads.replacement().drive(mine);
        }
        return true;
    }
}
