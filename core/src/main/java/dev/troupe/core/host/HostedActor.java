package dev.troupe.core.host;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorContext;
import dev.troupe.core.ActorException;
import dev.troupe.core.ActorId;
import dev.troupe.core.ActorPort;
import dev.troupe.core.ActorSnapshot;
import dev.troupe.core.ActorState;
import dev.troupe.core.ActorTerminatedException;
import dev.troupe.core.Build;
import dev.troupe.core.HostClosedException;
import dev.troupe.core.Limits;
import dev.troupe.core.LogStream;
import dev.troupe.core.TerminationReason;
import dev.troupe.core.Usage;
import dev.troupe.core.lifecycle.Decision;
import dev.troupe.core.lifecycle.Event;
import dev.troupe.core.lifecycle.Lifecycle;
import dev.troupe.core.lifecycle.RestartHistory;
import dev.troupe.core.lifecycle.Supervision;
import dev.troupe.core.log.LogBuffer;
import dev.troupe.core.scheduler.Deadline;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One actor over all its starts: it holds the state, asks the table of {@link Lifecycle} and the rules of
 * {@link Supervision}, and lets an {@link Incarnation} do the rest. Owned by its {@link LocalHost}; any thread; its
 * lock guards decisions only, nothing is called under it. It ends when {@link #terminated} completes.
 */
final class HostedActor implements Actor, HeapGuard.Suspect {
    private static final Duration CLOSE_SLACK = Duration.ofSeconds(5);

    private final LocalHost host;
    private volatile Blueprint blueprint;
    private final LogBuffer logs;
    private final Counters counters = new Counters();
    private final long createdNanos = System.nanoTime();
    private final CompletableFuture<Actor> ready = new CompletableFuture<>();
    private final CompletionStage<Actor> readyStage = ready.minimalCompletionStage();
    private final CompletableFuture<TerminationReason> terminated = new CompletableFuture<>();
    private final CompletionStage<TerminationReason> terminatedStage = terminated.minimalCompletionStage();

    private ActorState state = ActorState.STARTING;
    private RestartHistory history = RestartHistory.NONE;
    private Instant startedAt;
    private boolean launching = true;
    private int generation;
    /** When it was first connectable, in milliseconds of the epoch; 0 before. */
    private volatile long readyMillis;

    private long earlierCpuNanos;
    private long earlierAllocatedBytes;
    private long retryAtNanos;
    private volatile long allocatedWhenCalm;
    private @Nullable Incarnation incarnation;
    private @Nullable Incarnation blamed;
    private @Nullable TerminationReason ending;
    private @Nullable Deadline alarm;
    private @Nullable Usage finalUsage;
    private @Nullable CompletableFuture<Actor> upgraded;
    private @Nullable CompletableFuture<Void> retired;

    /** @param generation 0, or how often the actor was started in earlier runs of its host */
    HostedActor(LocalHost host, Blueprint blueprint, int generation) {
        this.host = host;
        this.generation = generation;
        this.blueprint = blueprint;
        this.startedAt = blueprint.context().createdAt();
        this.logs = new LogBuffer(blueprint.options().limits(), host.scheduler().courier(), host.clock());
    }

    LocalHost host() {
        return host;
    }

    Blueprint blueprint() {
        return blueprint;
    }

    Limits limits() {
        return blueprint.options().limits();
    }

    Counters counters() {
        return counters;
    }

    /** Makes the next incarnation and lets it run. */
    void launch() {
        Incarnation made;
        try {
            made = new Incarnation(this);
        } catch (RuntimeException | LinkageError failure) {
            notMade(failure);
            return;
        }
        boolean wanted;
        synchronized (this) {
            launching = false;
            incarnation = made;
            startedAt = host.clock().instant();
            wanted = state == ActorState.STARTING;
        }
        if (wanted) {
            made.begin();
        } else {
            made.tearDown(true); // destroyed while it was made
        }
    }

    private void notMade(Throwable failure) {
        synchronized (this) {
            launching = false;
            state = ActorState.STOPPING;
            if (ending == null) {
                ending = new TerminationReason.StartFailed(1, "The isolate could not be made: " + failure);
            }
        }
        host.log(System.Logger.Level.WARNING, "Actor " + id() + " could not be started.", failure);
        finish();
    }

    /** {@code start(ctx)} was called. */
    void started(Incarnation from) {
        synchronized (this) {
            if (from != incarnation) {
                return;
            }
            Lifecycle.next(state, Event.STARTED).ifPresent(next -> state = next);
            if (state == ActorState.RUNNING && upgraded != null) {
                CompletableFuture<Actor> waiting = upgraded;
                upgraded = null;
                host.scheduler().courier().execute(() -> waiting.complete(this));
            }
        }
        portsChanged(from);
    }

    /** A listener was bound or closed. */
    void portsChanged(Incarnation from) {
        if (!ready.isDone() && from.isConnectable() && state() == ActorState.RUNNING) {
            if (readyMillis == 0) {
                readyMillis = host.clock().millis();
            }
            host.scheduler().courier().execute(() -> ready.complete(this));
        }
    }

    /** The program is over by its own doing. */
    void exited(Incarnation from, TerminationReason reason) {
        over(from, reason, false);
    }

    /** The program went past a limit. */
    void killed(Incarnation from, String limit, String message) {
        logs.write(LogStream.STDERR, ("[troupe] Killed: " + message + "\n").getBytes(StandardCharsets.UTF_8));
        over(from, new TerminationReason.Killed(limit, message), true);
    }

    /** A task of the host's own failed on the loop: the isolate cannot be trusted any more. */
    void crashed(Incarnation from, Throwable failure) {
        host.log(System.Logger.Level.ERROR, "A task of actor " + id() + " failed inside the host.", failure);
        over(from, new TerminationReason.Failed(1, "A task failed inside the host: " + failure), false);
    }

    private void over(Incarnation from, TerminationReason reason, boolean forced) {
        synchronized (this) {
            if (from != incarnation || state == ActorState.TERMINATED) {
                return;
            }
            if (state == ActorState.STARTING || state == ActorState.RUNNING) {
                supervise(reason);
            }
        }
        cancelAlarm();
        from.tearDown(forced);
    }

    private void supervise(TerminationReason reason) {
        Instant now = host.clock().instant();
        double random = ThreadLocalRandom.current().nextDouble();
        Decision decision = Supervision.decide(blueprint.options().restart(), history, reason, startedAt, now, random);
        if (decision instanceof Decision.Restart restart) {
            history = restart.history();
            retryAtNanos = System.nanoTime() + restart.after().toNanos();
            state = Lifecycle.next(state, Event.CRASHED).orElse(state);
        } else if (decision instanceof Decision.End end) {
            ending = end.reason();
            state = Lifecycle.next(state, Event.ENDED).orElse(state);
        }
    }

    /** Nothing is left of that incarnation. On a reaper. */
    void freed(Incarnation from) {
        logs.flush();
        boolean done;
        synchronized (this) {
            earlierCpuNanos += from.loop().cpuNanos();
            earlierAllocatedBytes += from.loop().allocatedBytes();
            incarnation = null;
            blamed = null;
            done = state == ActorState.STOPPING;
            if (state == ActorState.BACKING_OFF) {
                Duration wait = Duration.ofNanos(Math.max(0, retryAtNanos - System.nanoTime()));
                alarm = host.scheduler().after(wait, this::retry);
            }
        }
        if (done) {
            finish();
        }
    }

    private void retry() {
        synchronized (this) {
            if (state != ActorState.BACKING_OFF || incarnation != null) {
                return;
            }
            state = Lifecycle.next(state, Event.RETRY).orElse(state);
            generation++;
            launching = true;
            alarm = null;
        }
        host.restarted(this);
        launch();
    }

    @Override
    public CompletionStage<TerminationReason> destroy() {
        return destroy(limits().grace());
    }

    @Override
    public CompletionStage<TerminationReason> destroy(Duration grace) {
        return end(new TerminationReason.Destroyed(), grace);
    }

    @Override
    public CompletionStage<Void> retire(Duration grace) {
        CompletionStage<TerminationReason> over = end(new TerminationReason.Destroyed(), grace);
        CompletableFuture<Void> written;
        synchronized (this) {
            written = retired;
        }
        // one that ends by its own doing is written down as ended
        return written != null ? written.minimalCompletionStage() : over.thenAccept(reason -> {});
    }

    /** The host closes, and the actor comes back with the next one. */
    CompletionStage<TerminationReason> suspend() {
        return end(new TerminationReason.Suspended(), limits().grace());
    }

    @Override
    public CompletionStage<Actor> upgrade(Build build) {
        return host.upgrade(this, build);
    }

    /** Stops the program and starts {@code next}, which is written down. */
    CompletionStage<Actor> replace(Build next) {
        Incarnation current;
        CompletableFuture<Actor> done;
        synchronized (this) {
            if (Lifecycle.next(state, Event.UPGRADE).isEmpty()) {
                TerminationReason reason = ending == null ? new TerminationReason.Destroyed() : ending;
                return CompletableFuture.failedStage(new ActorTerminatedException(id(), reason));
            }
            cancelAlarm();
            state = ActorState.BACKING_OFF;
            retryAtNanos = System.nanoTime();
            history = RestartHistory.NONE;
            blueprint = blueprint.with(next);
            current = incarnation;
            done = upgraded == null ? new CompletableFuture<>() : upgraded;
            upgraded = done;
            if (current == null && !launching) {
                alarm = host.scheduler().after(Duration.ZERO, this::retry);
            }
        }
        if (current != null) {
            host.scheduler().reaper().execute(() -> stop(current, limits().grace()));
        }
        return done.minimalCompletionStage();
    }

    private CompletionStage<TerminationReason> end(TerminationReason reason, Duration grace) {
        CompletableFuture<Void> written = null;
        Incarnation current;
        synchronized (this) {
            current = incarnation;
            if (Lifecycle.next(state, Event.DESTROY).isPresent()) {
                cancelAlarm();
                state = ActorState.STOPPING;
                ending = reason;
                written = new CompletableFuture<>();
                retired = written;
            }
        }
        if (written != null) {
            writeDown(reason, written);
            host.scheduler().reaper().execute(() -> stop(current, grace));
        }
        return terminated();
    }

    private void writeDown(TerminationReason reason, CompletableFuture<Void> written) {
        CompletionStage<Void> mark = reason instanceof TerminationReason.Destroyed
                ? host.stopping(this)
                : CompletableFuture.failedStage(
                        new HostClosedException("The host closes: the actor comes back with the next one."));
        // not on the store's thread, which has more to do
        mark.whenCompleteAsync(
                (done, failure) -> {
                    if (failure == null) {
                        written.complete(null);
                    } else {
                        written.completeExceptionally(failure);
                    }
                },
                host.scheduler().courier());
    }

    private void stop(@Nullable Incarnation current, Duration grace) {
        if (current == null) {
            finishIfNothingIsLeft();
        } else if (grace.isZero() || grace.isNegative()) {
            current.tearDown(true);
        } else {
            current.stop();
            synchronized (this) {
                if (incarnation == current) {
                    alarm = host.scheduler().after(grace, () -> current.tearDown(true));
                }
            }
        }
    }

    private void finishIfNothingIsLeft() {
        boolean nothing;
        synchronized (this) {
            nothing = incarnation == null && !launching;
        }
        if (nothing) {
            finish();
        }
    }

    private synchronized void cancelAlarm() {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }

    /** From STOPPING to TERMINATED. Once. */
    private void finish() {
        TerminationReason reason;
        synchronized (this) {
            reason = ending;
            if (reason == null || Lifecycle.next(state, Event.FREED).isEmpty()) {
                return;
            }
            finalUsage = usage();
            state = ActorState.TERMINATED;
        }
        cancelAlarm();
        logs.end();
        host.forget(this, reason);
        CompletableFuture<Actor> waiting;
        synchronized (this) {
            waiting = upgraded;
        }
        host.scheduler().courier().execute(() -> {
            ready.completeExceptionally(new ActorTerminatedException(id(), reason));
            if (waiting != null) {
                waiting.completeExceptionally(new ActorTerminatedException(id(), reason));
            }
            terminated.complete(reason);
        });
    }

    @Override
    public ActorId id() {
        return blueprint.context().id();
    }

    @Override
    public Map<String, String> tags() {
        return blueprint.context().tags();
    }

    @Override
    public synchronized ActorState state() {
        return state;
    }

    @Override
    public ActorContext context() {
        return blueprint.context();
    }

    @Override
    public synchronized int generation() {
        return generation;
    }

    @Override
    public CompletionStage<Actor> ready() {
        return readyStage;
    }

    @Override
    public CompletionStage<TerminationReason> terminated() {
        return terminatedStage;
    }

    @Override
    public URI url(String portName) {
        return blueprint.url(portName);
    }

    @Override
    public List<ActorPort> ports() {
        return blueprint.context().ports();
    }

    @Override
    public ActorSnapshot snapshot() {
        return snapshot(Optional.empty());
    }

    /** @param ended why nothing is left of it, if so */
    ActorSnapshot snapshot(Optional<TerminationReason> ended) {
        Blueprint now = blueprint;
        long started = readyMillis;
        return new ActorSnapshot(
                id(),
                now.options(),
                now.context().region(),
                now.build().id(),
                ports(),
                state(),
                generation(),
                now.context().createdAt(),
                started == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(started)),
                ended.map(reason -> host.clock().instant()),
                ended);
    }

    @Override
    public LogBuffer logs() {
        return logs;
    }

    @Override
    public synchronized Usage usage() {
        if (finalUsage != null) {
            return finalUsage;
        }
        Incarnation now = incarnation;
        return counters.usage(
                earlierCpuNanos + (now == null ? 0 : now.loop().cpuNanos()),
                System.nanoTime() - createdNanos,
                allocatedBytes());
    }

    @Override
    public synchronized long allocatedBytes() {
        Incarnation now = incarnation;
        return earlierAllocatedBytes + (now == null ? 0 : now.loop().allocatedBytes());
    }

    @Override
    public long allocatedWhenCalm() {
        return allocatedWhenCalm;
    }

    @Override
    public void calm() {
        allocatedWhenCalm = allocatedBytes();
    }

    @Override
    public void blame(String message) {
        Incarnation now;
        synchronized (this) {
            now = incarnation;
            blamed = now;
        }
        if (now != null) {
            host.scheduler().reaper().execute(() -> killed(now, "heap", message));
        }
    }

    @Override
    public synchronized boolean isGone() {
        return incarnation == null || incarnation != blamed;
    }

    @Override
    public void close() {
        Duration bound = limits().grace().plus(limits().kill()).plus(CLOSE_SLACK);
        await(destroy(), bound);
    }

    private static void await(CompletionStage<?> stage, Duration bound) {
        try {
            stage.toCompletableFuture().get(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | java.util.concurrent.ExecutionException late) {
            throw new ActorException("The actor did not end within " + bound + ".", late);
        }
    }
}
