package dev.troupe.server.connection;

import dev.troupe.server.access.PathPrefix;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a connection URL is for. Immutable; the defaults allow everything on the port, as often as wanted, until it
 * expires.
 *
 * @param ttl how long it is good, 1 ms to 7 days
 * @param uses how many requests may be made, a WebSocket being one, 1 to 1,000,000; empty means any number. Uses are
 *     counted in memory: a counted URL ends with its host
 * @param paths where on the port; below {@code /a} is {@code /a/b} and not {@code /ab}
 * @param methods the HTTP methods; empty means all. A WebSocket begins with {@code GET}
 */
public record ConnectionOptions(Duration ttl, OptionalInt uses, PathPrefix paths, Set<String> methods) {
    static final Duration LONGEST = Duration.ofDays(7);

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if the time is not 1 ms to 7 days
     */
    public ConnectionOptions {
        if (ttl.compareTo(Duration.ofMillis(1)) < 0 || ttl.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A connection URL is good for 1 ms to 7 days, not for " + ttl + ".");
        }
        methods = Set.copyOf(methods);
    }

    /** Good for that long, and for everything on the port. */
    public static ConnectionOptions ttl(Duration time) {
        return new ConnectionOptions(time, OptionalInt.empty(), PathPrefix.ALL, Set.of());
    }

    /** A copy that may be used so often. */
    public ConnectionOptions uses(int count) {
        return new ConnectionOptions(ttl, OptionalInt.of(count), paths, methods);
    }

    /** A copy for that path and all below it. */
    public ConnectionOptions pathPrefix(String path) {
        return new ConnectionOptions(ttl, uses, PathPrefix.of(path), methods);
    }

    /** A copy for those methods only. */
    public ConnectionOptions methods(String... names) {
        return new ConnectionOptions(ttl, uses, paths, Set.copyOf(List.of(names)));
    }
}
