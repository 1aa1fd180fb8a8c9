package dev.troupe.core.host;

import dev.troupe.core.ActorId;
import dev.troupe.core.Usage;
import dev.troupe.core.UsageSample;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What the actors of a host used over time: the last samples of each. Any thread; owned by a host that samples. */
final class UsageHistory {
    /** An hour at the usual fifteen seconds. */
    static final int SAMPLES = 240;

    private final Map<ActorId, ArrayDeque<UsageSample>> samples = new HashMap<>();

    synchronized void add(ActorId id, Instant at, Usage usage) {
        ArrayDeque<UsageSample> ring = samples.computeIfAbsent(id, none -> new ArrayDeque<>());
        ring.add(new UsageSample(at, usage));
        if (ring.size() > SAMPLES) {
            ring.remove();
        }
    }

    /** Forgets the actors that nobody knows any more. */
    synchronized void retain(Predicate<ActorId> known) {
        samples.keySet().removeIf(id -> !known.test(id));
    }

    synchronized List<UsageSample> of(ActorId id) {
        ArrayDeque<UsageSample> ring = samples.get(id);
        return ring == null ? List.of() : List.copyOf(ring);
    }
}
