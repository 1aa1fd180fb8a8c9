package dev.troupe.node.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.Limits;
import dev.troupe.core.LogEntry;
import dev.troupe.core.Script;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class ClosedFilesTest {
    /** These tests are not about time, and the machine may be busy. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aClosedActorReachesItsOwnFoldersOnly() throws IOException {
        Path root = folder.toRealPath();
        Path secret = Files.writeString(root.resolve("secret"), "secret");
        assertEquals(resource("closed.txt"), run(root, "closed.cjs", resource("closed.cjs"), secret));
        assertEquals("secret", Files.readString(secret));
        assertFalse(Files.exists(root.resolve("secret2")));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatAnActorLeavesOpenIsClosedWithIt() throws IOException {
        Path root = folder.toRealPath();
        String program =
                "const fs = require('fs'); exports.start = () => { for (let i = 0; i < 50; i++) fs.openSync(__filename);"
                        + " fs.watch(__dirname).unref(); console.log('opened'); };";
        assertEquals("opened\n", run(root, "open.cjs", program, root));
        assertTrue(openFiles().stream().noneMatch(name -> name.endsWith("open.cjs")));
    }

    private static List<String> openFiles() throws IOException {
        try (Stream<Path> links = Files.list(Path.of("/proc/self/fd"))) {
            return links.map(ClosedFilesTest::target).toList();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static String run(Path root, String name, String source, Path secret) throws IOException {
        Path code = Files.createDirectories(root.resolve("code"));
        Path program = Files.writeString(code.resolve(name), source);
        try (ActorHost host =
                        ActorHost.builder().dataDirectory(root.resolve("data")).build();
                Actor actor = host.create(ActorOptions.builder()
                        .script(Script.file(program))
                        .withoutPorts()
                        .limits(Limits.defaults().withStart(PATIENCE).withTurn(PATIENCE))
                        .env(Map.of(
                                "SECRET",
                                secret.toString(),
                                "ROOT",
                                root.resolve("data").toString()))
                        .build())) {
            actor.terminated().toCompletableFuture().join();
            return actor.logs().snapshot().stream()
                    .map(LogEntry::text)
                    .map(text -> text + "\n")
                    .collect(Collectors.joining());
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ClosedFilesTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
