package dev.troupe.core;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What {@link HostBuilder} collected; its methods describe the fields. */
public record HostSettings(
        Region region,
        Optional<Path> dataDirectory,
        Optional<Path> cacheDirectory,
        InetAddress bindAddress,
        Optional<GatewayAddress> gateway,
        int carriers,
        int blockingThreads,
        int remembered,
        Optional<Duration> sampling) {}
