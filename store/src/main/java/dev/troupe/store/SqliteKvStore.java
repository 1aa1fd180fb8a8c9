package dev.troupe.store;

import dev.troupe.core.ActorId;
import dev.troupe.core.kv.KvEntry;
import dev.troupe.core.kv.KvKey;
import dev.troupe.core.kv.KvScan;
import dev.troupe.core.kv.KvStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Thousands of actors over a few SQLite files: an actor's entries are all in one of them, chosen by its id. Owned by
 * the host; any thread. A write's stage completes after the commit that holds it was synced to the disk (WAL,
 * synchronous FULL); commits are shared by all writes that wait at that moment. Ends with {@link #close}, which
 * finishes what was asked.
 */
final class SqliteKvStore implements KvStore {
    /**
     * Four writers saturate a disk's syncs and keep the open files few. A power of two, and part of the layout on disk.
     */
    private static final int SHARDS = 4;

    private final List<Shard> shards = new ArrayList<>();

    SqliteKvStore(Path directory, Executor blocking) {
        try {
            for (int number = 0; number < SHARDS; number++) {
                shards.add(new Shard(ShardFile.open(directory.resolve("kv-" + number + ".sqlite")), blocking));
            }
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private Shard shard(ActorId actor) {
        return shards.get((int) (actor.value().getLeastSignificantBits() & (SHARDS - 1)));
    }

    @Override
    public CompletionStage<List<KvEntry>> read(ActorId actor, List<KvKey> keys) {
        return shard(actor).submit(actor, false, file -> file.get(actor, keys));
    }

    @Override
    public CompletionStage<List<KvEntry>> list(ActorId actor, KvScan scan) {
        return shard(actor).submit(actor, false, file -> file.list(actor, scan));
    }

    @Override
    public CompletionStage<Void> put(ActorId actor, List<KvEntry> entries, long total) {
        return shard(actor).submit(actor, true, file -> {
            file.put(actor, entries, total);
            return null;
        });
    }

    @Override
    public CompletionStage<Void> delete(ActorId actor, List<KvKey> keys) {
        return shard(actor).submit(actor, true, file -> {
            file.delete(actor, keys);
            return null;
        });
    }

    @Override
    public CompletionStage<Void> deleteAll(ActorId actor) {
        return shard(actor).submit(actor, true, file -> {
            file.deleteAll(actor);
            return null;
        });
    }

    @Override
    public void close() {
        shards.forEach(Shard::close);
    }
}
