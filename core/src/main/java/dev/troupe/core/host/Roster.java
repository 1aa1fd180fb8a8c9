package dev.troupe.core.host;

import dev.troupe.core.ActorId;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.ActorSnapshot;
import dev.troupe.core.ActorState;
import dev.troupe.core.Build;
import dev.troupe.core.BuildNotFoundException;
import dev.troupe.core.InvalidOptionsException;
import dev.troupe.core.TerminationReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What a host remembers of its actors over its own end. Without durable storage it remembers ended ones in memory, and
 * nothing else costs anything. Owned by the host; any thread; what it wrote when a method returned is on the disk.
 *
 * <p>A record says ended before anything of the actor is removed, and what a crash left between the two is removed by
 * the next host: an actor is there with all it has, or it is gone.
 */
final class Roster {
    private static final System.Logger LOG = System.getLogger("dev.troupe.host");

    private static final String STOPPING = "stopping";

    private final LocalHost host;
    private final Optional<Ledger> ledger;
    private final History history;

    Roster(LocalHost host, Optional<Ledger> ledger, History history) {
        this.host = host;
        this.ledger = ledger;
        this.history = history;
    }

    /** Does an actor with these options come back? */
    boolean keeps(ActorOptions options) {
        return ledger.isPresent() && options.restart().restarts();
    }

    /** Refuses a durable actor that could not come back. */
    void check(ActorOptions options) {
        if (keeps(options) && !ActorRecords.isWritable(options)) {
            throw new InvalidOptionsException("A durable actor (RestartPolicy.onFailure()) of a host with durable"
                    + " storage cannot have streams or a Permissions class of its own, since neither can be written"
                    + " down: use Permissions.builder(), or RestartPolicy.never().");
        }
    }

    void created(HostedActor actor) {
        ledger.ifPresent(kept -> kept.write(Ledger.Kind.ACTOR, List.of(ActorRecords.write(actor.snapshot()))));
    }

    void upgraded(HostedActor actor, Build build) {
        ledger.ifPresent(kept -> kept.write(
                Ledger.Kind.ACTOR, List.of(ActorRecords.write(actor.snapshot()).put("build", build.id()))));
    }

    /** Nobody waits for it: the number of a start is lost only with the host, and the next one counts on. */
    void restarted(HostedActor actor) {
        if (keeps(actor.blueprint().options())) {
            ledger.ifPresent(kept -> kept.put(Ledger.Kind.ACTOR, List.of(ActorRecords.write(actor.snapshot())))
                    .whenComplete((done, failure) -> warn(actor.id(), failure)));
        }
    }

    /**
     * A durable actor that is on its way out does not come back, even if the host dies during its grace: from when the
     * stage completes.
     */
    CompletionStage<Void> stopping(HostedActor actor) {
        if (ledger.isEmpty() || !keeps(actor.blueprint().options())) {
            return CompletableFuture.completedStage(null);
        }
        Fields record = ActorRecords.write(actor.snapshot()).put(STOPPING, "true");
        return ledger.get()
                .put(Ledger.Kind.ACTOR, List.of(record))
                .whenComplete((done, failure) -> warn(actor.id(), failure));
    }

    /** The actor is over; its values go too. */
    void ended(HostedActor actor, TerminationReason reason) {
        if (ledger.isEmpty() && !history.remembers()) {
            host.storage().remove(actor.id());
            return;
        }
        ActorSnapshot last = actor.snapshot(Optional.of(reason));
        ledger.ifPresent(kept -> {
            try {
                kept.write(Ledger.Kind.ACTOR, List.of(ActorRecords.write(last)));
            } catch (RuntimeException failure) {
                warn(actor.id(), failure); // the actor is gone all the same
            }
        });
        host.storage().remove(actor.id());
        remember(History.Ended.of(last, actor.logs()));
    }

    private void remember(History.Ended ended) {
        for (ActorId forgotten : history.add(ended)) {
            ledger.ifPresent(kept -> kept.remove(Ledger.Kind.ACTOR, forgotten.toString())
                    .whenComplete((done, failure) -> warn(forgotten, failure)));
        }
    }

    private static void warn(ActorId id, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.log(System.Logger.Level.WARNING, "The record of actor " + id + " could not be written.", failure);
        }
    }

    /** Starts the durable actors of the host before, and remembers the others as lost. */
    void restore() {
        List<ActorSnapshot> living = new ArrayList<>();
        List<ActorSnapshot> over = new ArrayList<>();
        List<Fields> changed = new ArrayList<>();
        ledger.ifPresent(kept -> {
            for (Fields fields : kept.load(Ledger.Kind.ACTOR).values()) {
                ActorSnapshot actor = ActorRecords.read(fields, host.region());
                if (actor.endedAt().isPresent()) {
                    over.add(actor);
                } else if (fields.find(STOPPING).isPresent()) {
                    ActorSnapshot destroyed = over(actor, new TerminationReason.Destroyed());
                    over.add(destroyed);
                    changed.add(ActorRecords.write(destroyed));
                } else if (actor.options().restart().restarts()) {
                    living.add(actor);
                    changed.add(fields.put("generation", Integer.toString(actor.generation() + 1)));
                } else {
                    ActorSnapshot lost = over(actor, new TerminationReason.Lost());
                    over.add(lost);
                    changed.add(ActorRecords.write(lost));
                }
            }
            if (!changed.isEmpty()) {
                kept.write(Ledger.Kind.ACTOR, changed);
            }
        });
        over.sort(Comparator.comparing(actor -> actor.endedAt().orElse(actor.createdAt())));
        Set<ActorId> ids = new HashSet<>();
        living.forEach(actor -> ids.add(actor.id()));
        host.folders().retain(ids);
        for (ActorSnapshot actor : over) {
            host.storage().remove(actor.id());
            remember(History.Ended.of(actor));
        }
        living.forEach(this::start);
    }

    private ActorSnapshot over(ActorSnapshot actor, TerminationReason reason) {
        return new ActorSnapshot(
                actor.id(),
                actor.options(),
                actor.region(),
                actor.buildId(),
                List.of(),
                ActorState.TERMINATED,
                actor.generation(),
                actor.createdAt(),
                actor.startedAt(),
                Optional.of(host.clock().instant()),
                Optional.of(reason));
    }

    /** One that cannot be started now keeps its record and its values: the next host tries again. */
    private void start(ActorSnapshot actor) {
        try {
            Build build = host.ownBuilds()
                    .find(actor.buildId())
                    .orElseThrow(() -> new BuildNotFoundException("Its build " + actor.buildId() + " is gone."));
            host.run(host.made(actor.id(), actor.options(), build, actor.createdAt(), actor.generation() + 1));
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "The durable actor " + actor.id() + " could not be started.", failure);
        }
    }
}
