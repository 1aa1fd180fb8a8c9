package dev.troupe.core.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorState;
import dev.troupe.core.Limits;
import dev.troupe.core.LogEntry;
import dev.troupe.core.TerminationReason;
import dev.troupe.core.TerminationReason.Killed;
import dev.troupe.core.TerminationReason.StartFailed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KillTest {
    private final FakeHost host = new FakeHost(1, java.util.Optional.empty());

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void anActorKilledWhileStuckLeavesItsNeighboursRunning() throws Exception {
        Actor neighbour = host.running(isolate -> {}, options -> {});
        FakeIsolate beside = host.isolate();
        CountDownLatch spinning = new CountDownLatch(1);
        Actor stuck = host.create(
                isolate -> {
                    spinning.countDown();
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    throw new InterruptedException();
                },
                options -> options.limits(Limits.defaults().withTurn(Duration.ofMillis(200))));
        spinning.await();
        CompletableFuture<ActorState> meanwhile = new CompletableFuture<>();
        beside.runtime.loop().post(() -> meanwhile.complete(stuck.state()));
        assertEquals(ActorState.STARTING, meanwhile.get());
        Killed reason = assertInstanceOf(Killed.class, FakeHost.reason(stuck));
        assertEquals("turn", reason.limit());
        assertEquals(137, reason.exitCode());
        assertTrue(reason.message().contains("Limits.turn"), reason.message());
        List<LogEntry> log = stuck.logs().snapshot();
        assertTrue(log.get(log.size() - 1).text().contains("Killed"), log.toString());
        assertEquals(ActorState.RUNNING, neighbour.state());
        CompletableFuture<Boolean> after = new CompletableFuture<>();
        beside.runtime.loop().post(() -> after.complete(Thread.currentThread().isInterrupted()));
        assertFalse(after.get());
    }

    @Test
    void aProgramThatCannotBeKilledIsGivenUpAndFreedWhenItReturns() throws Exception {
        AtomicBoolean release = new AtomicBoolean();
        Actor actor = host.create(
                isolate -> FakeHost.await(release::get),
                options -> options.limits(
                        Limits.defaults().withTurn(Duration.ofMillis(20)).withKill(Duration.ofMillis(50))));
        assertInstanceOf(Killed.class, FakeHost.reason(actor));
        FakeIsolate isolate = host.isolate();
        assertFalse(isolate.calls.contains("close"));
        Actor next = host.running(other -> {}, options -> {});
        assertEquals(ActorState.RUNNING, next.state());
        release.set(true);
        FakeHost.await(() -> isolate.calls.contains("close"));
    }

    @Test
    void aProgramThatRunsOnAfterItsExitIsKilled() throws Exception {
        Actor actor = host.create(
                isolate -> {
                    isolate.runtime.exit(new dev.troupe.core.ExitStatus(3, "bye"));
                    new CountDownLatch(1).await();
                },
                options -> options.limits(Limits.defaults().withKill(Duration.ofMillis(50))));
        assertEquals(new StartFailed(3, "bye"), FakeHost.reason(actor));
        assertTrue(host.isolate().calls.contains("kill"));
    }

    @Test
    void aStartThatNeverComesToItsEndIsKilled() throws Exception {
        Actor actor = host.create(
                isolate -> {
                    throw new InterruptedException(); // the fake returns without having started
                },
                options -> options.limits(Limits.defaults().withStart(Duration.ofMillis(30))));
        Killed reason = assertInstanceOf(Killed.class, FakeHost.reason(actor));
        assertEquals("start", reason.limit());
    }

    @Test
    void aFailedStartTellsItsMessage() throws Exception {
        Actor actor = host.create(isolate -> {
            throw new IllegalStateException("index.ts:3:7 SyntaxError");
        });
        assertEquals(new StartFailed(1, "index.ts:3:7 SyntaxError"), FakeHost.reason(actor));
    }

    @Test
    void anIsolateThatCannotBeMadeIsAFailedStart() throws Exception {
        Actor actor = host.host.create(
                dev.troupe.core.ActorOptions.of(dev.troupe.core.Script.inline("nobody-knows-this-program.js", "")));
        TerminationReason reason = FakeHost.reason(actor);
        assertInstanceOf(StartFailed.class, reason);
        assertTrue(reason.message().contains("nobody-knows-this-program.js"), reason.message());
        assertTrue(host.host.find(actor.id()).isEmpty());
    }

    @Test
    void aTaskThatFailsInsideTheHostEndsTheActor() throws Exception {
        Actor actor = host.running(isolate -> {}, options -> {});
        host.isolate().runtime.loop().post(() -> {
            throw new IllegalStateException("a fault of ours; this is part of the test");
        });
        assertInstanceOf(TerminationReason.Failed.class, FakeHost.reason(actor));
    }
}
