package dev.troupe.core.log;

import java.time.Duration;
import java.time.Instant;

/**
 * How many lines a program may write, over windows of ten seconds. Pure but for its counters; confined to its
 * {@link LogBuffer}'s lock.
 */
final class LogRate {
    private static final Duration WINDOW = Duration.ofSeconds(10);

    /** What to do with a line. */
    enum Verdict {
        KEEP,
        /** The first line over the limit: say so once. */
        NOTICE,
        DROP
    }

    private final long linesPerWindow;
    private Instant windowStart = Instant.MIN;
    private long lines;

    LogRate(int linesPerSecond) {
        linesPerWindow = linesPerSecond * WINDOW.toSeconds();
    }

    Verdict next(Instant now) {
        if (windowStart.equals(Instant.MIN)
                || Duration.between(windowStart, now).compareTo(WINDOW) >= 0) {
            windowStart = now;
            lines = 0;
        }
        lines++;
        if (lines <= linesPerWindow) {
            return Verdict.KEEP;
        }
        return lines == linesPerWindow + 1 ? Verdict.NOTICE : Verdict.DROP;
    }
}
