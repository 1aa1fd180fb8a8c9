package dev.troupe.server.gateway;

import dev.troupe.core.ActorId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many requests are under way for each actor. Owned by the gateway, any thread; it holds what is under way only.
 */
final class Visits {
    private final Map<ActorId, Integer> counts = new ConcurrentHashMap<>();

    /** Counts one more; false, and it is not counted, if there are {@code limit}. */
    boolean enter(ActorId actor, int limit) {
        boolean[] entered = {true};
        counts.compute(actor, (id, count) -> {
            if (count != null && count >= limit) {
                entered[0] = false;
                return count;
            }
            return count == null ? 1 : count + 1;
        });
        return entered[0];
    }

    /** Takes one {@link #enter} back. */
    void leave(ActorId actor) {
        counts.computeIfPresent(actor, (id, count) -> count == 1 ? null : count - 1);
    }

    /** All that is under way. */
    int count() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
