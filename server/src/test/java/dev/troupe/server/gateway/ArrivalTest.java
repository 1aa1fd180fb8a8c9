package dev.troupe.server.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.troupe.core.Actor;
import dev.troupe.node.netty.transport.GuardedPorts;
import dev.troupe.node.netty.transport.TransportThreads;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The race between looking for a port and its opening. */
class ArrivalTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private static String outcome(Actor actor, String port) {
        TransportThreads threads = TransportThreads.acquire();
        try {
            CompletableFuture<String> outcome = new CompletableFuture<>();
            EventLoop loop = threads.group().next();
            loop.execute(() -> Arrival.of(
                    actor,
                    port,
                    loop,
                    LONG,
                    () -> outcome.complete("listens"),
                    refusal -> outcome.complete(refusal.code())));
            return outcome.orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join();
        } finally {
            threads.release();
        }
    }

    @Test
    void aPortThatOpenedSinceItWasLookedForIsFound() {
        try (Stage stage = new Stage()) {
            Actor running = stage.actor();
            int before = GuardedPorts.size();
            assertEquals("listens", outcome(running, "http"));
            assertEquals(before, GuardedPorts.size(), "nobody waits any more");
        }
    }

    @Test
    void aRunningActorWithoutThePortIsNotWaitedFor() {
        try (Stage stage = new Stage()) {
            Actor running = stage.actor();
            int before = GuardedPorts.size();
            assertEquals("ACTOR_NOT_LISTENING", outcome(running, "other"));
            assertEquals(before, GuardedPorts.size(), "nobody waits any more");
        }
    }
}
