package dev.troupe.server.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorId;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.ActorQuery;
import dev.troupe.core.ActorSnapshot;
import dev.troupe.core.Build;
import dev.troupe.core.DataDirectoryException;
import dev.troupe.core.DeployException;
import dev.troupe.core.Deployment;
import dev.troupe.core.InvalidOptionsException;
import dev.troupe.core.LogStream;
import dev.troupe.core.Permissions;
import dev.troupe.core.RestartPolicy;
import dev.troupe.core.Script;
import dev.troupe.core.Stdio;
import dev.troupe.core.TerminationReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostRestartTest {
    @TempDir
    Path directory;

    private ActorHost open() {
        return ActorHost.builder().dataDirectory(directory.resolve("data")).build();
    }

    private Path program() throws IOException {
        return Files.writeString(directory.resolve("counter.mjs"), Programs.COUNTER);
    }

    @Test
    void aDurableActorComesBackWithIdTagsEnvironmentAndValues() throws Exception {
        ActorId id;
        try (ActorHost host = open()) {
            host.deploy(Script.file(program()), Map.of("name", "counter", "version", "1"));
            Actor actor = host.create(ActorOptions.builder()
                    .buildTags(Map.of("name", "counter", "current", "true"))
                    .tags(Map.of("room", "lobby"))
                    .env(Map.of("WORD", "mellon"))
                    .permissions(Permissions.builder().connect("10.0.0.0/8").build())
                    .restart(RestartPolicy.onFailure())
                    .build());
            id = actor.id();
            assertEquals(answer(id, 1), Programs.ask(actor));
        }
        Files.delete(directory.resolve("counter.mjs"));
        try (ActorHost host = open()) {
            Actor actor = host.find(id).orElseThrow();
            assertEquals(answer(id, 2), Programs.ask(actor));
            assertEquals(1, actor.generation());
            assertEquals(List.of(actor), host.list(ActorQuery.tags(Map.of("room", "lobby"))));
            actor.destroy().toCompletableFuture().join();
        }
        try (ActorHost host = open()) {
            assertTrue(host.list(ActorQuery.all()).isEmpty());
            ActorSnapshot ended = host.snapshot(id).orElseThrow();
            assertEquals(Optional.of(new TerminationReason.Destroyed()), ended.reason());
            assertEquals(Map.of("room", "lobby"), ended.options().tags());
        }
    }

    private static String answer(ActorId id, int starts) {
        return "{\"id\":\"" + id + "\",\"room\":\"lobby\",\"word\":\"mellon\",\"build\":\"1\",\"starts\":" + starts
                + "}";
    }

    @Test
    void aDurableActorOfAScriptComesBackAndItsProgramGoesWithIt() throws Exception {
        ActorId id;
        try (ActorHost host = open()) {
            Actor actor = host.create(ActorOptions.builder()
                    .script(Script.inline("counter.mjs", Programs.COUNTER))
                    .restart(RestartPolicy.onFailure())
                    .build());
            id = actor.id();
            Programs.ask(actor);
            assertTrue(host.builds().isEmpty());
        }
        try (ActorHost host = open()) {
            Actor actor = host.find(id).orElseThrow();
            assertTrue(Programs.ask(actor).contains("\"starts\":2"));
            assertEquals(1, contents().size());
            actor.destroy().toCompletableFuture().join();
            assertEquals(List.of(), contents());
        }
    }

    private List<Path> contents() throws IOException {
        try (Stream<Path> folders = Files.list(directory.resolve("data/builds"))) {
            return folders.filter(folder -> !folder.endsWith(".incoming")).toList();
        }
    }

    @Test
    void buildsAreKeptWithTheirTagsAndEqualProgramsOnce() throws Exception {
        Build first;
        Build second;
        try (ActorHost host = open()) {
            first = host.deploy(Script.file(program()), Map.of("name", "counter"));
            second = host.deploy(Script.file(program()), Map.of("name", "counter"));
            host.retag(first.id(), Map.of("color", "red"), java.util.Set.of(), java.util.Set.of());
        }
        assertEquals(1, contents().size());
        Path halfMade = Files.createDirectories(directory.resolve("data/builds/.incoming/half"));
        Path unrecorded = Files.createDirectories(directory.resolve("data/builds/0123"));
        try (ActorHost host = open()) {
            assertEquals(
                    List.of(second.id(), first.id()),
                    host.builds().stream().map(Build::id).toList());
            assertEquals(
                    Map.of("name", "counter", "color", "red"),
                    host.build(first.id()).orElseThrow().tags());
            assertEquals(
                    Map.of("name", "counter", "current", "true"),
                    host.build(second.id()).orElseThrow().tags());
            assertFalse(Files.exists(halfMade));
            assertFalse(Files.exists(unrecorded));
        }
    }

    @Test
    void aFolderIsDeployedWithWhatItsProgramImports() throws Exception {
        Path folder = Files.createDirectories(directory.resolve("project/src"));
        Files.writeString(folder.resolve("word.mjs"), "export const word = 'friend';");
        Files.writeString(
                folder.resolve("main.mjs"),
                "import { word } from './word.mjs'; export default { start() { console.log(word); } };");
        try (ActorHost host = open()) {
            Build build = host.deploy(Deployment.folder(Objects.requireNonNull(folder.getParent()), "src/main.mjs"));
            Files.delete(folder.resolve("word.mjs"));
            Actor actor = host.create(ActorOptions.builder().buildId(build.id()).build());
            assertEquals(
                    new TerminationReason.Exited(),
                    actor.terminated().toCompletableFuture().join());
            assertEquals(
                    "friend",
                    host.logs(actor.id()).orElseThrow().snapshot().get(0).text());
        }
    }

    @Test
    void aLinkThatLeadsOutOfTheFolderIsRefused() throws Exception {
        Path folder = Files.createDirectories(directory.resolve("project"));
        Files.writeString(folder.resolve("main.mjs"), "");
        Files.createSymbolicLink(folder.resolve("secret"), Path.of("../../etc/passwd"));
        try (ActorHost host = open()) {
            assertThrows(DeployException.class, () -> host.deploy(Deployment.folder(folder, "main.mjs")));
            assertThrows(DeployException.class, () -> host.deploy(Deployment.folder(folder, "other.mjs")));
            assertTrue(host.builds().isEmpty());
        }
        assertEquals(List.of(), contents());
    }

    @Test
    void anotherHostCannotOpenTheSameDirectory() {
        try (ActorHost host = open()) {
            assertThrows(DataDirectoryException.class, this::open);
            assertTrue(host.builds().isEmpty());
        }
    }

    @Test
    void whatCannotBeWrittenDownIsNotDurable() {
        Stdio streams = new Stdio() {
            @Override
            public void write(LogStream stream, byte[] bytes) {}
        };
        try (ActorHost host = open()) {
            ActorOptions options = ActorOptions.builder()
                    .script(Script.inline("a.mjs", "export default { start() {} }"))
                    .stdio(streams)
                    .restart(RestartPolicy.onFailure())
                    .build();
            assertThrows(InvalidOptionsException.class, () -> host.create(options));
            assertTrue(host.list(ActorQuery.all()).isEmpty());
        }
    }

    @Test
    void anUpgradeKeepsIdPortAndValues() throws Exception {
        try (ActorHost host = open()) {
            Build first = host.deploy(Script.file(program()), Map.of("name", "counter", "version", "1"));
            Build second = host.deploy(Script.file(program()), Map.of("name", "counter", "version", "2"));
            Actor actor = host.create(ActorOptions.builder()
                    .buildId(first.id())
                    .tags(Map.of("room", "lobby"))
                    .restart(RestartPolicy.onFailure())
                    .build());
            assertTrue(Programs.ask(actor).contains("\"build\":\"1\",\"starts\":1"));
            actor.upgrade(second).toCompletableFuture().join();
            assertEquals(second.id(), actor.snapshot().buildId());
            assertEquals(1, actor.generation());
            String answer = "";
            while (!answer.contains("\"build\":\"2\",\"starts\":2")) {
                try {
                    answer = Programs.ask(actor.url("http"));
                } catch (IOException notYetListening) {
                    Thread.onSpinWait();
                }
            }
        }
        try (ActorHost host = open()) {
            Actor actor = host.list(ActorQuery.all()).get(0);
            assertTrue(Programs.ask(actor).contains("\"build\":\"2\",\"starts\":3"));
            assertInstanceOf(
                    TerminationReason.Destroyed.class,
                    actor.destroy().toCompletableFuture().join());
            assertThrows(java.util.concurrent.CompletionException.class, () -> actor.upgrade(
                            host.builds().get(0))
                    .toCompletableFuture()
                    .join());
        }
    }
}
