package dev.troupe.core.host;

import dev.troupe.core.ActorId;
import dev.troupe.core.ActorLogs;
import dev.troupe.core.ActorSnapshot;
import dev.troupe.core.LogEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ended actors that a host remembers, with the logs of those that ended in its time. Any thread. */
final class History {
    /** Bytes of log text of ended actors that are kept, all together; the logs of the oldest go first. */
    private static final long LOG_BYTES = 64L << 20;

    /** What a line takes beside its text. */
    private static final int LINE_BYTES = 100;

    private final int most;
    private long logBytes;
    private final Map<ActorId, Ended> ended = new LinkedHashMap<>();

    /**
     * An actor that is no more.
     *
     * @param logs what it wrote, if that is kept
     * @param bytes what the logs take
     */
    record Ended(ActorSnapshot actor, Optional<ActorLogs> logs, long bytes) {
        static Ended of(ActorSnapshot actor, ActorLogs logs) {
            long bytes = 0;
            for (LogEntry line : logs.snapshot()) {
                bytes += LINE_BYTES + 2L * line.text().length();
            }
            return new Ended(actor, Optional.of(logs), bytes);
        }

        static Ended of(ActorSnapshot actor) {
            return new Ended(actor, Optional.empty(), 0);
        }
    }

    History(int most) {
        this.most = most;
    }

    /** Is any kept? */
    boolean remembers() {
        return most > 0;
    }

    /** Remembers one more; gives those that are forgotten for it. */
    synchronized List<ActorId> add(Ended one) {
        ended.put(one.actor().id(), one);
        logBytes += one.bytes();
        List<ActorId> forgotten = new ArrayList<>();
        while (ended.size() > most) {
            Ended oldest = ended.values().iterator().next();
            ended.remove(oldest.actor().id());
            logBytes -= oldest.bytes();
            forgotten.add(oldest.actor().id());
        }
        dropLogs();
        return forgotten;
    }

    private void dropLogs() {
        for (Map.Entry<ActorId, Ended> entry : ended.entrySet()) {
            if (logBytes <= LOG_BYTES) {
                return;
            }
            logBytes -= entry.getValue().bytes();
            entry.setValue(new Ended(entry.getValue().actor(), Optional.empty(), 0));
        }
    }

    synchronized Optional<Ended> find(ActorId id) {
        return Optional.ofNullable(ended.get(id));
    }

    synchronized List<ActorSnapshot> list() {
        return ended.values().stream().map(Ended::actor).toList();
    }
}
