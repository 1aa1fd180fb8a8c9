package dev.troupe.core.host;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorContext;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorId;
import dev.troupe.core.ActorLogs;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.ActorPage;
import dev.troupe.core.ActorQuery;
import dev.troupe.core.ActorSnapshot;
import dev.troupe.core.Build;
import dev.troupe.core.BuildNotFoundException;
import dev.troupe.core.Deployment;
import dev.troupe.core.EngineDescription;
import dev.troupe.core.GatewayAddress;
import dev.troupe.core.HostClosedException;
import dev.troupe.core.HostRecords;
import dev.troupe.core.HostSettings;
import dev.troupe.core.InvalidOptionsException;
import dev.troupe.core.Region;
import dev.troupe.core.Script;
import dev.troupe.core.TerminationReason;
import dev.troupe.core.UsageSample;
import dev.troupe.core.channel.BroadcastHub;
import dev.troupe.core.port.PortReservations;
import dev.troupe.core.port.ReservedPort;
import dev.troupe.core.scheduler.Scheduler;
import dev.troupe.core.spi.IsolateFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A host in this JVM: the registry of its actors and what they share. Owned by the application, any thread. It ends
 * with {@link #close}: actors first, then the engine, then the threads.
 */
final class LocalHost implements ActorHost {
    private static final System.Logger LOG = System.getLogger("dev.troupe.host");
    /** A name of its own, so that who shows the engine in another way can turn the line off. */
    private static final String ENGINE_LOG = "dev.troupe.host.engine";

    private static final Duration CLOSE_SLACK = Duration.ofSeconds(5);

    private final HostSettings settings;
    private final IsolateFactory factory;
    private final Scheduler scheduler;
    private final PortReservations ports;
    private final DataFolders folders;
    private final Storage storage;
    private final BroadcastHub broadcasts = new BroadcastHub();
    private final Builds builds;
    private final History history;
    private final Roster roster;
    private final UsageHistory usages = new UsageHistory();
    private final Map<String, KeptRecords> records = new ConcurrentHashMap<>();
    private final Optional<HostLock> lock;
    private final Clock clock = Clock.systemUTC();
    private final Map<ActorId, HostedActor> actors = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    LocalHost(HostSettings settings, IsolateFactory factory) {
        this.settings = settings;
        this.factory = factory;
        this.lock = settings.dataDirectory().map(HostLock::take);
        this.history = new History(settings.remembered());
        this.ports = new PortReservations(settings.bindAddress(), settings.gateway());
        this.folders = new DataFolders(settings.dataDirectory());
        this.scheduler = new Scheduler(settings.carriers(), settings.blockingThreads());
        Storage opened = null;
        try {
            opened = Storage.open(settings.dataDirectory(), scheduler.blocking());
            storage = opened;
            roster = new Roster(this, storage.ledger(), history);
            builds = new Builds(
                    settings.dataDirectory()
                            .flatMap(directory ->
                                    storage.ledger().map(ledger -> new BuildFiles(directory.resolve("builds"), ledger)))
                            .orElse(null),
                    this::isInUse);
            factory.open(settings.cacheDirectory(), scheduler.blocking());
        } catch (RuntimeException | Error failure) {
            if (opened != null) {
                opened.close();
            }
            scheduler.close();
            lock.ifPresent(HostLock::close);
            throw failure;
        }
        scheduler.patrol(new HeapGuard(HeapGauge::ofThisJvm, actors::values)::check);
        scheduler.courier().execute(this::announce);
        try {
            roster.restore();
            builds.sweep();
        } catch (RuntimeException | Error failure) {
            close(); // whoever came back meanwhile keeps what it has
            throw failure;
        }
        settings.sampling().ifPresent(this::sampleEach);
    }

    /** Off the caller's path: making the engine takes longer than the first actor should wait. */
    private void announce() {
        EngineDescription engine = factory.engine();
        System.getLogger(ENGINE_LOG)
                .log(
                        engine.optimised() ? System.Logger.Level.INFO : System.Logger.Level.WARNING,
                        "Troupe host in region {0}: {1}, {2}. {3}",
                        settings.region().id(),
                        engine.name(),
                        engine.optimised() ? "optimised" : "interpreter only",
                        engine.cause());
    }

    Storage storage() {
        return storage;
    }

    BroadcastHub broadcasts() {
        return broadcasts;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    IsolateFactory factory() {
        return factory;
    }

    Clock clock() {
        return clock;
    }

    void log(System.Logger.Level level, String message, Throwable failure) {
        LOG.log(level, message, failure);
    }

    @Override
    public Build deploy(Deployment deployment) {
        checkOpen();
        return builds.deploy(deployment, clock.instant());
    }

    @Override
    public Build retag(String buildId, Map<String, String> set, Set<String> removed, Set<String> exclusive) {
        checkOpen();
        return builds.retag(buildId, set, removed, exclusive);
    }

    @Override
    public Optional<Build> build(String id) {
        return builds.list().stream().filter(build -> build.id().equals(id)).findFirst();
    }

    @Override
    public List<Build> builds() {
        return builds.list();
    }

    private boolean isInUse(String buildId) {
        return actors.values().stream()
                .anyMatch(actor -> actor.context().buildId().equals(buildId));
    }

    Builds ownBuilds() {
        return builds;
    }

    DataFolders folders() {
        return folders;
    }

    @Override
    public Actor create(ActorOptions options) {
        checkOpen();
        roster.check(options);
        Build build = buildOf(options);
        ActorId id = ActorId.random();
        HostedActor actor = made(id, options, build, clock.instant(), 0);
        try {
            roster.created(actor);
        } catch (RuntimeException failure) {
            ports.release(actor.blueprint().reserved());
            folders.remove(id);
            builds.released(build.id());
            throw failure;
        }
        run(actor);
        return actor;
    }

    private Build buildOf(ActorOptions options) {
        if (options.script().isPresent()) {
            Script script = options.script().get();
            return roster.keeps(options)
                    ? builds.keep(script, clock.instant())
                    : new Build(script.name(), script, Map.of(), clock.instant(), 0);
        }
        return options.buildId()
                .map(id -> builds.find(id)
                        .orElseThrow(() -> new BuildNotFoundException(
                                "There is no build " + id + ": deploy it, or list ActorHost.builds().")))
                .orElseGet(() -> builds.find(options.buildTags()));
    }

    /** An actor that does not run yet and that nobody finds. */
    HostedActor made(ActorId id, ActorOptions options, Build build, Instant createdAt, int generation) {
        List<ReservedPort> reserved = ports.reserve(id, options.ports());
        try {
            Optional<Path> folder = folders.open(id);
            ActorContext context = contextOf(id, options, build, createdAt, reserved);
            return new HostedActor(this, new Blueprint(options, build, context, reserved, folder), generation);
        } catch (RuntimeException failure) {
            ports.release(reserved);
            throw failure;
        }
    }

    void run(HostedActor actor) {
        actors.put(actor.id(), actor);
        actor.launch();
        if (closed.get()) {
            actor.destroy(Duration.ZERO); // close() may have looked at the registry before
        }
    }

    private ActorContext contextOf(
            ActorId id, ActorOptions options, Build build, Instant createdAt, List<ReservedPort> reserved) {
        return new ActorContext(
                id,
                options.tags(),
                createdAt,
                "default",
                "default",
                settings.region(),
                "local",
                build.id(),
                build.tags(),
                PortReservations.describe(reserved));
    }

    /** Nothing of {@code actor} runs any more: its numbers and, unless it comes back, its data go too. */
    void forget(HostedActor actor, TerminationReason reason) {
        ports.release(actor.blueprint().reserved());
        boolean comesBack = reason instanceof TerminationReason.Suspended;
        if (!comesBack) {
            roster.ended(actor, reason);
        }
        actors.remove(actor.id());
        if (!comesBack) {
            folders.remove(actor.id());
            builds.released(actor.context().buildId());
        }
    }

    /** The actor's end was asked for; the stage completes when it cannot come back. */
    CompletionStage<Void> stopping(HostedActor actor) {
        return roster.stopping(actor);
    }

    /** The actor's program was started again. */
    void restarted(HostedActor actor) {
        roster.restarted(actor);
    }

    CompletionStage<Actor> upgrade(HostedActor actor, Build build) {
        checkOpen();
        Build known = builds.find(build.id())
                .orElseThrow(() -> new BuildNotFoundException("There is no build " + build.id() + " on this host."));
        String before = actor.context().buildId();
        roster.upgraded(actor, known);
        return actor.replace(known).whenComplete((done, failure) -> builds.released(before));
    }

    @Override
    public List<Actor> upgrade(ActorQuery query, Build build) {
        List<Actor> meant = list(query);
        meant.forEach(actor -> actor.upgrade(build));
        return meant;
    }

    @Override
    public ActorPage page(ActorQuery query, boolean ended, Optional<String> cursor, int limit) {
        Map<ActorId, ActorSnapshot> found = new HashMap<>();
        if (ended) {
            history.list().forEach(actor -> found.put(actor.id(), actor));
        }
        actors.values().forEach(actor -> found.put(actor.id(), actor.snapshot()));
        return Paging.page(
                found.values().stream().filter(actor -> actor.options()
                        .tags()
                        .entrySet()
                        .containsAll(query.tags().entrySet())),
                cursor,
                limit);
    }

    @Override
    public Optional<ActorSnapshot> snapshot(ActorId id) {
        Optional<ActorSnapshot> living = Optional.ofNullable(actors.get(id)).map(HostedActor::snapshot);
        return living.or(() -> history.find(id).map(History.Ended::actor));
    }

    @Override
    public Optional<ActorLogs> logs(ActorId id) {
        Optional<ActorLogs> living = Optional.ofNullable(actors.get(id)).map(HostedActor::logs);
        return living.or(() -> history.find(id).flatMap(History.Ended::logs));
    }

    @Override
    public List<UsageSample> usageHistory(ActorId id) {
        return usages.of(id);
    }

    private void sampleEach(Duration interval) {
        scheduler.after(interval, () -> {
            Instant now = clock.instant();
            actors.values().forEach(actor -> usages.add(actor.id(), now, actor.usage()));
            usages.retain(id -> actors.containsKey(id) || history.find(id).isPresent());
            if (!closed.get()) {
                sampleEach(interval);
            }
        });
    }

    @Override
    public Region region() {
        return settings.region();
    }

    @Override
    public Optional<GatewayAddress> gateway() {
        return settings.gateway();
    }

    @Override
    public Optional<Path> dataDirectory() {
        return settings.dataDirectory();
    }

    @Override
    public HostRecords records(String kind) {
        checkOpen();
        if (!kind.matches("[a-z-]{1,32}")) {
            throw new InvalidOptionsException("The kind of records must be 1 to 32 of a-z and '-'.");
        }
        return records.computeIfAbsent(kind, name -> new KeptRecords(storage.ledger(), name));
    }

    @Override
    public Optional<Actor> find(ActorId id) {
        return Optional.ofNullable(actors.get(id));
    }

    @Override
    public List<Actor> list(ActorQuery query) {
        return actors.values().stream()
                .filter(query::matches)
                .sorted(Comparator.comparing(
                                (HostedActor actor) -> actor.context().createdAt())
                        .reversed())
                .map(Actor.class::cast)
                .toList();
    }

    @Override
    public EngineDescription engine() {
        return factory.engine();
    }

    private void checkOpen() {
        if (closed.get()) {
            throw new HostClosedException("The host is closed: make another one with ActorHost.builder().");
        }
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        destroyAll();
        try {
            factory.close();
            storage.close();
        } finally {
            scheduler.close();
            lock.ifPresent(HostLock::close);
        }
    }

    private void destroyAll() {
        List<HostedActor> all = List.copyOf(actors.values());
        Duration bound = all.stream()
                .map(actor -> actor.limits().grace().plus(actor.limits().kill()))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO)
                .plus(CLOSE_SLACK);
        CompletableFuture<?>[] ends =
                all.stream().map(actor -> ended(actor).toCompletableFuture()).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException late) {
            log(System.Logger.Level.ERROR, actors.size() + " actors did not end within " + bound + ".", late);
        }
    }

    private CompletionStage<TerminationReason> ended(HostedActor actor) {
        return roster.keeps(actor.blueprint().options()) ? actor.suspend() : actor.destroy();
    }
}
