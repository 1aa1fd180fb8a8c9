package dev.troupe.core.host;

import dev.troupe.core.ActorId;
import dev.troupe.core.ActorLogs;
import dev.troupe.core.ActorSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ended actors that a host remembers, with the logs of those that ended in its time. Any thread. */
final class History {
    private final int most;
    private final Map<ActorId, Ended> ended = new LinkedHashMap<>();

    /** An actor that is no more. */
    record Ended(ActorSnapshot actor, Optional<ActorLogs> logs) {}

    History(int most) {
        this.most = most;
    }

    /** Remembers one more; gives those that are forgotten for it. */
    synchronized List<ActorId> add(Ended one) {
        ended.put(one.actor().id(), one);
        List<ActorId> forgotten = new ArrayList<>();
        while (ended.size() > most) {
            ActorId oldest = ended.keySet().iterator().next();
            ended.remove(oldest);
            forgotten.add(oldest);
        }
        return forgotten;
    }

    synchronized Optional<Ended> find(ActorId id) {
        return Optional.ofNullable(ended.get(id));
    }

    synchronized List<ActorSnapshot> list() {
        return ended.values().stream().map(Ended::actor).toList();
    }
}
