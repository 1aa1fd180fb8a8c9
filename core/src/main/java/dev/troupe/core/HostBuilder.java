package dev.troupe.core;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.ServiceLoader;

/** Collects what a host is made from. Owned by the caller, one thread; ends with {@link #build}. */
public final class HostBuilder {
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private Region region = Region.LOCAL;
    private Optional<Path> dataDirectory = Optional.empty();
    private Optional<Path> cacheDirectory = Optional.empty();
    private InetAddress bindAddress = InetAddress.getLoopbackAddress();
    private Optional<GatewayAddress> gateway = Optional.empty();
    private int carriers = CORES;
    private int blockingThreads = Math.max(8, 2 * CORES);
    private int remembered = -1;
    private Optional<Duration> sampling = Optional.empty();

    HostBuilder() {}

    /** Where the host says it is: {@code ctx.metadata.region}. Default {@link Region#LOCAL}. */
    public HostBuilder region(Region place) {
        region = place;
        return this;
    }

    /** {@link #region(Region)} with one word for id and name. */
    public HostBuilder region(String id) {
        return region(new Region(id, id));
    }

    /** Where actors keep durable data; made if missing. Default: none, actors have no data folder. */
    public HostBuilder dataDirectory(Path directory) {
        dataDirectory = Optional.of(directory.toAbsolutePath().normalize());
        return this;
    }

    /** Where derived files are kept between runs (compiled TypeScript). Default: none, memory only. */
    public HostBuilder cacheDirectory(Path directory) {
        cacheDirectory = Optional.of(directory.toAbsolutePath().normalize());
        return this;
    }

    /** Where declared ports are bound. Default: loopback, not reachable from other machines. */
    public HostBuilder bindAddress(InetAddress address) {
        bindAddress = address;
        return this;
    }

    /**
     * Where the gateway of this host is reached, for ports with {@link Routing#GUARD}. Default: there is none, and such
     * ports are refused.
     */
    public HostBuilder gateway(GatewayAddress address) {
        gateway = Optional.of(address);
        return this;
    }

    /** Threads that run event loops. Default: one per core. */
    public HostBuilder carriers(int count) {
        carriers = positive("carriers", count);
        return this;
    }

    /** Threads for calls that block (files, DNS), made when needed. Default: two per core, at least 8. */
    public HostBuilder blockingThreads(int count) {
        blockingThreads = positive("blockingThreads", count);
        return this;
    }

    /**
     * How many ended actors the host remembers, and while it runs up to 64 MiB of what they wrote; the oldest are
     * forgotten first. Default: 1,000 with a data directory, else none.
     */
    public HostBuilder remembered(int count) {
        if (count < 0 || count > 100_000) {
            throw new IllegalArgumentException("remembered is " + count + ": use 0 to 100000.");
        }
        remembered = count;
        return this;
    }

    /**
     * Notes what each actor has used once in {@code interval}, for {@link ActorHost#usageHistory}, which keeps the last
     * 240 samples of an actor. Default: never.
     */
    public HostBuilder sampling(Duration interval) {
        if (interval.compareTo(Duration.ofMillis(100)) < 0) {
            throw new IllegalArgumentException("sampling is " + interval + ": use 100 ms or more.");
        }
        sampling = Optional.of(interval);
        return this;
    }

    /**
     * A running host.
     *
     * @throws EngineMissingException if nothing on the class path runs programs
     */
    public ActorHost build() {
        int history = remembered >= 0 ? remembered : dataDirectory.isPresent() ? 1_000 : 0;
        HostSettings settings = new HostSettings(
                region,
                dataDirectory,
                cacheDirectory,
                bindAddress,
                gateway,
                carriers,
                blockingThreads,
                history,
                sampling);
        return ServiceLoader.load(HostProvider.class, HostProvider.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new EngineMissingException(
                        "troupe-core is incomplete: its service file for " + HostProvider.class.getName()
                                + " is missing. If you repackage jars, merge META-INF/services."))
                .open(settings);
    }

    private static int positive(String what, int count) {
        if (count < 1 || count > 1_024) {
            throw new IllegalArgumentException(what + " is " + count + ": use 1 to 1024.");
        }
        return count;
    }
}
