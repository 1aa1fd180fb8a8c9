package dev.troupe.core.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.LimitExceededException;
import dev.troupe.core.Limits;
import dev.troupe.core.spi.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The loop alone, driven turn by turn on the test's thread. */
@Timeout(20)
class ActorLoopTest {
    private static final long FOREVER = Long.MAX_VALUE / 2;

    private final Carrier carrier = new Carrier();
    private final List<String> log = new ArrayList<>();
    private final ActorLoop loop = loop(Limits.defaults());

    @Test
    void phasesFollowEachOtherAsInNode() {
        loop.begin(() -> {
            loop.closing(note("closing"));
            loop.check(note("check"));
            loop.post(note("completion"));
            loop.schedule(Duration.ZERO, note("timer"));
            log.add("main");
        });
        turn();
        assertEquals(List.of("main", "timer", "completion", "check", "closing", "idle"), log);
    }

    @Test
    void timersRunByDueTimeThenByAge() {
        loop.begin(() -> {
            loop.schedule(Duration.ofMillis(20), note("20"));
            loop.schedule(Duration.ofMillis(10), note("10 first"));
            loop.schedule(Duration.ofMillis(10), note("10 second"));
            loop.schedule(Duration.ofMillis(1), note("1"));
        });
        turnUntil("idle");
        assertEquals(List.of("1", "10 first", "10 second", "20", "idle"), log);
    }

    @Test
    void whatATimerOrAnImmediateAddsWaitsForTheNextIteration() {
        loop.begin(() -> {
            loop.schedule(Duration.ZERO, () -> {
                log.add("timer");
                loop.schedule(Duration.ZERO, note("timer's timer"));
            });
            loop.check(() -> {
                log.add("check");
                loop.check(note("check's check"));
            });
        });
        turnUntil("idle");
        assertEquals(List.of("timer", "check", "timer's timer", "check's check", "idle"), log);
    }

    @Test
    void aTimerCancelledByOneDueAtTheSameTimeDoesNotRun() {
        loop.begin(() -> {
            List<EventLoop.Timer> later = new ArrayList<>();
            loop.schedule(Duration.ZERO, () -> later.forEach(EventLoop.Timer::cancel));
            later.add(loop.schedule(Duration.ZERO, note("never")));
            later.add(loop.schedule(Duration.ofDays(1), note("never")));
        });
        turnUntil("idle");
        assertEquals(List.of("idle"), log);
    }

    @Test
    void anUnreferencedTimerRunsButDoesNotKeepTheLoopAlive() {
        loop.begin(() -> loop.schedule(Duration.ofMillis(5), note("timer")).unref());
        turnUntil("timer");
        assertEquals(List.of("idle", "timer", "idle"), log);
    }

    @Test
    void aTimerReferencedAgainKeepsTheLoopAlive() {
        loop.begin(() -> {
            EventLoop.Timer timer = loop.schedule(Duration.ofMillis(5), note("timer"));
            timer.unref();
            timer.ref();
        });
        turnUntil("timer");
        assertEquals(List.of("timer", "idle"), log);
    }

    @Test
    void aReferenceKeepsTheLoopAliveUntilItIsGivenBackOnAnyThread() throws Exception {
        loop.begin(loop::ref);
        turn();
        assertEquals(List.of(), log);
        CompletableFuture.runAsync(loop::unref).get();
        turn();
        assertEquals(List.of("idle"), log);
    }

    @Test
    void idleIsToldOnceEachTimeThatTheLoopBecomesSo() {
        loop.begin(note("main"));
        turn();
        loop.post(note("task"));
        turn();
        assertEquals(List.of("main", "idle", "task", "idle"), log);
    }

    @Test
    void aFullInboxRefusesWhatMayBeShedOnly() {
        ActorLoop small = loop(Limits.defaults().withInboxTasks(2));
        assertTrue(small.post(note("1")));
        assertTrue(small.post(note("2")));
        assertFalse(small.post(note("shed")));
        assertTrue(small.postAlways(note("3")));
        turn();
        assertEquals(List.of("1", "2", "3", "idle"), log);
        assertTrue(small.post(note("4")));
    }

    @Test
    void timersAndImmediatesAreBounded() {
        ActorLoop small = loop(Limits.defaults().withTimers(2));
        small.begin(() -> {
            small.schedule(Duration.ofDays(1), note("a"));
            small.check(note("b"));
            assertThrows(LimitExceededException.class, () -> small.schedule(Duration.ofDays(1), note("c")));
            assertThrows(LimitExceededException.class, () -> small.check(note("d")));
        });
        turn();
        assertEquals(List.of("b"), log);
    }

    @Test
    void anyDurationIsADelay() {
        loop.begin(() -> {
            loop.schedule(Duration.ofSeconds(Long.MAX_VALUE), note("never")).unref();
            loop.schedule(Duration.ofSeconds(-5), note("at once"));
        });
        turn();
        assertEquals(List.of("at once", "idle"), log);
    }

    @Test
    void aTurnEndsWithItsBudgetAndTheNextOneGoesOnInTheSamePhase() {
        loop.begin(() -> {
            loop.check(note("first"));
            loop.check(note("second"));
            loop.closing(note("closing"));
        });
        turn(System.nanoTime() - 1);
        turn(System.nanoTime() - 1);
        assertEquals(List.of("first"), log);
        turn();
        assertEquals(List.of("first", "second", "closing", "idle"), log);
    }

    @Test
    void aFailedTaskIsToldAndTheLoopGoesOn() {
        loop.post(() -> {
            throw new IllegalStateException("broken");
        });
        loop.post(note("next"));
        turn();
        assertEquals(List.of("failed: broken", "next", "idle"), log);
    }

    @Test
    void postAfterEndIsRefused() {
        loop.begin(note("main"));
        turn();
        loop.end();
        assertFalse(loop.post(note("late")));
        assertFalse(loop.postAlways(note("late")));
        assertEquals(List.of("main", "idle", "quiesced"), log);
    }

    @Test
    void endWithinATurnStopsBeforeTheNextTaskAndQuiescesAfterTheTurn() {
        loop.post(() -> {
            loop.end();
            log.add("last");
        });
        loop.post(note("never"));
        turn();
        assertEquals(List.of("last", "quiesced"), log);
        loop.end();
        assertEquals(List.of("last", "quiesced"), log);
    }

    @Test
    void onlyTheThreadOfTheTurnIsInTheLoop() throws Exception {
        loop.post(() -> log.add("within " + loop.inLoop() + ", elsewhere "
                + CompletableFuture.supplyAsync(loop::inLoop).join()));
        assertFalse(loop.inLoop());
        turn();
        assertEquals("within true, elsewhere false", log.get(0));
        assertFalse(loop.inLoop());
    }

    private Runnable note(String text) {
        return () -> log.add(text);
    }

    private void turnUntil(String last) {
        while (!log.contains(last)) {
            turn();
        }
    }

    private void turn() {
        turn(System.nanoTime() + FOREVER);
    }

    /** One turn as a carrier's thread runs it. */
    private void turn(long until) {
        ActorLoop next = Objects.requireNonNull(carrier.next());
        assertTrue(next.beginTurn(Thread.currentThread(), new TurnCosts()));
        boolean more = next.runTurn(until);
        next.leaveTurn();
        if (more) {
            next.requeue();
        } else {
            next.settle(carrier.sleepers);
        }
    }

    private ActorLoop loop(Limits limits) {
        return new ActorLoop(carrier, limits, new LoopOwner() {
            @Override
            public void idle() {
                log.add("idle");
            }

            @Override
            public void failed(Throwable failure) {
                log.add("failed: " + failure.getMessage());
            }

            @Override
            public void overran() {
                log.add("overran");
            }

            @Override
            public void quiesced() {
                log.add("quiesced");
            }
        });
    }
}
