package dev.troupe.core.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SchedulerTest {
    private final Scheduler scheduler = new Scheduler(1, 4);

    @AfterEach
    void close() {
        scheduler.close();
    }

    @Test
    void stuckCarrierHandsItsQueueOver() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Thread> stuckOn = new CompletableFuture<>();
        CompletableFuture<Thread> backOn = new CompletableFuture<>();
        Told stuck = new Told();
        stuck.loop.post(() -> {
            stuckOn.complete(Thread.currentThread());
            await(release);
        });
        stuck.loop.post(() -> backOn.complete(Thread.currentThread()));
        stuckOn.get();
        for (int i = 0; i < 3; i++) {
            CompletableFuture<Thread> ran = new CompletableFuture<>();
            new Told().loop.post(() -> ran.complete(Thread.currentThread()));
            assertNotEquals(stuckOn.get(), ran.get());
        }
        assertFalse(backOn.isDone());
        release.countDown();
        assertNotEquals(stuckOn.get(), backOn.get());
    }

    @Test
    void theTimersOfNeighboursGoOnWhileOneIsStuck() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Told neighbour = new Told();
        CompletableFuture<String> rang = new CompletableFuture<>();
        CompletableFuture<String> set = new CompletableFuture<>();
        neighbour.loop.post(() -> {
            neighbour.loop.schedule(Duration.ofMillis(50), () -> rang.complete("rang"));
            set.complete("set");
        });
        set.get();
        new Told().loop.post(() -> await(release));
        assertEquals("rang", rang.get());
        release.countDown();
    }

    @Test
    void aThreadThatReturnsBecomesASpareAndIsUsedAgain() throws Exception {
        List<String> names = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            CountDownLatch release = new CountDownLatch(1);
            CompletableFuture<String> name = new CompletableFuture<>();
            CompletableFuture<String> over = new CompletableFuture<>();
            Told stuck = new Told();
            stuck.loop.post(() -> {
                name.complete(Thread.currentThread().getName());
                await(release);
            });
            names.add(name.get());
            CompletableFuture<String> ran = new CompletableFuture<>();
            new Told().loop.post(() -> ran.complete("ran"));
            ran.get();
            release.countDown();
            stuck.loop.post(() -> over.complete("over"));
            over.get();
        }
        assertTrue(names.stream().distinct().count() <= 3, names.toString());
    }

    @Test
    void aTurnOverItsLimitIsToldWhileItRuns() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Told stuck = new Told(Limits.defaults().withTurn(Duration.ofMillis(30)));
        stuck.loop.post(() -> await(release));
        stuck.overran.get();
        release.countDown();
    }

    @Test
    void anAbandonedThreadIsReplacedAndItsLoopQuiescesWhenItReturns() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Thread> stuckOn = new CompletableFuture<>();
        Told stuck = new Told();
        stuck.loop.post(() -> {
            stuckOn.complete(Thread.currentThread());
            await(release);
        });
        Thread thread = stuckOn.get();
        stuck.loop.end();
        assertTrue(scheduler.abandon(stuck.loop));
        assertFalse(scheduler.abandon(stuck.loop));
        CompletableFuture<Thread> ran = new CompletableFuture<>();
        new Told().loop.post(() -> ran.complete(Thread.currentThread()));
        assertNotEquals(thread, ran.get());
        assertFalse(stuck.quiesced.isDone());
        release.countDown();
        stuck.quiesced.get();
        thread.join();
    }

    @Test
    void anInterruptOfAKillNeverLeaksIntoTheNextTurn() throws Exception {
        CompletableFuture<Thread> killed = new CompletableFuture<>();
        CountDownLatch release = new CountDownLatch(1);
        Told first = new Told();
        first.loop.post(() -> {
            killed.complete(Thread.currentThread());
            await(release);
        });
        killed.get();
        Told second = new Told();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        first.loop.killBegins();
        first.loop.end();
        release.countDown();
        // The turn is over, the kill is not: its interrupt may come as late as this.
        second.loop.post(() -> interrupted.complete(Thread.currentThread().isInterrupted()));
        killed.get().interrupt();
        first.loop.killOver();
        assertFalse(interrupted.get());
        first.quiesced.get();
    }

    @Test
    void deadlinesFireInOrderUnlessCancelled() throws Exception {
        CompletableFuture<String> fired = new CompletableFuture<>();
        AtomicInteger early = new AtomicInteger();
        Deadline cancelled = scheduler.after(Duration.ofMillis(10), early::incrementAndGet);
        scheduler.after(Duration.ofMillis(30), () -> fired.complete("fired"));
        cancelled.cancel();
        assertEquals("fired", fired.get());
        assertEquals(0, early.get());
    }

    @Test
    void turnsAreCharged() throws Exception {
        Told busy = new Told();
        TurnCosts.load();
        while (busy.loop.cpuNanos() == 0 || busy.loop.allocatedBytes() < 1_000_000) {
            CompletableFuture<byte[]> done = new CompletableFuture<>();
            busy.loop.post(() -> done.complete(new byte[100_000]));
            done.get();
        }
    }

    @Test
    void oneActorHasFourBlockingCallsAtOnceAndTheOthersWaitWithinTheirBound() throws Exception {
        BlockingSlots slots = new BlockingSlots(scheduler.blocking(), 2);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch finished = new CountDownLatch(6);
        for (int i = 0; i < 6; i++) {
            slots.execute(() -> {
                await(release);
                finished.countDown();
            });
        }
        String message = assertThrows(RejectedExecutionException.class, () -> slots.execute(() -> {}))
                .getMessage();
        assertTrue(String.valueOf(message).contains("Limits.blockingCalls"), message);
        release.countDown();
        finished.await();
        slots.close();
        assertThrows(RejectedExecutionException.class, () -> slots.execute(() -> {}));
    }

    @Test
    void closeEndsAllThreads() throws Exception {
        Scheduler other = new Scheduler(2, 2);
        CompletableFuture<Thread> ran = new CompletableFuture<>();
        other.newLoop(Limits.defaults(), new Told()).post(() -> ran.complete(Thread.currentThread()));
        Thread thread = ran.get();
        other.close();
        assertFalse(thread.isAlive());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A loop and what it told. */
    private final class Told implements LoopOwner {
        private final CompletableFuture<String> overran = new CompletableFuture<>();
        private final CompletableFuture<String> quiesced = new CompletableFuture<>();
        private final ActorLoop loop;

        Told() {
            this(Limits.defaults());
        }

        Told(Limits limits) {
            loop = scheduler.newLoop(limits, this);
        }

        @Override
        public void idle() {}

        @Override
        public void failed(Throwable failure) {
            throw new AssertionError(failure);
        }

        @Override
        public void overran() {
            overran.complete("overran");
        }

        @Override
        public void quiesced() {
            quiesced.complete("quiesced");
        }
    }
}
