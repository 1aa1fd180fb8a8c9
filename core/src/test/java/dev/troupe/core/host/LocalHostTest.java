package dev.troupe.core.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorException;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.ActorQuery;
import dev.troupe.core.ActorState;
import dev.troupe.core.Build;
import dev.troupe.core.BuildNotFoundException;
import dev.troupe.core.HostClosedException;
import dev.troupe.core.InvalidOptionsException;
import dev.troupe.core.Protocol;
import dev.troupe.core.Script;
import dev.troupe.core.spi.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LocalHostTest {
    private final FakeHost host = new FakeHost();

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void deployKeepsOneCurrentBuildForEachName() {
        Script script = FakeHost.script(isolate -> {});
        host.host.deploy(script, Map.of("name", "counter", "version", "1"));
        host.host.deploy(script, Map.of("name", "other"));
        Build second = host.host.deploy(script, Map.of("name", "counter", "version", "2"));
        assertEquals("true", second.tags().get("current"));
        List<Build> builds = host.host.builds();
        assertEquals(
                List.of("2", "-", "1"),
                builds.stream()
                        .map(build -> build.tags().getOrDefault("version", "-"))
                        .toList());
        assertEquals(
                List.of(true, true, false),
                builds.stream()
                        .map(build -> build.tags().containsKey("current"))
                        .toList());
    }

    @Test
    void createByTagsTakesTheNewestBuildThatHasThemAll() throws Exception {
        Script script = FakeHost.script(isolate -> {});
        host.host.deploy(script, Map.of("name", "counter", "version", "1"));
        Build newest = host.host.deploy(script, Map.of("name", "counter", "version", "2"));
        Actor actor = host.host.create(ActorOptions.builder()
                .buildTags(Map.of("name", "counter", "current", "true"))
                .build());
        assertEquals(newest.id(), actor.context().buildId());
        assertEquals(newest.tags(), actor.context().buildTags());
        ActorOptions missing =
                ActorOptions.builder().buildTags(Map.of("name", "nobody")).build();
        assertThrows(BuildNotFoundException.class, () -> host.host.create(missing));
        assertThrows(InvalidOptionsException.class, () -> host.host.deploy(script, Map.of("k".repeat(33), "")));
    }

    @Test
    void actorsAreFoundByIdAndByTags() {
        Actor lobby = host.create(isolate -> {}, options -> options.tags(Map.of("room", "lobby", "a", "b")));
        Actor attic = host.create(isolate -> {}, options -> options.tags(Map.of("room", "attic")));
        assertEquals(Optional.of(lobby), host.host.find(lobby.id()));
        assertEquals(List.of(lobby), host.host.list(ActorQuery.tags(Map.of("room", "lobby"))));
        assertEquals(List.of(attic, lobby), host.host.list(ActorQuery.all()));
    }

    @Test
    void theProgramFindsItsPortsInItsEnvironmentWhateverTheOptionsSay() {
        Actor actor = host.host.create(ActorOptions.builder()
                .script(FakeHost.script(isolate -> {}))
                .env(Map.of("PORT_HTTP", "1", "LOG", "debug"))
                .port("http", Protocol.HTTP)
                .build());
        Map<String, String> environment = new HashMap<>(host.isolate().runtime.environment());
        assertEquals(Integer.toString(actor.url("http").getPort()), environment.get("PORT_HTTP"));
        assertEquals("debug", environment.get("LOG"));
        assertThrows(ActorException.class, () -> actor.url("admin"));
    }

    @Test
    void readyWaitsForEveryDeclaredPort() throws Exception {
        CompletableFuture<Ports.Listening> under = new CompletableFuture<>();
        Actor actor = host.host.create(ActorOptions.builder()
                .script(FakeHost.script(isolate -> {
                    int number = Integer.parseInt(isolate.runtime.environment().getOrDefault("PORT_HTTP", ""));
                    under.complete(isolate.runtime.ports().listen("", number));
                }))
                .port("http", Protocol.HTTP)
                .build());
        Ports.Listening listening = under.get();
        FakeHost.await(() -> actor.state() == ActorState.RUNNING);
        assertFalse(actor.ready().toCompletableFuture().isDone());
        listening.bound(listening.address());
        assertEquals(actor, actor.ready().toCompletableFuture().get());
    }

    @Test
    void readyDoesNotWaitForTheImplicitPortOfAProgramThatNeverListens() throws Exception {
        Actor actor = host.host.create(ActorOptions.of(FakeHost.script(isolate -> {})));
        assertEquals(actor, actor.ready().toCompletableFuture().get());
        assertEquals("http", actor.url("http").getScheme());
    }

    @Test
    void theDataFolderIsTheActorsOwnAndGoesWithIt(@TempDir Path directory) throws Exception {
        try (FakeHost durable = new FakeHost(1, Optional.of(directory))) {
            Actor actor = durable.running(isolate -> {}, options -> {});
            FakeIsolate isolate = durable.isolate();
            Path folder = Path.of(isolate.runtime.environment().getOrDefault("TROUPE_DATA", ""));
            assertTrue(isolate.runtime.permissions().mayWrite(folder.resolve("a")));
            assertFalse(isolate.runtime.permissions().mayWrite(folder.resolveSibling("other")));
            Files.createDirectories(folder.resolve("deep/er"));
            Files.writeString(folder.resolve("deep/er/file"), "text");
            Path outside = Files.writeString(directory.resolve("outside"), "stays");
            Files.createSymbolicLink(folder.resolve("link"), outside);
            actor.destroy(Duration.ZERO).toCompletableFuture().get();
            assertFalse(Files.exists(folder));
            assertTrue(Files.exists(outside));
        }
    }

    @Test
    void aProgramMayReadItsOwnDirectory(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("main.js"), "");
        FakeIsolates.program(file.toString(), isolate -> {});
        host.host.create(ActorOptions.of(Script.file(file)));
        assertTrue(host.isolate()
                .runtime
                .permissions()
                .mayRead(directory.toRealPath().resolve("asset.txt")));
        assertFalse(host.isolate()
                .runtime
                .permissions()
                .mayRead(directory.toRealPath().resolveSibling("other")));
    }

    @Test
    void closeDestroysAllActorsEndsAllThreadsAndTakesNothingMore() {
        Thread[] before = threads();
        FakeHost other = new FakeHost();
        Actor first = other.create(isolate -> {});
        Actor second = other.create(isolate -> isolate.pending = false);
        other.close();
        other.close();
        assertEquals(ActorState.TERMINATED, first.state());
        assertEquals(ActorState.TERMINATED, second.state());
        assertTrue(other.isolates.closed);
        assertThrows(HostClosedException.class, () -> other.create(isolate -> {}));
        assertThrows(HostClosedException.class, () -> other.host.deploy(Script.inline("a.js", ""), Map.of()));
        FakeHost.await(() -> threads().length <= before.length);
    }

    @Test
    void readyFailsWithTheReasonAndWhereToLook() {
        Actor actor = host.create(isolate -> {
            throw new IllegalStateException("no default export");
        });
        CompletionException failure = assertThrows(
                CompletionException.class,
                () -> actor.ready().toCompletableFuture().join());
        String message = String.valueOf(failure.getCause());
        assertTrue(message.contains("no default export") && message.contains("Actor.logs"), message);
    }

    /** The host's threads that are alive now. */
    static Thread[] threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("troupe-"))
                .toArray(Thread[]::new);
    }
}
