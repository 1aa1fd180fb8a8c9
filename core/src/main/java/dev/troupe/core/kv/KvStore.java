package dev.troupe.core.kv;

import dev.troupe.core.ActorId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Ordered bytes by actor. All methods may be called on any thread and return at once; a stage completes on a thread of
 * the store's, so what follows must be short or posted elsewhere. The operations of one actor take effect in the order
 * of their calls; each is one transaction. A stage of a write that completes normally means that the write is as
 * durable as this store can make it. Failures are {@link KvException}s.
 */
public interface KvStore extends AutoCloseable {

    /** The entries of those {@code keys} that exist, in the order asked. */
    CompletionStage<List<KvEntry>> read(ActorId actor, List<KvKey> keys);

    /** The entries of a range. */
    CompletionStage<List<KvEntry>> list(ActorId actor, KvScan scan);

    /**
     * Writes all of {@code entries} or none.
     *
     * @param total the most bytes, keys and values together, that the actor may have afterwards; a breach is
     *     {@code KvException} of kind {@code LIMIT}
     */
    CompletionStage<Void> put(ActorId actor, List<KvEntry> entries, long total);

    /** Removes keys; those that do not exist are no error. */
    CompletionStage<Void> delete(ActorId actor, List<KvKey> keys);

    /** Removes everything of {@code actor}. */
    CompletionStage<Void> deleteAll(ActorId actor);

    /** Finishes what was asked, then lets go of files. Idempotent. */
    @Override
    void close();
}
