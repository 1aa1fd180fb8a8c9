package dev.troupe.core.host;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorContext;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorId;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.ActorQuery;
import dev.troupe.core.Build;
import dev.troupe.core.EngineDescription;
import dev.troupe.core.HostClosedException;
import dev.troupe.core.HostSettings;
import dev.troupe.core.Script;
import dev.troupe.core.channel.BroadcastHub;
import dev.troupe.core.port.PortReservations;
import dev.troupe.core.port.ReservedPort;
import dev.troupe.core.scheduler.Scheduler;
import dev.troupe.core.spi.IsolateFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
    private static final Duration CLOSE_SLACK = Duration.ofSeconds(5);

    private final HostSettings settings;
    private final IsolateFactory factory;
    private final Scheduler scheduler;
    private final PortReservations ports;
    private final DataFolders folders;
    private final Storage storage;
    private final BroadcastHub broadcasts = new BroadcastHub();
    private final Builds builds = new Builds();
    private final Clock clock = Clock.systemUTC();
    private final Map<ActorId, HostedActor> actors = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    LocalHost(HostSettings settings, IsolateFactory factory) {
        this.settings = settings;
        this.factory = factory;
        this.scheduler = new Scheduler(settings.carriers(), settings.blockingThreads());
        this.ports = new PortReservations(settings.bindAddress());
        this.folders = new DataFolders(settings.dataDirectory());
        try {
            storage = Storage.open(settings.dataDirectory(), scheduler.blocking());
        } catch (RuntimeException | Error failure) {
            scheduler.close();
            throw failure;
        }
        try {
            factory.open(settings.cacheDirectory(), scheduler.blocking());
        } catch (RuntimeException | Error failure) {
            storage.close();
            scheduler.close();
            throw failure;
        }
        scheduler.patrol(new HeapGuard(HeapGauge::ofThisJvm, actors::values)::check);
        scheduler.courier().execute(this::announce);
    }

    /** Off the caller's path: making the engine takes longer than the first actor should wait. */
    private void announce() {
        EngineDescription engine = factory.engine();
        LOG.log(
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
    public Build deploy(Script script, Map<String, String> tags) {
        checkOpen();
        ActorOptions.builder().script(script).tags(tags).build(); // checks the tags
        return builds.deploy(script, tags, clock.instant());
    }

    @Override
    public List<Build> builds() {
        return builds.list();
    }

    @Override
    public Actor create(ActorOptions options) {
        checkOpen();
        Build build = options.script()
                .map(script -> new Build(script.name(), script, Map.of(), clock.instant()))
                .orElseGet(() -> builds.find(options.buildTags()));
        ActorId id = ActorId.random();
        List<ReservedPort> reserved = ports.reserve(options.ports());
        HostedActor actor;
        try {
            Optional<Path> folder = folders.open(id);
            ActorContext context = contextOf(id, options, build, reserved);
            actor = new HostedActor(this, new Blueprint(options, build, context, reserved, folder));
        } catch (RuntimeException failure) {
            ports.release(reserved);
            throw failure;
        }
        actors.put(id, actor);
        actor.launch();
        if (closed.get()) {
            actor.destroy(Duration.ZERO); // close() may have looked at the registry before
        }
        return actor;
    }

    private ActorContext contextOf(ActorId id, ActorOptions options, Build build, List<ReservedPort> reserved) {
        return new ActorContext(
                id,
                options.tags(),
                clock.instant(),
                "default",
                "default",
                settings.region(),
                "local",
                build.id(),
                build.tags(),
                PortReservations.describe(reserved));
    }

    /** Nothing of {@code actor} is left: its numbers and its data go too. On its way to TERMINATED. */
    void forget(HostedActor actor) {
        actors.remove(actor.id());
        ports.release(actor.blueprint().reserved());
        folders.remove(actor.id());
        storage.remove(actor.id());
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
                all.stream().map(actor -> actor.destroy().toCompletableFuture()).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException late) {
            log(System.Logger.Level.ERROR, actors.size() + " actors did not end within " + bound + ".", late);
        }
    }
}
