package dev.troupe.core;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * One actor of a host: a program in its own isolate with its own event loop, ports, storage and limits. Owned by the
 * host that created it; any thread may call any method and none blocks but {@link #close}. It ends when its program
 * ends, when it is destroyed, or when it goes past a limit; then everything it had open is freed and
 * {@link #terminated} completes.
 */
public interface Actor extends AutoCloseable {

    /** The identity, kept across restarts. */
    ActorId id();

    /** The tags it was created with. */
    Map<String, String> tags();

    /** Where it is in its life. */
    ActorState state();

    /** What the program is told about itself. */
    ActorContext context();

    /** How often it was restarted: 0 for the first start. */
    int generation();

    /**
     * Completes with this actor when it is connectable: its {@code start(ctx)} was called and all its declared ports
     * listen. The implicit port {@code http} counts only once the program has asked to listen on it. Fails with
     * {@link ActorTerminatedException} if the actor ends before.
     */
    CompletionStage<Actor> ready();

    /** Completes when nothing of the actor is left. Never fails. */
    CompletionStage<TerminationReason> terminated();

    /**
     * How a client in reach of the host, or of its gateway, connects to the declared port {@code portName}. The
     * gateway's URL has a path, to which a request's own is appended.
     *
     * @throws ActorException if no such port is declared
     */
    URI url(String portName);

    /** The declared ports, in order of declaration. */
    List<ActorPort> ports();

    /** What is known of it now. */
    ActorSnapshot snapshot();

    /**
     * Runs {@code build} from now on: stops the program gracefully, as {@link #destroy()} does, and starts the new one
     * with the same id, ports and values. Completes when the new program's {@code start(ctx)} was called; fails with
     * {@link ActorTerminatedException} if the actor ends before. With durable storage the change is on the disk when
     * this returns.
     *
     * @throws BuildNotFoundException if the actor's host does not have that build
     */
    CompletionStage<Actor> upgrade(Build build);

    /** What the program wrote. */
    ActorLogs logs();

    /** What the actor has used so far, or in all once it ended. */
    Usage usage();

    /** {@link #destroy(Duration)} with the grace of its {@link Limits}. */
    CompletionStage<TerminationReason> destroy();

    /**
     * Ends the actor: its ports stop accepting, the program gets {@code SIGTERM} and its {@code ctx.signal} aborts;
     * after {@code grace} what still runs is killed. The first caller's grace counts; all callers get the same outcome.
     *
     * @param grace how long the program may take; zero kills at once
     */
    CompletionStage<TerminationReason> destroy(Duration grace);

    /**
     * {@link #destroy(Duration)} for who need not wait for the end: the stage completes when the end is certain, that
     * is, when no later host would bring the actor back, however this one ends. It fails if that cannot be written
     * down, or with {@link HostClosedException} if the host closes and the actor comes back with the next one.
     */
    CompletionStage<Void> retire(Duration grace);

    /**
     * {@link #destroy()}, then waits until nothing is left, at most for the grace and the kill limit. Not from a
     * program's own turn.
     */
    @Override
    void close();
}
