package dev.troupe.core.kv;

import dev.troupe.core.ActorId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A store for hosts without a data directory: values live as long as the host, over restarts of their actor. Any
 * thread; stages are complete when they are returned. Each actor's entries are guarded by their own lock.
 */
public final class MemoryKvStore implements KvStore {
    private final Map<ActorId, Entries> actors = new ConcurrentHashMap<>();

    /** An empty store. */
    public MemoryKvStore() {}

    @Override
    public CompletionStage<List<KvEntry>> read(ActorId actor, List<KvKey> keys) {
        return done(entries(actor).get(keys));
    }

    @Override
    public CompletionStage<List<KvEntry>> list(ActorId actor, KvScan scan) {
        return done(entries(actor).list(scan));
    }

    @Override
    public CompletionStage<Void> put(ActorId actor, List<KvEntry> entries, long total) {
        try {
            entries(actor).put(entries, total);
            return done();
        } catch (KvException limit) {
            return CompletableFuture.failedStage(limit);
        }
    }

    @Override
    public CompletionStage<Void> delete(ActorId actor, List<KvKey> keys) {
        entries(actor).delete(keys);
        return done();
    }

    @Override
    public CompletionStage<Void> deleteAll(ActorId actor) {
        actors.remove(actor);
        return done();
    }

    private Entries entries(ActorId actor) {
        return actors.computeIfAbsent(actor, id -> new Entries());
    }

    private static CompletionStage<Void> done() {
        return CompletableFuture.completedStage(null);
    }

    private static <T> CompletionStage<T> done(T value) {
        return CompletableFuture.completedStage(value);
    }

    @Override
    public void close() {
        actors.clear();
    }

    /** What one actor has. */
    private static final class Entries {
        private final NavigableMap<KvKey, KvEntry> entries = new TreeMap<>();
        private long bytes;

        synchronized List<KvEntry> get(List<KvKey> keys) {
            return keys.stream().map(entries::get).filter(Objects::nonNull).toList();
        }

        synchronized List<KvEntry> list(KvScan scan) {
            NavigableMap<KvKey, KvEntry> range = entries;
            if (scan.isEmpty()) {
                return List.of();
            }
            if (scan.from().isPresent()) {
                range = range.tailMap(scan.from().get(), true);
            }
            if (scan.to().isPresent()) {
                range = range.headMap(scan.to().get(), false);
            }
            return (scan.reverse() ? range.descendingMap() : range)
                    .values().stream().limit(scan.limit()).toList();
        }

        synchronized void put(List<KvEntry> put, long total) {
            Map<KvKey, KvEntry> added = new TreeMap<>();
            put.forEach(entry -> added.put(entry.key(), entry));
            long after = bytes;
            for (KvEntry entry : added.values()) {
                after += entry.size() - size(entry.key());
            }
            KvLimitChecks.total(after, total);
            entries.putAll(added);
            bytes = after;
        }

        synchronized void delete(List<KvKey> keys) {
            for (KvKey key : keys) {
                bytes -= size(key);
                entries.remove(key);
            }
        }

        private long size(KvKey key) {
            KvEntry entry = entries.get(key);
            return entry == null ? 0 : entry.size();
        }
    }
}
