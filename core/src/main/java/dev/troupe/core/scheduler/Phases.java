package dev.troupe.core.scheduler;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Node's phases as a cursor that a turn may leave in the middle and the next turn picks up: timers, completions, check,
 * close callbacks (nodejs.org/en/learn/asynchronous-work/event-loop-timers-and-nexttick). Loop thread only; queues
 * exist once used.
 */
final class Phases {
    private enum Phase {
        BEGIN,
        TIMERS,
        COMPLETIONS,
        CHECK,
        CLOSING
    }

    private final Inbox inbox;
    private Phase phase = Phase.BEGIN;
    private int quota;
    private @Nullable Runnable main;
    private @Nullable TimerQueue timers;
    private @Nullable ArrayDeque<Runnable> checks;
    private @Nullable ArrayDeque<Runnable> closings;

    Phases(Inbox inbox) {
        this.inbox = inbox;
    }

    /** What runs before the first iteration, as Node runs the main script. */
    void main(Runnable task) {
        main = task;
    }

    TimerQueue timers() {
        TimerQueue queue = timers;
        if (queue == null) {
            queue = new TimerQueue();
            timers = queue;
        }
        return queue;
    }

    void check(Runnable task) {
        ArrayDeque<Runnable> queue = checks;
        if (queue == null) {
            queue = new ArrayDeque<>(1);
            checks = queue;
        }
        queue.add(task);
    }

    void closing(Runnable task) {
        ArrayDeque<Runnable> queue = closings;
        if (queue == null) {
            queue = new ArrayDeque<>(1);
            closings = queue;
        }
        queue.add(task);
    }

    /** Timers and immediates that wait. */
    int pending() {
        return (timers == null ? 0 : timers.size()) + size(checks);
    }

    /** The next task of the current iteration, in phase order; null when the iteration is over. */
    @Nullable
    Runnable next(ActorLoop loop) {
        if (phase == Phase.BEGIN) {
            loop.updateNow();
            if (main != null) {
                Runnable task = main;
                main = null;
                return task;
            }
            if (timers != null) {
                timers.collect(loop.nowMillis());
            }
            phase = Phase.TIMERS;
        }
        Runnable task = timerOrCompletion();
        return task != null ? task : checkOrClosing();
    }

    private @Nullable Runnable timerOrCompletion() {
        if (phase == Phase.TIMERS) {
            Runnable task = timers == null ? null : timers.poll();
            if (task != null) {
                return task;
            }
            phase = Phase.COMPLETIONS;
            quota = inbox.size();
        }
        if (phase == Phase.COMPLETIONS) {
            Runnable task = quota-- > 0 ? inbox.poll() : null;
            if (task != null) {
                return task;
            }
            phase = Phase.CHECK;
            quota = size(checks);
        }
        return null;
    }

    private @Nullable Runnable checkOrClosing() {
        if (phase == Phase.CHECK) {
            if (quota-- > 0 && checks != null) {
                return checks.poll();
            }
            phase = Phase.CLOSING;
            quota = size(closings);
        }
        if (quota-- > 0 && closings != null) {
            return closings.poll();
        }
        phase = Phase.BEGIN;
        return null;
    }

    /** Is there work that needs no waiting? */
    boolean hasReadyWork(long nowMillis) {
        if (main != null || !inbox.isEmpty() || size(checks) + size(closings) > 0) {
            return true;
        }
        LoopTimer first = nextTimer();
        return first != null && first.due <= nowMillis;
    }

    boolean hasReferencedTimer() {
        return timers != null && timers.keepsAlive();
    }

    @Nullable
    LoopTimer nextTimer() {
        return timers == null ? null : timers.next();
    }

    private static int size(@Nullable ArrayDeque<Runnable> queue) {
        return queue == null ? 0 : queue.size();
    }
}
