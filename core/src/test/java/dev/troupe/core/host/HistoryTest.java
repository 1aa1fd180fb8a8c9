package dev.troupe.core.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.troupe.core.ActorId;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.ActorSnapshot;
import dev.troupe.core.ActorState;
import dev.troupe.core.Limits;
import dev.troupe.core.LogStream;
import dev.troupe.core.Region;
import dev.troupe.core.TerminationReason;
import dev.troupe.core.log.LogBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static ActorSnapshot actor() {
        return new ActorSnapshot(
                ActorId.random(),
                ActorOptions.builder().buildId("b").build(),
                Region.LOCAL,
                "b",
                List.of(),
                ActorState.TERMINATED,
                0,
                Instant.EPOCH,
                Optional.empty(),
                Optional.of(Instant.EPOCH),
                Optional.of(new TerminationReason.Exited()));
    }

    @Test
    void theOldestAreForgottenFirst() {
        History history = new History(2);
        List<ActorSnapshot> actors = List.of(actor(), actor(), actor());
        List<ActorId> forgotten = new ArrayList<>();
        actors.forEach(actor -> forgotten.addAll(history.add(History.Ended.of(actor))));
        assertEquals(List.of(actors.get(0).id()), forgotten);
        assertEquals(actors.subList(1, 3), history.list());
    }

    @Test
    void theLogsOfTheOldestGoBeforeTheyAreTooMuch() {
        History history = new History(100);
        List<ActorSnapshot> actors = new ArrayList<>();
        byte[] line = ("x".repeat(60_000) + "\n").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20; i++) {
            LogBuffer log = new LogBuffer(Limits.defaults(), Runnable::run, Clock.systemUTC());
            for (int n = 0; n < 40; n++) {
                log.write(LogStream.STDOUT, line);
            }
            actors.add(actor());
            history.add(History.Ended.of(actors.get(i), log));
        }
        List<Boolean> kept = actors.stream()
                .map(actor -> history.find(actor.id()).orElseThrow().logs().isPresent())
                .toList();
        assertEquals(20, history.list().size());
        assertEquals(false, kept.get(0));
        assertEquals(true, kept.get(19));
        assertEquals(16, kept.stream().filter(present -> present).count()); // of 4 MiB each
    }
}
