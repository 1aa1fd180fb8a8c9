package dev.troupe.core.spi;

import dev.troupe.core.kv.KvStore;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/**
 * Opens the durable store of a host that has a data directory. Found with {@link java.util.ServiceLoader}; without one,
 * values live in memory and the host says so.
 */
public interface KvStoreProvider {

    /**
     * Opens, or makes, the store in {@code directory}, which exists and is this host's alone.
     *
     * @param blocking the host's bounded pool, for the store's own work
     * @throws dev.troupe.core.kv.KvException of kind {@code STORE} if the files cannot be used
     */
    KvStore open(Path directory, Executor blocking);
}
