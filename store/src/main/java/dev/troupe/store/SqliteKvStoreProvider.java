package dev.troupe.store;

import dev.troupe.core.kv.KvStore;
import dev.troupe.core.spi.KvStoreProvider;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/** Opens the SQLite store of a host with a data directory. Found with service loading; stateless, any thread. */
public final class SqliteKvStoreProvider implements KvStoreProvider {

    /** For service loading. */
    public SqliteKvStoreProvider() {}

    @Override
    public KvStore open(Path directory, Executor blocking) {
        return new SqliteKvStore(directory, blocking);
    }
}
