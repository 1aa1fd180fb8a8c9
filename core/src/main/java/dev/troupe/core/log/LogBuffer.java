package dev.troupe.core.log;

import dev.troupe.core.ActorLogs;
import dev.troupe.core.Limits;
import dev.troupe.core.LogEntry;
import dev.troupe.core.LogStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The log of one actor over all its starts. Any thread writes and reads, under one lock; the ring and the cutters exist
 * once something is written. It is readable as long as somebody holds the actor.
 */
public final class LogBuffer implements ActorLogs {
    private final Limits limits;
    private final Executor courier;
    private final Clock clock;
    private @Nullable Lines lines;
    private final List<LogFollower> followers = new ArrayList<>(0);
    private boolean ended;

    /**
     * Holds nothing yet.
     *
     * @param limits the actor's limits
     * @param courier runs the readers
     * @param clock stamps the lines
     */
    public LogBuffer(Limits limits, Executor courier, Clock clock) {
        this.limits = limits;
        this.courier = courier;
        this.clock = clock;
    }

    /** Appends UTF-8 text; what has no line feed yet waits for one. */
    public void write(LogStream stream, byte[] utf8) {
        if (utf8.length == 0) {
            return;
        }
        synchronized (this) {
            if (ended) {
                return;
            }
            written().write(stream, utf8);
        }
        wakeFollowers();
    }

    /** Ends unfinished lines: the program that wrote them is gone. */
    public void flush() {
        synchronized (this) {
            if (lines != null) {
                lines.flush();
            }
        }
        wakeFollowers();
    }

    /** Nothing more will come. */
    public void end() {
        synchronized (this) {
            ended = true;
        }
        wakeFollowers();
    }

    @Override
    public List<LogEntry> snapshot() {
        return from(0, Integer.MAX_VALUE);
    }

    synchronized List<LogEntry> from(long sequence, int count) {
        return lines == null ? List.of() : lines.ring.from(sequence, count);
    }

    synchronized boolean ended() {
        return ended;
    }

    @Override
    public Following follow(Consumer<LogEntry> reader) {
        LogFollower follower = new LogFollower(this, reader, courier);
        synchronized (this) {
            followers.add(follower);
        }
        follower.wake();
        return follower;
    }

    synchronized void forget(LogFollower follower) {
        followers.remove(follower);
    }

    private void wakeFollowers() {
        List<LogFollower> awake;
        synchronized (this) {
            if (followers.isEmpty()) {
                return;
            }
            awake = List.copyOf(followers);
        }
        awake.forEach(LogFollower::wake);
    }

    private Lines written() {
        Lines present = lines;
        if (present == null) {
            present = new Lines();
            lines = present;
        }
        return present;
    }

    /** What exists once something is written. */
    private final class Lines {
        private final LogRing ring = new LogRing(limits.logLines(), limits.logBytes());
        private final LineCutter out = new LineCutter(limits.logLineBytes());
        private final LineCutter err = new LineCutter(limits.logLineBytes());
        private final LogRate rate = new LogRate(limits.logLinesPerSecond());
        private long next;

        void write(LogStream stream, byte[] utf8) {
            cutter(stream).append(utf8, line -> add(stream, line));
        }

        void flush() {
            out.flush(line -> add(LogStream.STDOUT, line));
            err.flush(line -> add(LogStream.STDERR, line));
        }

        private LineCutter cutter(LogStream stream) {
            return stream == LogStream.STDOUT ? out : err;
        }

        private void add(LogStream stream, String line) {
            Instant now = clock.instant();
            switch (rate.next(now)) {
                case KEEP -> ring.add(new LogEntry(next, now, stream, line));
                case NOTICE ->
                    ring.add(new LogEntry(
                            next,
                            now,
                            LogStream.STDERR,
                            "[troupe] Log lines are dropped for up to 10 s: more than Limits.logLinesPerSecond = "
                                    + limits.logLinesPerSecond() + "."));
                case DROP -> {}
            }
            next++;
        }
    }
}
