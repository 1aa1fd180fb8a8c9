package dev.troupe.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.ActorLogs;
import dev.troupe.core.Limits;
import dev.troupe.core.LogEntry;
import dev.troupe.core.LogStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LogBufferTest {
    private final Queue<Runnable> courier = new ArrayDeque<>();
    private final VirtualClock clock = new VirtualClock();

    @Test
    void theNewestLinesAreKept() {
        LogBuffer log = buffer(Limits.defaults().withLogLines(3));
        for (int i = 0; i < 5; i++) {
            out(log, "line " + i + "\n");
        }
        assertEquals(List.of("line 2", "line 3", "line 4"), texts(log.snapshot()));
        assertEquals(2, log.snapshot().get(0).sequence());
    }

    @Test
    void theKeptBytesAreBounded() {
        LogBuffer log = buffer(Limits.defaults().withLogBytes(100));
        for (int i = 0; i < 5; i++) {
            out(log, "1234567890123456789" + i + "\n");
        }
        assertEquals(2, log.snapshot().size());
    }

    @Test
    void theStreamsAreCutApartAndAnUnfinishedLineComesWithTheEnd() {
        LogBuffer log = buffer(Limits.defaults());
        out(log, "left ");
        log.write(LogStream.STDERR, "error\n".getBytes(StandardCharsets.UTF_8));
        out(log, "over");
        assertEquals(List.of("error"), texts(log.snapshot()));
        log.flush();
        assertEquals(List.of("error", "left over"), texts(log.snapshot()));
        assertEquals(LogStream.STDERR, log.snapshot().get(0).stream());
    }

    @Test
    void aFloodIsCutWithOneNoticeAndGoesOnInTheNextWindow() {
        LogBuffer log = buffer(Limits.defaults().withLogLinesPerSecond(1));
        for (int i = 0; i < 50; i++) {
            out(log, "line " + i + "\n");
        }
        List<String> kept = texts(log.snapshot());
        assertEquals(11, kept.size());
        assertTrue(kept.get(10).contains("Limits.logLinesPerSecond = 1"), kept.get(10));
        clock.now = clock.now.plusSeconds(10);
        out(log, "again\n");
        LogEntry last = log.snapshot().get(11);
        assertEquals("again", last.text());
        assertEquals(50, last.sequence());
    }

    @Test
    void aFollowerGetsKeptAndNewLinesInOrderAndLearnsOfTheEnd() {
        LogBuffer log = buffer(Limits.defaults());
        out(log, "before\n");
        List<String> seen = new ArrayList<>();
        ActorLogs.Following following = log.follow(line -> seen.add(line.text()));
        deliver();
        out(log, "after\n");
        deliver();
        assertEquals(List.of("before", "after"), seen);
        assertFalse(following.finished().toCompletableFuture().isDone());
        log.end();
        deliver();
        assertTrue(following.finished().toCompletableFuture().isDone());
    }

    @Test
    void aSlowFollowerMissesTheOldestLinesAndSeesTheGap() {
        LogBuffer log = buffer(Limits.defaults().withLogLines(2));
        List<Long> seen = new ArrayList<>();
        log.follow(line -> seen.add(line.sequence()));
        for (int i = 0; i < 5; i++) {
            out(log, i + "\n");
        }
        deliver();
        assertEquals(List.of(3L, 4L), seen);
    }

    @Test
    void aFollowerThatThrowsIsClosed() {
        LogBuffer log = buffer(Limits.defaults());
        ActorLogs.Following following = log.follow(line -> {
            throw new IllegalStateException("reader broke");
        });
        out(log, "a\n");
        deliver();
        assertTrue(following.finished().toCompletableFuture().isCompletedExceptionally());
        out(log, "b\n");
        assertTrue(courier.isEmpty());
    }

    @Test
    void aClosedFollowerGetsNothingMore() {
        LogBuffer log = buffer(Limits.defaults());
        List<String> seen = new ArrayList<>();
        ActorLogs.Following following = log.follow(line -> seen.add(line.text()));
        deliver();
        following.close();
        out(log, "late\n");
        deliver();
        assertEquals(List.of(), seen);
    }

    private LogBuffer buffer(Limits limits) {
        return new LogBuffer(limits, courier::add, clock);
    }

    private void deliver() {
        Runnable next = courier.poll();
        while (next != null) {
            next.run();
            next = courier.poll();
        }
    }

    private static void out(LogBuffer log, String text) {
        log.write(LogStream.STDOUT, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> texts(List<LogEntry> entries) {
        return entries.stream().map(LogEntry::text).toList();
    }

    private static final class VirtualClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
