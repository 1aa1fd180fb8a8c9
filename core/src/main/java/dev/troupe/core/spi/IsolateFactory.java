package dev.troupe.core.spi;

import dev.troupe.core.EngineDescription;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Makes the isolates of one host and owns what they share (the engine, parsed sources). Found with
 * {@link java.util.ServiceLoader}, one instance for each host.
 */
public interface IsolateFactory extends AutoCloseable {

    /**
     * Called once before any other method.
     *
     * @param cacheDirectory where derived files may be kept between runs; empty means memory only
     * @param blocking the host's bounded pool for calls that block
     */
    void open(Optional<Path> cacheDirectory, Executor blocking);

    /** What runs the programs. Any thread. */
    EngineDescription engine();

    /** Makes the isolate of {@code runtime}; cheap: the realm is made by {@link Isolate#start}. Any thread. */
    Isolate create(ActorRuntime runtime);

    /** Frees what is shared. All isolates are closed by then. */
    @Override
    void close();
}
