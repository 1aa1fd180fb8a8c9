package dev.troupe.core.host;

import dev.troupe.core.ActorException;
import dev.troupe.core.ActorId;
import dev.troupe.core.KvLimits;
import dev.troupe.core.kv.ActorKv;
import dev.troupe.core.kv.KvStore;
import dev.troupe.core.kv.MemoryKvStore;
import dev.troupe.core.spi.KvStoreProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The key-value storage of one host's actors: durable below the data directory, else in memory, which it says once.
 * Owned by the host; any thread; it ends with {@link #close}, after the last actor.
 */
final class Storage implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("dev.troupe.host");

    private final KvStore store;
    private final boolean durable;
    private final AtomicBoolean said = new AtomicBoolean();

    private Storage(KvStore store, boolean durable) {
        this.store = store;
        this.durable = durable;
    }

    /** Opens it; the driver and the files are loaded here, not by the first actor that stores something. */
    static Storage open(Optional<Path> dataDirectory, Executor blocking) {
        Optional<KvStoreProvider> provider = ServiceLoader.load(
                        KvStoreProvider.class, KvStoreProvider.class.getClassLoader())
                .findFirst()
                .or(() -> ServiceLoader.load(KvStoreProvider.class).findFirst());
        if (dataDirectory.isEmpty() || provider.isEmpty()) {
            return new Storage(new MemoryKvStore(), false);
        }
        Path directory = dataDirectory.get().resolve("kv");
        try {
            Files.createDirectories(directory);
        } catch (IOException failure) {
            throw new ActorException(
                    "The storage directory " + directory + " cannot be made: " + failure.getMessage()
                            + ". Check the host's dataDirectory.",
                    failure);
        }
        return new Storage(provider.get().open(directory, blocking), true);
    }

    /** Where the host's own records are; empty if they would not survive it. */
    Optional<Ledger> ledger() {
        return durable ? Optional.of(new Ledger(store)) : Optional.empty();
    }

    ActorKv of(ActorId actor, KvLimits limits) {
        if (!durable && said.compareAndSet(false, true)) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Actors of this host store values in memory only, gone with the host: give it a dataDirectory, and"
                            + " dev.troupe:troupe-store on the class path, for durable ones.");
        }
        return new ActorKv(store, actor, limits);
    }

    /** Removes what a destroyed actor has stored. */
    CompletionStage<Void> remove(ActorId actor) {
        return store.deleteAll(actor).whenComplete((nothing, failure) -> {
            if (failure != null) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The stored values of actor " + actor + " could not be removed.",
                        failure);
            }
        });
    }

    @Override
    public void close() {
        store.close();
    }
}
