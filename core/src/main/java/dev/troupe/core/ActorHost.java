package dev.troupe.core;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     * with the same tag {@code name}. The program is read when an actor starts.
     *
     * @throws InvalidOptionsException if there are more than 8 tags, or too long ones
     * @throws HostClosedException if the host is closed
     */
    Build deploy(Script script, Map<String, String> tags);

    /** The deployed builds, newest first. */
    List<Build> builds();

    /**
     * Creates an actor and starts it. Returns at once: the program is loaded on the actor's event loop.
     *
     * @throws BuildNotFoundException if no build has the build tags
     * @throws PortUnavailableException if no port could be reserved
     * @throws GatewayRequiredException if a port is routed through the gateway
     * @throws HostClosedException if the host is closed
     */
    Actor create(ActorOptions options);

    /** The living actor with that id. */
    Optional<Actor> find(ActorId id);

    /** The living actors that {@code query} means, newest first. */
    List<Actor> list(ActorQuery query);

    /** What runs the programs, and how fast. */
    EngineDescription engine();

    /**
     * Destroys all actors, each with its grace, and ends the host's threads. Waits, within the largest grace and kill
     * limit. Idempotent.
     */
    @Override
    void close();
}
