package dev.troupe.core.log;

import dev.troupe.core.LogEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The newest lines of a log, bounded by count and by bytes. Confined to its {@link LogBuffer}'s lock. */
final class LogRing {
    private final int lines;
    private final long bytes;
    private final ArrayDeque<LogEntry> entries = new ArrayDeque<>();
    private long held;

    LogRing(int lines, long bytes) {
        this.lines = lines;
        this.bytes = bytes;
    }

    void add(LogEntry entry) {
        entries.add(entry);
        held += size(entry);
        while (entries.size() > lines || (held > bytes && entries.size() > 1)) {
            held -= size(entries.remove());
        }
    }

    /** The entries from number {@code sequence} on, oldest first, at most {@code count}. */
    List<LogEntry> from(long sequence, int count) {
        List<LogEntry> found = new ArrayList<>();
        for (LogEntry entry : entries) {
            if (entry.sequence() >= sequence && found.size() < count) {
                found.add(entry);
            }
        }
        return found;
    }

    /** An upper bound of what the text takes in memory. */
    private static long size(LogEntry entry) {
        return 2L * entry.text().length();
    }
}
