package dev.troupe.node.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.LogEntry;
import dev.troupe.core.LogStream;
import dev.troupe.core.TerminationReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PopularPackagesTest {
    private static Path folder = Path.of("");

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        folder = NpmPackages.install();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ajv",
                "commander",
                "dayjs",
                "handlebars",
                "hono",
                "lodash",
                "marked",
                "nanoid",
                "uuid",
                "zod",
            })
    void worksByImportAndByRequireAsUnderNode(String name) throws IOException {
        String expected = Files.readString(folder.resolve("programs/" + name + ".txt"));
        assertEquals(expected, output(name + ".mjs"), "by import");
        assertEquals(expected, output(name + ".cjs"), "by require");
    }

    private static String output(String program) {
        try (Actor actor = ActorHost.start(folder.resolve("programs").resolve(program))) {
            TerminationReason reason = actor.terminated().toCompletableFuture().join();
            String errors = lines(actor, LogStream.STDERR);
            assertEquals("", errors, program + " wrote to stderr: " + reason.message());
            assertEquals(0, reason.exitCode(), reason.message());
            return lines(actor, LogStream.STDOUT);
        }
    }

    private static String lines(Actor actor, LogStream stream) {
        return actor.logs().snapshot().stream()
                .filter(line -> line.stream() == stream)
                .map(LogEntry::text)
                .map(text -> text + "\n")
                .collect(Collectors.joining());
    }
}
