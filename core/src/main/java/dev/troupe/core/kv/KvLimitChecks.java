package dev.troupe.core.kv;

import dev.troupe.core.KvLimits;
import java.util.List;

/** How a breach of {@link KvLimits} is told: the limit's name, the actual size, the bound. Stateless, pure. */
public final class KvLimitChecks {

    private KvLimitChecks() {}

    static void keys(List<KvKey> keys, KvLimits limits) {
        atMost("keysPerOperation", "keys in one operation", keys.size(), limits.keysPerOperation());
        for (KvKey key : keys) {
            atMost("keyBytes", "bytes in the key", key.size(), limits.keyBytes());
        }
    }

    static void entries(List<KvEntry> entries, KvLimits limits) {
        keys(entries.stream().map(KvEntry::key).toList(), limits);
        long sum = 0;
        for (KvEntry entry : entries) {
            atMost("valueBytes", "bytes in the value", entry.value().length, limits.valueBytes());
            sum += entry.size();
        }
        atMost("putBytes", "bytes in one put", sum, limits.putBytes());
    }

    /**
     * For stores: what the actor would have after a put.
     *
     * @throws KvException of kind {@code LIMIT}
     */
    public static void total(long bytes, long limit) {
        atMost("totalBytes", "bytes in the actor's storage after this put", bytes, limit);
    }

    static void pending(int operations, KvLimits limits) {
        atMost("pendingOperations", "operations under way", operations, limits.pendingOperations());
    }

    private static void atMost(String name, String what, long actual, long limit) {
        if (actual > limit) {
            throw new KvException(
                    KvException.Kind.LIMIT,
                    actual + " " + what + "; the limit KvLimits." + name + " is " + limit + ".");
        }
    }
}
