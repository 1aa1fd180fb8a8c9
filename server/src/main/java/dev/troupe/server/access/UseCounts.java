package dev.troupe.server.access;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;

/**
 * How often each counted grant may still be used. Only what was handed out is counted, so nobody fills it from outside;
 * and a grant that is not there is used up, so that one from before a restart of the host, whose uses nobody knows any
 * more, opens nothing. Owned by whoever hands out grants; any thread, under its own lock.
 */
public final class UseCounts {
    /** Grants that are counted at a time, about 10 MB. */
    public static final int MOST = 65_536;

    private record Ending(UUID serial, Instant at) {}

    private final Map<UUID, Integer> left = new HashMap<>();
    private final PriorityQueue<Ending> endings = new PriorityQueue<>(Comparator.comparing(Ending::at));

    /** Makes one that counts nothing yet. */
    public UseCounts() {}

    /** Begins to count; false if there is no place, as {@link #MOST} grants are not over yet. */
    public synchronized boolean begin(Grant grant, Instant now) {
        forgetWhatIsOver(now);
        if (grant.uses().isEmpty()) {
            return true;
        }
        if (endings.size() >= MOST) {
            return false;
        }
        left.put(grant.serial(), grant.uses().getAsInt());
        endings.add(new Ending(grant.serial(), grant.expiresAt()));
        return true;
    }

    /** Spends a use; false if there is none. */
    synchronized boolean spend(Grant grant) {
        if (grant.uses().isEmpty()) {
            return true;
        }
        Integer rest = left.getOrDefault(grant.serial(), 0);
        if (rest > 0) {
            left.put(grant.serial(), rest - 1);
        }
        return rest > 0;
    }

    private void forgetWhatIsOver(Instant now) {
        for (Ending first = endings.peek(); first != null && !now.isBefore(first.at()); first = endings.peek()) {
            left.remove(first.serial());
            endings.remove();
        }
    }
}
