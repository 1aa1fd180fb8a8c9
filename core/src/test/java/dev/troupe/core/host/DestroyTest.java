package dev.troupe.core.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorState;
import dev.troupe.core.ActorTerminatedException;
import dev.troupe.core.Limits;
import dev.troupe.core.TerminationReason;
import dev.troupe.core.TerminationReason.Destroyed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DestroyTest {
    private final FakeHost host = new FakeHost();

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void destroyDuringStartReportsDestroyed() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        Actor actor = host.create(isolate -> {
            entered.countDown();
            new CountDownLatch(1).await();
        });
        entered.await();
        assertEquals(ActorState.STARTING, actor.state());
        actor.destroy(Duration.ZERO);
        assertEquals(new Destroyed(), FakeHost.reason(actor));
        ExecutionException notReady = assertThrows(
                ExecutionException.class,
                () -> actor.ready().toCompletableFuture().get());
        assertInstanceOf(ActorTerminatedException.class, notReady.getCause());
        assertEquals(List.of("start", "kill", "interrupted", "close"), sorted(host.isolate()));
    }

    @Test
    void destroyRightAfterCreateReportsDestroyedWhereverTheStartIs() throws Exception {
        for (int i = 0; i < 300; i++) {
            Actor actor = host.create(isolate -> {});
            actor.destroy(Duration.ZERO);
            assertEquals(new Destroyed(), FakeHost.reason(actor));
        }
        assertTrue(host.isolates.made.stream().allMatch(isolate -> isolate.calls.contains("close")));
    }

    @Test
    void concurrentDestroyCallersGetTheSameOutcome() throws Exception {
        Actor actor = host.running(isolate -> {}, options -> {});
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<TerminationReason>> callers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    awaitUnchecked(go);
                    return actor.destroy(Duration.ofMillis(i))
                            .toCompletableFuture()
                            .join();
                }))
                .toList();
        go.countDown();
        Set<Integer> outcomes = callers.stream()
                .map(caller -> System.identityHashCode(caller.join()))
                .collect(Collectors.toSet());
        assertEquals(1, outcomes.size());
        assertEquals(new Destroyed(), FakeHost.reason(actor));
        assertEquals(
                1,
                host.isolate().calls.stream()
                        .filter(call -> call.equals("close"))
                        .count());
    }

    @Test
    void destroyAfterTheEndTellsHowItEnded() throws Exception {
        Actor actor = host.create(isolate -> isolate.pending = false);
        TerminationReason reason = FakeHost.reason(actor);
        assertEquals(new TerminationReason.Exited(), reason);
        assertSame(reason, actor.destroy().toCompletableFuture().get());
    }

    @Test
    void aProgramThatEndsOnItsSignalEndsWithinItsGrace() throws Exception {
        Actor actor = host.running(isolate -> {}, options -> {});
        actor.destroy(Duration.ofDays(1));
        assertEquals(new Destroyed(), FakeHost.reason(actor));
        assertEquals(List.of("start", "idle", "SIGTERM", "close"), host.isolate().calls);
    }

    @Test
    void aProgramWhoseLoopEmptiesAfterTheSignalEndsWithinItsGrace() throws Exception {
        Actor actor = host.running(
                new FakeIsolate.Program() {
                    @Override
                    public void start(FakeIsolate isolate) {
                        isolate.runtime.loop().ref();
                    }

                    @Override
                    public void signal(FakeIsolate isolate, String signal) {
                        isolate.pending = false;
                        isolate.runtime.loop().unref();
                    }
                },
                options -> {});
        assertEquals(
                new Destroyed(),
                actor.destroy(Duration.ofDays(1)).toCompletableFuture().get());
    }

    @Test
    void aProgramThatIgnoresItsSignalIsKilledAfterItsGrace() throws Exception {
        Actor actor = host.running(
                new FakeIsolate.Program() {
                    @Override
                    public void start(FakeIsolate isolate) {
                        isolate.runtime.loop().ref();
                    }

                    @Override
                    public void signal(FakeIsolate isolate, String signal) {}
                },
                options -> {});
        actor.destroy(Duration.ofMillis(30));
        assertEquals(ActorState.STOPPING, actor.state());
        assertEquals(new Destroyed(), FakeHost.reason(actor));
        assertEquals(List.of("start", "SIGTERM", "kill", "close"), host.isolate().calls);
    }

    @Test
    void zeroGraceKillsAtOnceWithoutASignal() throws Exception {
        Actor actor = host.running(isolate -> isolate.runtime.loop().ref(), options -> {});
        actor.destroy(Duration.ZERO).toCompletableFuture().get();
        assertEquals(List.of("start", "kill", "close"), host.isolate().calls);
    }

    @Test
    void theScopeClosesNewestFirstAfterTheIsolateAndItsFailuresDoNotStopIt() throws Exception {
        List<String> closed = new ArrayList<>();
        Actor actor = host.running(
                isolate -> {
                    isolate.runtime.scope().add(() -> closed.add("first"));
                    isolate.runtime.scope().add(() -> {
                        throw new IllegalStateException("cannot be closed; this is part of the test");
                    });
                    isolate.runtime.scope().add(() -> closed.add("released")).release();
                    isolate.runtime.scope().add(() -> closed.add("third after " + isolate.calls.contains("close")));
                },
                options -> {});
        actor.destroy(Duration.ZERO).toCompletableFuture().get();
        assertEquals(List.of("third after true", "first"), closed);
    }

    @Test
    void afterTheEndNothingOfTheActorIsReachable() throws Exception {
        Actor actor = host.running(isolate -> {}, options -> {});
        FakeIsolate isolate = host.isolate();
        actor.destroy(Duration.ZERO).toCompletableFuture().get();
        assertTrue(host.host.find(actor.id()).isEmpty());
        assertFalse(isolate.runtime.loop().post(() -> {}));
        List<String> late = new ArrayList<>();
        assertThrows(IllegalStateException.class, () -> isolate.runtime.scope().add(() -> late.add("closed at once")));
        assertEquals(List.of("closed at once"), late);
        assertEquals(actor.usage(), actor.usage());
    }

    @Test
    void closeOfAnActorReturnsWhenItIsGone() throws Exception {
        Actor actor = host.running(
                isolate -> {}, options -> options.limits(Limits.defaults().withGrace(Duration.ZERO)));
        actor.close();
        assertEquals(ActorState.TERMINATED, actor.state());
    }

    private static List<String> sorted(FakeIsolate isolate) {
        // "kill" and "interrupted" are noted by two threads
        List<String> order = List.of("start", "kill", "interrupted", "close");
        return isolate.calls.stream()
                .sorted(java.util.Comparator.comparingInt(order::indexOf))
                .toList();
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
