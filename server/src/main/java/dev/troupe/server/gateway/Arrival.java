package dev.troupe.server.gateway;

import dev.troupe.core.Actor;
import dev.troupe.node.netty.transport.GuardedPorts;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request's wait for an actor's port to listen. On its connection's thread; it ends once: when the port listens,
 * when it never will, when the gateway's patience is over, or when nobody waits any more.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the next look is not waited for
final class Arrival {
    /** An actor's end is looked for this often; that its port listens is told at once. */
    private static final long LOOK_MILLIS = 100;

    private final Actor actor;
    private final String port;
    private final EventLoop loop;
    private final Runnable listens;
    private final Consumer<Refusal> failed;
    private final long until;
    private GuardedPorts.@Nullable Waiting waiting;
    private boolean over;

    private Arrival(
            Actor actor, String port, EventLoop loop, Duration longest, Runnable listens, Consumer<Refusal> failed) {
        this.actor = actor;
        this.port = port;
        this.loop = loop;
        this.listens = listens;
        this.failed = failed;
        until = System.nanoTime() + longest.toNanos();
    }

    /**
     * Waits for {@code port} of {@code actor}, which did not listen when it was looked for.
     *
     * @param longest how long
     * @param listens called when it does, after this returns
     * @param failed called if it never will, at once if that is known
     */
    static Arrival of(
            Actor actor, String port, EventLoop loop, Duration longest, Runnable listens, Consumer<Refusal> failed) {
        Arrival arrival = new Arrival(actor, port, loop, longest, listens, failed);
        arrival.waiting = GuardedPorts.await(actor.id(), port, () -> loop.execute(arrival::arrived));
        arrival.look();
        return arrival;
    }

    private void arrived() {
        if (!over) {
            cancel();
            listens.run();
        }
    }

    private void look() {
        if (over) {
            return;
        }
        Refusal never = never(actor);
        if (never == null && until - System.nanoTime() <= 0) {
            never = Refusal.NOT_READY;
        }
        // After the state, and while it is waited for: a port that opened since it was last looked for has made its
        // actor RUNNING, which says nothing about listening; one of a thousand fresh actors was taken for deaf by it.
        if (never != null && GuardedPorts.find(actor.id(), port).isPresent()) {
            return; // the notice is on its way
        }
        if (never != null) {
            cancel();
            failed.accept(never);
            return;
        }
        loop.schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Why the port will not listen; null if it may. */
    private static @Nullable Refusal never(Actor actor) {
        return switch (actor.state()) {
            case STARTING, BACKING_OFF -> null;
            case RUNNING ->
                // a program that was started anew has begun before its ports listen, as at first
                actor.generation() > 0 || actor.snapshot().startedAt().isEmpty() ? null : Refusal.NO_LISTENER;
            case STOPPING -> Refusal.STOPPING;
            case TERMINATED -> Refusal.noActor(actor.id().toString());
        };
    }

    /** Waits no more. Idempotent. */
    void cancel() {
        over = true;
        if (waiting != null) {
            waiting.cancel();
        }
    }
}
