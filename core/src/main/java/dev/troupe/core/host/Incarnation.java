package dev.troupe.core.host;

import dev.troupe.core.ActorContext;
import dev.troupe.core.Entry;
import dev.troupe.core.ExitStatus;
import dev.troupe.core.Limits;
import dev.troupe.core.LogStream;
import dev.troupe.core.Permissions;
import dev.troupe.core.Script;
import dev.troupe.core.Stdio;
import dev.troupe.core.TerminationReason;
import dev.troupe.core.Usage;
import dev.troupe.core.kv.ActorKv;
import dev.troupe.core.port.ActorPorts;
import dev.troupe.core.scheduler.ActorLoop;
import dev.troupe.core.scheduler.BlockingSlots;
import dev.troupe.core.scheduler.Deadline;
import dev.troupe.core.scheduler.LoopOwner;
import dev.troupe.core.spi.ActorRuntime;
import dev.troupe.core.spi.Broadcasts;
import dev.troupe.core.spi.Isolate;
import dev.troupe.core.spi.IsolateFactory;
import dev.troupe.core.spi.Meter;
import dev.troupe.core.spi.Ports;
import dev.troupe.core.spi.ResourceScope;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * One start of one actor: its loop, scope and isolate, and what the isolate sees of core. Owned by its
 * {@link HostedActor}; threads as {@link ActorRuntime} says. It ends once, by {@link #tearDown}, and is never used
 * again.
 */
final class Incarnation implements ActorRuntime, LoopOwner {
    private final HostedActor actor;
    /** The actor's when this start was made: an upgrade gives the actor another one. */
    private final Blueprint blueprint;

    private final Permissions permissions;
    private final ActorLoop loop;
    private final Scope scope = new Scope();
    private final ActorPorts ports;
    private final BlockingSlots blocking;
    private final Isolate isolate;
    private final Teardown teardown;
    private final Deadline startDeadline;
    private volatile boolean started;

    Incarnation(HostedActor actor) {
        this.actor = actor;
        this.blueprint = actor.blueprint();
        LocalHost host = actor.host();
        permissions = blueprint.permissions();
        loop = host.scheduler().newLoop(limits(), this);
        ports = new ActorPorts(
                blueprint.reserved(), blueprint.options().implicitPort(), permissions, () -> actor.portsChanged(this));
        blocking = new BlockingSlots(host.scheduler().blocking(), limits().blockingCalls());
        teardown = new Teardown(this, host.scheduler());
        isolate = made(host.factory());
        startDeadline = host.scheduler().after(limits().start(), this::startOverdue);
    }

    private Isolate made(IsolateFactory factory) {
        try {
            return factory.create(this);
        } catch (Throwable failure) {
            loop.end();
            throw failure;
        }
    }

    /** Lets it run. Once, after the actor knows it. */
    void begin() {
        loop.begin(isolate::start);
    }

    /** Asks the program to stop. */
    void stop() {
        ports.stopAccepting();
        loop.postAlways(() -> isolate.signal("SIGTERM"));
    }

    /**
     * Ends it for good; {@link HostedActor#freed} tells when nothing is left. First call wins, but force can follow
     * patience.
     */
    void tearDown(boolean forced) {
        startDeadline.cancel();
        blocking.close();
        if (forced) {
            teardown.force();
        } else {
            teardown.patiently();
        }
    }

    boolean isStarted() {
        return started;
    }

    boolean isConnectable() {
        return started && ports.settled();
    }

    HostedActor actor() {
        return actor;
    }

    Isolate isolate() {
        return isolate;
    }

    @Override
    public ActorLoop loop() {
        return loop;
    }

    Scope ownScope() {
        return scope;
    }

    ActorPorts ownPorts() {
        return ports;
    }

    private void startOverdue() {
        actor.killed(
                this, "start", "The program did not reach start(ctx) within Limits.start = " + limits().start() + ".");
    }

    @Override
    public void idle() {
        isolate.idle();
    }

    @Override
    public void failed(Throwable failure) {
        actor.crashed(this, failure);
    }

    @Override
    public void overran() {
        actor.host()
                .scheduler()
                .reaper()
                .execute(() -> actor.killed(
                        this,
                        "turn",
                        "One turn of the event loop ran longer than Limits.turn = " + limits().turn()
                                + ": split the work, or move it off the loop."));
    }

    @Override
    public void quiesced() {
        teardown.quiesced();
    }

    @Override
    public ActorContext context() {
        return blueprint.context();
    }

    @Override
    public Script script() {
        return blueprint.build().script();
    }

    @Override
    public List<String> arguments() {
        return blueprint.options().arguments();
    }

    @Override
    public List<String> runtimeArguments() {
        return blueprint.options().runtimeArguments();
    }

    @Override
    public Entry entry() {
        return blueprint.options().entry();
    }

    @Override
    public Optional<Path> directory() {
        return blueprint.options().directory();
    }

    @Override
    public Optional<Stdio> stdio() {
        return blueprint.options().stdio();
    }

    @Override
    public Map<String, String> environment() {
        return blueprint.environment();
    }

    @Override
    public Limits limits() {
        return blueprint.options().limits();
    }

    @Override
    public Permissions permissions() {
        return permissions;
    }

    @Override
    public ResourceScope scope() {
        return scope;
    }

    @Override
    public Ports ports() {
        return ports;
    }

    @Override
    public Meter meter() {
        return actor.counters();
    }

    @Override
    public ActorKv kv() {
        return actor.host().storage().of(actor.id(), limits().kv());
    }

    @Override
    public Broadcasts broadcasts() {
        return actor.host().broadcasts().of(permissions, limits(), loop, scope);
    }

    @Override
    public Usage usage() {
        return actor.usage();
    }

    @Override
    public Executor blocking() {
        return blocking;
    }

    @Override
    public void write(LogStream stream, byte[] utf8) {
        Optional<Stdio> streams = stdio();
        if (streams.isPresent()) {
            streams.get().write(stream, utf8);
        } else {
            actor.logs().write(stream, utf8);
        }
    }

    @Override
    public void started() {
        started = true;
        startDeadline.cancel();
        actor.started(this);
    }

    @Override
    public void exit(ExitStatus status) {
        actor.exited(this, reason(status));
    }

    private TerminationReason reason(ExitStatus status) {
        if (status.code() == 0) {
            return new TerminationReason.Exited();
        }
        String message = status.message().isEmpty()
                ? "The program ended with exit code " + status.code() + "."
                : status.message();
        return started
                ? new TerminationReason.Failed(status.code(), message)
                : new TerminationReason.StartFailed(status.code(), message);
    }
}
