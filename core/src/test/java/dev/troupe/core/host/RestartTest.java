package dev.troupe.core.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorState;
import dev.troupe.core.Protocol;
import dev.troupe.core.RestartPolicy;
import dev.troupe.core.TerminationReason;
import dev.troupe.core.TerminationReason.Destroyed;
import dev.troupe.core.TerminationReason.RestartIntensityExceeded;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RestartTest {
    private final FakeHost host = new FakeHost();

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void aFailedActorComesBackAsTheSameActorInANewIsolate() throws Exception {
        AtomicInteger starts = new AtomicInteger();
        Actor actor = host.host.create(dev.troupe.core.ActorOptions.builder()
                .script(FakeHost.script(isolate -> {
                    isolate.print("start " + starts.get() + ", unfinished");
                    if (starts.getAndIncrement() == 0) {
                        throw new IllegalStateException("once");
                    }
                }))
                .port("game", Protocol.TCP)
                .restart(RestartPolicy.onFailure())
                .build());
        URI url = actor.url("game");
        FakeHost.await(() -> actor.state() == ActorState.RUNNING);
        assertEquals(1, actor.generation());
        assertEquals(url, actor.url("game"));
        assertEquals(2, host.isolates.made.size());
        FakeIsolate first = host.isolates.made.get(0);
        FakeIsolate second = host.isolates.made.get(1);
        assertNotSame(first.runtime.loop(), second.runtime.loop());
        assertEquals(first.runtime.context().id(), second.runtime.context().id());
        assertEquals(List.of("start", "close"), first.calls);
        actor.destroy(Duration.ZERO).toCompletableFuture().get();
        assertEquals(
                List.of("start 0, unfinished", "start 1, unfinished"),
                actor.logs().snapshot().stream().map(line -> line.text()).toList());
    }

    @Test
    void destroyWhileBackingOffEndsAtOnce() throws Exception {
        Actor actor = host.create(
                isolate -> {
                    throw new IllegalStateException("always");
                },
                options -> options.restart(RestartPolicy.onFailure()));
        FakeHost.await(() -> actor.state() == ActorState.BACKING_OFF && actor.generation() == 1);
        actor.destroy(Duration.ofDays(1));
        assertEquals(new Destroyed(), FakeHost.reason(actor));
    }

    @Test
    void anActorThatFailsTooOftenIsGivenUp() throws Exception {
        Actor actor = host.create(
                isolate -> {
                    throw new IllegalStateException("always");
                },
                options -> options.restart(RestartPolicy.onFailure().intensity(1, Duration.ofMinutes(1))));
        RestartIntensityExceeded reason = assertInstanceOf(RestartIntensityExceeded.class, FakeHost.reason(actor));
        assertEquals(new TerminationReason.StartFailed(1, "always"), reason.last());
        assertEquals(2, host.isolates.made.size());
    }

    @Test
    void anExitWithCodeZeroIsNeverRestarted() throws Exception {
        Actor actor =
                host.create(isolate -> isolate.pending = false, options -> options.restart(RestartPolicy.onFailure()));
        assertEquals(new TerminationReason.Exited(), FakeHost.reason(actor));
    }

    @Test
    void usageAddsUpOverStartsAndFreezesAtTheEnd() throws Exception {
        AtomicInteger starts = new AtomicInteger();
        Actor actor = host.create(
                isolate -> {
                    isolate.runtime.meter().bytesIn(10);
                    isolate.runtime.meter().bytesOut(100);
                    isolate.runtime.meter().request();
                    isolate.pending = false;
                    if (starts.getAndIncrement() == 0) {
                        throw new IllegalStateException("once");
                    }
                },
                options -> options.restart(RestartPolicy.onFailure()));
        FakeHost.reason(actor);
        assertEquals(20, actor.usage().bytesIn());
        assertEquals(200, actor.usage().bytesOut());
        assertEquals(2, actor.usage().requests());
        assertEquals(actor.usage(), actor.usage());
    }
}
