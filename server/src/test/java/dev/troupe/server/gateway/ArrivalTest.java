package dev.troupe.server.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.troupe.core.Actor;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ArrivalTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** As between the look for the port and the question whether it ever will. */
    @Test
    void aPortThatListensSinceItWasLookedForIsThere() throws Exception {
        assertEquals("listens", outcome("http"));
    }

    @Test
    void aPortThatARunningActorDoesNotListenOnNeverWill() throws Exception {
        assertEquals(Refusal.NO_LISTENER.code(), outcome("other"));
    }

    private static String outcome(String port) throws Exception {
        EventLoop loop = new DefaultEventLoop();
        try (Stage stage = new Stage()) {
            Actor actor = stage.actor();
            CompletableFuture<String> outcome = new CompletableFuture<>();
            loop.execute(() -> Arrival.of(
                    actor,
                    port,
                    loop,
                    LONGEST,
                    () -> outcome.complete("listens"),
                    refusal -> outcome.complete(refusal.code())));
            return outcome.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } finally {
            loop.shutdownGracefully();
        }
    }
}
