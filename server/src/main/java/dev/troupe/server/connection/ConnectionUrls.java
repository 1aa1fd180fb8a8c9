package dev.troupe.server.connection;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorException;
import dev.troupe.core.ActorId;
import dev.troupe.core.ActorPort;
import dev.troupe.core.Routing;
import dev.troupe.server.access.Grant;
import dev.troupe.server.access.GrantCheck;
import dev.troupe.server.access.KeyRing;
import dev.troupe.server.access.SigningKey;
import dev.troupe.server.access.TokenPath;
import dev.troupe.server.access.UseCounts;
import dev.troupe.server.access.Verdict;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Hands out connection URLs and decides about requests that come with one. Owned by whoever serves the host; any
 * thread. With a data directory the URLs outlive it, as their keys are kept there; without, they end with it. It needs
 * no end.
 */
public final class ConnectionUrls {
    private final Optional<KeyFile> file;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final UseCounts counts = new UseCounts();
    private final GrantCheck check = new GrantCheck(counts);
    private volatile KeyRing keys;

    private ConnectionUrls(Optional<KeyFile> file, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.keys = file.map(KeyFile::read).orElse(KeyRing.EMPTY);
    }

    /**
     * Opens the keys of a host; the first is made with the first URL.
     *
     * @param dataDirectory the host's own, which it has locked; empty keeps keys in memory
     * @throws dev.troupe.core.DataDirectoryException if there are keys that cannot be read, or that others may read
     */
    public static ConnectionUrls open(Optional<Path> dataDirectory) {
        return open(dataDirectory, Clock.systemUTC());
    }

    static ConnectionUrls open(Optional<Path> dataDirectory, Clock clock) {
        return new ConnectionUrls(dataDirectory.map(KeyFile::in), clock);
    }

    /**
     * A new URL for a port of a living actor.
     *
     * @param port the name of a port that is routed through the gateway
     * @throws ActorException if the actor has no such port
     * @throws IllegalArgumentException if the options are out of bounds
     * @throws ConnectionsExhaustedException if uses are to be counted and there is no place
     */
    public Connection issue(Actor actor, String port, ConnectionOptions options) {
        ActorPort found = actor.ports().stream()
                .filter(declared -> declared.spec().name().equals(port))
                .findFirst()
                .orElseThrow(() -> new ActorException("Actor " + actor.id() + " has no port of this name; it has "
                        + actor.ports().stream()
                                .map(declared -> declared.spec().name())
                                .toList() + "."));
        if (found.spec().routing() != Routing.GUARD) {
            throw new ActorException("The port \"" + port + "\" is one of the host's own, open to whoever reaches "
                    + found.url() + ": create the actor with the routing {\"guard\":{}} for connection URLs.");
        }
        return issue(actor.id(), port, found.url(), options);
    }

    /**
     * A new URL for a port of an actor.
     *
     * @param base where the gateway serves the port, without a query
     * @throws IllegalArgumentException if the options are out of bounds
     * @throws ConnectionsExhaustedException if uses are to be counted and there is no place
     */
    Connection issue(ActorId actor, String port, URI base, ConnectionOptions options) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Grant grant = new Grant(
                new UUID(random.nextLong(), random.nextLong()),
                actor,
                port,
                options.methods(),
                options.paths(),
                now,
                now.plus(options.ttl().truncatedTo(ChronoUnit.MILLIS)),
                options.uses());
        if (!counts.begin(grant, now)) {
            throw new ConnectionsExhaustedException(UseCounts.MOST
                    + " connection URLs with counted uses are not over yet, which is the limit: leave the uses out, or"
                    + " let them expire sooner.");
        }
        String token = GrantCheck.token(grant, signing());
        String text = base.toString();
        String start = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        return new Connection(
                URI.create(start + TokenPath.write(token, grant.paths().toString())), grant.expiresAt());
    }

    /** Decides about a request, as {@link GrantCheck#decide} does. */
    public Verdict decide(TokenPath target, ActorId actor, String port, String method) {
        return check.decide(target.token(), keys, actor, port, method, target.path(), clock.instant());
    }

    /**
     * Signs with a new key from now on and forgets old ones: URLs that they signed are refused at once. Connections
     * that are open stay open. With a data directory this is on the disk when it returns.
     *
     * @param old how many of the keys before go on being taken, 0 to 3; 0 revokes every URL
     */
    public synchronized void rotate(int old) {
        replace(keys.rotated(fresh(), old));
    }

    private SigningKey fresh() {
        return SigningKey.made(random);
    }

    private SigningKey signing() {
        Optional<SigningKey> current = keys.current();
        return current.isPresent() ? current.get() : first();
    }

    private synchronized SigningKey first() {
        if (keys.current().isEmpty()) {
            replace(keys.rotated(fresh(), 0));
        }
        return keys.current().orElseThrow();
    }

    private void replace(KeyRing next) {
        file.ifPresent(kept -> kept.write(next)); // first the disk: what is handed out must verify after a crash
        keys = next;
    }
}
