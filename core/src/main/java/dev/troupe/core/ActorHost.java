package dev.troupe.core;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs actors inside this JVM. Owned by the application, made by {@link #builder} or, with one actor, by
 * {@link #start(Path)}; any thread may call it. {@link #close} destroys every actor gracefully and ends all threads.
 */
public interface ActorHost extends AutoCloseable {

    /**
     * Starts the program in the file {@code script} in a host of its own: the host closes when the actor has ended, and
     * closing the actor is all there is to do. Problems of the program show in {@link Actor#ready},
     * {@link Actor#terminated} and {@link Actor#logs}.
     *
     * @throws EngineMissingException if nothing on the class path runs programs
     */
    static Actor start(Path script) {
        return start(Script.file(script));
    }

    /** {@link #start(Path)} for any kind of script. */
    static Actor start(Script script) {
        return start(ActorOptions.of(script));
    }

    /** {@link #start(Path)} with options. */
    static Actor start(ActorOptions options) {
        ActorHost host = builder().build();
        try {
            Actor actor = host.create(options);
            actor.terminated().thenRun(host::close);
            return actor;
        } catch (RuntimeException failure) {
            host.close();
            throw failure;
        }
    }

    /** Starts with the defaults. */
    static HostBuilder builder() {
        return new HostBuilder();
    }

    /**
     * Takes {@code script} under {@code tags} and the tag {@code current=true}, which it takes away from the builds
     * with the same tag {@code name}. The same as {@link #deploy(Deployment)} with the defaults.
     */
    default Build deploy(Script script, Map<String, String> tags) {
        return deploy(Deployment.of(script).withTags(tags));
    }

    /**
     * Takes a program. Without durable storage the program is read where it is when an actor starts; with it, it is
     * copied, and when this returns the build survives the host.
     *
     * @throws InvalidOptionsException if there are more than 8 tags, or too long ones, or the id is taken
     * @throws DeployException if the program cannot be copied or is too large
     * @throws HostClosedException if the host is closed
     */
    Build deploy(Deployment deployment);

    /**
     * Changes the tags of a build.
     *
     * @param set tags that are added or replaced
     * @param removed keys that are removed
     * @param exclusive keys of which this build alone, of those with its {@code name}, keeps the tag
     * @throws BuildNotFoundException if there is no such build
     * @throws InvalidOptionsException if the tags become too many or are too long
     */
    Build retag(String buildId, Map<String, String> set, Set<String> removed, Set<String> exclusive);

    /** The deployed build with that id. */
    Optional<Build> build(String id);

    /** The deployed builds, newest first. */
    List<Build> builds();

    /**
     * Creates an actor and starts it. Returns at once: the program is loaded on the actor's event loop.
     *
     * <p>With durable storage the host remembers the actor when this returns. A durable one
     * ({@link RestartPolicy#onFailure}) comes back with its id, tags, environment and values when a host opens the data
     * directory again, after {@link #close} as after a crash of the JVM; others are then remembered as lost.
     *
     * @throws BuildNotFoundException if no build has the build tags
     * @throws InvalidOptionsException if a durable actor has permissions or streams that cannot be written down
     * @throws PortUnavailableException if no port could be reserved
     * @throws GatewayRequiredException if a port is routed through the gateway, and the host has none
     * @throws HostClosedException if the host is closed
     */
    Actor create(ActorOptions options);

    /** The living actor with that id. */
    Optional<Actor> find(ActorId id);

    /** The living actors that {@code query} means, newest first. */
    List<Actor> list(ActorQuery query);

    /**
     * The actors that {@code query} means, newest first, page by page; an actor that is there all the time is on
     * exactly one page.
     *
     * @param ended whether the ended actors that the host remembers are meant too
     * @param cursor {@link ActorPage#cursor} of the page before; empty for the first page
     * @param limit the most actors of a page
     * @throws InvalidOptionsException if the cursor is not one that this method gave
     */
    ActorPage page(ActorQuery query, boolean ended, Optional<String> cursor, int limit);

    /** An ended actor that the host remembers, or a living one. */
    Optional<ActorSnapshot> snapshot(ActorId id);

    /** What the actor wrote, while it lives and as long as the host that it ended in remembers it. */
    Optional<ActorLogs> logs(ActorId id);

    /** What the actor used over time, oldest first; empty unless the host samples ({@link HostBuilder#sampling}). */
    List<UsageSample> usageHistory(ActorId id);

    /** Upgrades the living actors that {@code query} means, as {@link Actor#upgrade} does. Returns them. */
    List<Actor> upgrade(ActorQuery query, Build build);

    /** Where the host says it is. */
    Region region();

    /** Where the gateway is reached that the host was told of, for ports with {@link Routing#GUARD}. */
    Optional<GatewayAddress> gateway();

    /** Where the host keeps what outlives it; it alone of all processes uses it. Empty if it keeps nothing. */
    Optional<Path> dataDirectory();

    /**
     * What a service of the host keeps with it: as durable as the host's own records, or in memory if the host has no
     * durable storage. The same object for the same kind.
     *
     * @param kind the service's word for them, 1 to 32 of {@code a-z} and {@code -}
     * @throws InvalidOptionsException if the kind is not such a word
     */
    HostRecords records(String kind);

    /** What runs the programs, and how fast. */
    EngineDescription engine();

    /**
     * Destroys all actors, each with its grace (durable ones of a host with durable storage keep all they have and come
     * back with the next host), and ends the host's threads. Waits, within the largest grace and kill limit.
     * Idempotent.
     */
    @Override
    void close();
}
