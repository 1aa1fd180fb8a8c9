package dev.troupe.core.scheduler;

import dev.troupe.core.LimitExceededException;
import dev.troupe.core.Limits;
import dev.troupe.core.spi.EventLoop;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * The event loop of one start of one actor. Owned by its actor and bound to one {@link Carrier}; each method of
 * {@link EventLoop} says which thread may call it, all else is for the thread that runs the current turn. It ends with
 * {@link #end}: no task runs after the current one, and {@link LoopOwner#quiesced} tells when that is over.
 */
public final class ActorLoop extends HeapEntry implements EventLoop {
    private static final int IDLE = 0;
    private static final int QUEUED = 1;
    private static final int RUNNING = 2;
    private static final int DEAD = 3;

    /** A turn that waits, or gets no processor, may take this many times as long as one that computes. */
    private static final int PATIENCE = 10;

    private static final AtomicIntegerFieldUpdater<ActorLoop> STATE =
            AtomicIntegerFieldUpdater.newUpdater(ActorLoop.class, "state");
    private static final AtomicIntegerFieldUpdater<ActorLoop> REFERENCES =
            AtomicIntegerFieldUpdater.newUpdater(ActorLoop.class, "references");

    private final Carrier carrier;
    private final LoopOwner owner;
    private final Limits limits;
    private final Inbox inbox;
    private final Phases phases;
    private final long origin = System.nanoTime();
    private long nowMillis;
    private boolean idleTold;
    private boolean overrunTold;
    private volatile int state;
    private volatile int references;
    private volatile boolean ended;
    private volatile @Nullable Thread runner;
    private volatile @Nullable CountDownLatch killing;
    private volatile long allocationBase;
    private volatile long cpuBase;
    private volatile long cpuNanos;
    private volatile long allocatedBytes;

    ActorLoop(Carrier carrier, Limits limits, LoopOwner owner) {
        this.carrier = carrier;
        this.limits = limits;
        this.owner = owner;
        this.inbox = new Inbox(limits.inboxTasks());
        this.phases = new Phases(inbox);
    }

    /** Runs {@code main} first of all, ahead of the first iteration. Once, by the owner, before anything else. */
    public void begin(Runnable main) {
        phases.main(main);
        signal();
    }

    @Override
    public boolean post(Runnable task) {
        if (ended || !inbox.offer(task)) {
            return false;
        }
        return delivered();
    }

    @Override
    public boolean postAlways(Runnable task) {
        if (ended) {
            return false;
        }
        inbox.add(task);
        return delivered();
    }

    private boolean delivered() {
        if (ended) {
            inbox.clear();
            return false;
        }
        signal();
        return true;
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        checkPending();
        long millis = Math.max(0, TimeUnit.NANOSECONDS.toMillis(saturatedNanos(delay) + 999_999L));
        return phases.timers().add(nowMillis + millis, task);
    }

    /** A century is as good as forever, and far from overflow. */
    private static long saturatedNanos(Duration delay) {
        return delay.compareTo(Duration.ofDays(36_500)) > 0
                ? Duration.ofDays(36_500).toNanos()
                : delay.toNanos();
    }

    @Override
    public void check(Runnable task) {
        checkPending();
        phases.check(task);
    }

    private void checkPending() {
        if (phases.pending() >= limits.timers()) {
            throw new LimitExceededException("Limits.timers: " + limits.timers()
                    + " timers and immediates are pending; raise the limit or cancel some.");
        }
    }

    @Override
    public void closing(Runnable task) {
        phases.closing(task);
    }

    @Override
    public void ref() {
        REFERENCES.incrementAndGet(this);
    }

    @Override
    public void unref() {
        if (REFERENCES.decrementAndGet(this) == 0 && !inLoop()) {
            signal();
        }
    }

    @Override
    public boolean inLoop() {
        return runner == Thread.currentThread();
    }

    @Override
    public long nowMillis() {
        return nowMillis;
    }

    @Override
    public void updateNow() {
        nowMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - origin);
    }

    /** Processor time of all turns. Any thread. */
    public long cpuNanos() {
        return cpuNanos;
    }

    /** Heap bytes that all turns allocated, the one under way included. Any thread. */
    public long allocatedBytes() {
        Thread thread = runner;
        long underWay = thread == null ? 0 : TurnCosts.allocatedBy(thread) - allocationBase;
        return allocatedBytes + Math.max(0, underWay);
    }

    /** Refuses tasks from now on and forgets those that wait. Any thread, idempotent. */
    public void end() {
        ended = true;
        inbox.clear();
        retire();
    }

    /**
     * No other turn runs on the thread of the current one until {@link #killOver}: a late interrupt must not hit a
     * neighbour.
     */
    public void killBegins() {
        killing = new CountDownLatch(1);
    }

    /** The kill has come back. */
    public void killOver() {
        CountDownLatch latch = killing;
        if (latch != null) {
            latch.countDown();
        }
    }

    private void retire() {
        int seen = state;
        while (seen == IDLE || seen == QUEUED) {
            if (STATE.compareAndSet(this, seen, DEAD)) {
                carrier.loops().decrementAndGet();
                carrier.enqueue(this); // so that it leaves the carrier's heap
                owner.quiesced();
                return;
            }
            seen = state;
        }
    }

    private void signal() {
        if (state == IDLE && STATE.compareAndSet(this, IDLE, QUEUED)) {
            carrier.enqueue(this);
        }
    }

    /** Its timer is due. Carrier only. */
    boolean wake() {
        return STATE.compareAndSet(this, IDLE, QUEUED);
    }

    /** Claims the turn; false if the loop is dead. {@code costs}: what the thread's turns before cost. */
    boolean beginTurn(Thread thread, TurnCosts costs) {
        if (!STATE.compareAndSet(this, QUEUED, RUNNING)) {
            return false;
        }
        allocationBase = costs.allocationBase();
        cpuBase = costs.cpuBase();
        runner = thread;
        return true;
    }

    /** Runs tasks until {@code until} or until there is nothing to do now; true if there is more. */
    boolean runTurn(long until) {
        while (!ended) {
            Runnable task = phases.next(this);
            if (task != null) {
                run(task);
            } else if (!phases.hasReadyWork(nowMillis) && !becameIdle()) {
                return false;
            }
            if (System.nanoTime() - until >= 0) {
                return true;
            }
        }
        return false;
    }

    private void run(Runnable task) {
        idleTold = false;
        guarded(task);
    }

    /** Tells the owner when nothing keeps the loop alive; true if that made work. */
    private boolean becameIdle() {
        if (isAlive()) {
            idleTold = false;
            return false;
        }
        if (idleTold) {
            return false;
        }
        idleTold = true;
        guarded(owner::idle);
        return phases.hasReadyWork(nowMillis);
    }

    @Override
    public boolean alive() {
        return isAlive() || !inbox.isEmpty() || phases.hasReadyWork(nowMillis);
    }

    private boolean isAlive() {
        return references > 0 || phases.hasReferencedTimer();
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (Throwable failure) { // an OutOfMemoryError too is the end of this actor, not of its carrier
            owner.failed(failure);
        }
    }

    /**
     * Waits until a kill under way has come back, at most for the kill limit, so that its interrupt hits nobody else.
     */
    void leaveTurn() {
        runner = null;
        CountDownLatch latch = killing;
        if (latch != null) {
            awaitUninterruptibly(latch, limits.kill().toNanos());
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch, long nanos) {
        long end = System.nanoTime() + nanos;
        long left = nanos;
        while (left > 0) {
            try {
                if (latch.await(left, TimeUnit.NANOSECONDS)) {
                    return;
                }
            } catch (InterruptedException expected) {
                // The interrupt of the kill itself: cleared by being thrown.
            }
            left = end - System.nanoTime();
        }
    }

    /** Counts what the turn cost. Turns follow each other, so there is one writer at a time. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void charge(long cpu, long bytes) {
        cpuNanos += cpu;
        allocatedBytes += bytes;
    }

    /** Ends the turn with more to do: to the tail of the queue. */
    void requeue() {
        state = QUEUED;
        if (ended) {
            retire();
        } else {
            carrier.enqueue(this);
        }
    }

    /** Ends the turn with nothing to do now. By the carrier's owner only: the next timer goes into its heap. */
    void settle(DueHeap<ActorLoop> sleepers) {
        LoopTimer next = ended ? null : phases.nextTimer();
        if (next != null) {
            due = origin + TimeUnit.MILLISECONDS.toNanos(next.due);
            sleepers.add(this);
        }
        state = IDLE;
        if (ended) {
            retire();
        } else if (!inbox.isEmpty() || !(idleTold || isAlive())) { // posted, or unref'd, while the turn ended
            signal();
        }
    }

    /**
     * Has the current turn run past {@code Limits.turn}? Watchdog only; tells the owner once. On a busy machine time
     * passes that the program had no processor for, so that what it computed is asked, too.
     */
    void watch(long turnNanos) {
        long limit = limits.turn().toNanos();
        if (!overrunTold && turnNanos > limit && (turnNanos / PATIENCE > limit || computed(turnNanos) > limit)) {
            overrunTold = true;
            owner.overran();
        }
    }

    private long computed(long turnNanos) {
        Thread thread = runner;
        return thread == null ? 0 : TurnCosts.cpuOf(thread).orElse(turnNanos + cpuBase) - cpuBase;
    }
}
