package dev.troupe.core.host;

import dev.troupe.core.HostRecords;
import dev.troupe.core.LimitExceededException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The records of one kind, in memory and, if the host has one, in its {@link Ledger}. Owned by the host; any thread;
 * changes take their turns, readers see the last one that was written.
 */
final class KeptRecords implements HostRecords {
    private static final String FIELD = "field";

    private final Optional<Ledger> ledger;
    private final String prefix;
    private volatile Map<String, Map<String, String>> all;

    KeptRecords(Optional<Ledger> ledger, String kind) {
        this.ledger = ledger;
        this.prefix = kind + "/";
        Map<String, Map<String, String>> found = new HashMap<>();
        ledger.ifPresent(kept -> kept.load(Ledger.Kind.SERVICE).forEach((id, fields) -> {
            if (id.startsWith(prefix)) {
                found.put(id.substring(prefix.length()), Map.copyOf(fields.map(FIELD)));
            }
        }));
        all = Map.copyOf(found);
    }

    @Override
    public Map<String, Map<String, String>> all() {
        return all;
    }

    @Override
    public synchronized void put(String id, Map<String, String> fields) {
        if (!all.containsKey(id) && all.size() >= MOST) {
            throw new LimitExceededException("The host keeps " + MOST + " records of the kind \""
                    + prefix.substring(0, prefix.length() - 1) + "\", which is its limit: remove some.");
        }
        Map<String, Map<String, String>> next = new LinkedHashMap<>(all);
        next.put(id, Map.copyOf(fields));
        Fields record = new Fields().put("id", prefix + id).putAll(FIELD, fields);
        ledger.ifPresent(kept -> kept.write(Ledger.Kind.SERVICE, List.of(record)));
        all = Map.copyOf(next);
    }

    @Override
    public synchronized void remove(String id) {
        if (!all.containsKey(id)) {
            return;
        }
        ledger.ifPresent(kept -> kept.erase(Ledger.Kind.SERVICE, prefix + id));
        Map<String, Map<String, String>> next = new LinkedHashMap<>(all);
        next.remove(id);
        all = Map.copyOf(next);
    }
}
