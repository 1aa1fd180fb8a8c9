package dev.troupe.core.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorState;
import dev.troupe.core.LogStream;
import dev.troupe.core.Script;
import dev.troupe.core.TerminationReason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ActorHostTest {

    @Test
    void startFindsTheEngineAndRunsTimersUntilDestroyed() throws Exception {
        FakeIsolates.program("ticks.js", isolate -> {
            isolate.runtime
                    .loop()
                    .schedule(
                            Duration.ofMillis(5),
                            () -> isolate.runtime.write(LogStream.STDOUT, "tick\n".getBytes(StandardCharsets.UTF_8)));
        });
        Actor actor = ActorHost.start(Script.inline("ticks.js", ""));
        actor.ready().toCompletableFuture().get(5, TimeUnit.SECONDS);
        assertEquals(ActorState.RUNNING, actor.state());
        assertEquals("http", actor.url("http").getScheme());
        var line = new java.util.concurrent.CompletableFuture<String>();
        actor.logs().follow(entry -> line.complete(entry.text()));
        assertEquals("tick", line.get(5, TimeUnit.SECONDS));
        TerminationReason reason =
                actor.destroy(Duration.ZERO).toCompletableFuture().get(5, TimeUnit.SECONDS);
        assertInstanceOf(TerminationReason.Destroyed.class, reason);
        assertEquals(ActorState.TERMINATED, actor.state());
    }

    @Test
    void aProgramWhoseLoopEmptiesExitsWithCodeZero() throws Exception {
        FakeIsolates.program("once.js", isolate -> isolate.pending = false);
        Actor actor = ActorHost.start(Script.inline("once.js", ""));
        assertEquals(
                new TerminationReason.Exited(),
                actor.terminated().toCompletableFuture().get(5, TimeUnit.SECONDS));
        assertEquals(List.of(), actor.logs().snapshot());
    }
}
