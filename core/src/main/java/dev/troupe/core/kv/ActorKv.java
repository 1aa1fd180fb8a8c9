package dev.troupe.core.kv;

import dev.troupe.core.ActorId;
import dev.troupe.core.KvLimits;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One actor's share of a store: {@code ctx.kv}. Checks the limits before anything is queued; the rest is as
 * {@link KvStore} says. Any thread; it ends with the store.
 */
public final class ActorKv {
    private final KvStore store;
    private final ActorId actor;
    private final KvLimits limits;
    private final AtomicInteger pending = new AtomicInteger();

    /** The share of {@code actor} in {@code store}. */
    public ActorKv(KvStore store, ActorId actor, KvLimits limits) {
        this.store = store;
        this.actor = actor;
        this.limits = limits;
    }

    /** The entries of those {@code keys} that exist. */
    public CompletionStage<List<KvEntry>> read(List<KvKey> keys) {
        return bounded(() -> KvLimitChecks.keys(keys, limits), () -> store.read(actor, keys));
    }

    /** The entries of a range. */
    public CompletionStage<List<KvEntry>> list(KvScan scan) {
        return bounded(() -> {}, () -> store.list(actor, scan));
    }

    /** Writes all of {@code entries} or none. */
    public CompletionStage<Void> put(List<KvEntry> entries) {
        return bounded(
                () -> KvLimitChecks.entries(entries, limits), () -> store.put(actor, entries, limits.totalBytes()));
    }

    /** Removes keys; those that do not exist are no error. */
    public CompletionStage<Void> delete(List<KvKey> keys) {
        return bounded(() -> KvLimitChecks.keys(keys, limits), () -> store.delete(actor, keys));
    }

    /** Removes everything. */
    public CompletionStage<Void> deleteAll() {
        return bounded(() -> {}, () -> store.deleteAll(actor));
    }

    private <T extends @Nullable Object> CompletionStage<T> bounded(
            Runnable check, Supplier<CompletionStage<T>> operation) {
        int underWay = pending.incrementAndGet();
        try {
            KvLimitChecks.pending(underWay, limits);
            check.run();
        } catch (KvException limit) {
            pending.decrementAndGet();
            return CompletableFuture.failedStage(limit);
        }
        return operation.get().whenComplete((result, failure) -> pending.decrementAndGet());
    }
}
