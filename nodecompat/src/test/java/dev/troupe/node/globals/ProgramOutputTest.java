package dev.troupe.node.globals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.LogEntry;
import dev.troupe.core.LogStream;
import dev.troupe.core.TerminationReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramOutputTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void callbacksRunInTheOrderOfNode() throws IOException {
        Ended ended = run("order.cjs", resource("order.cjs"));
        assertEquals(resource("order.txt"), ended.output());
        assertEquals(3, ended.reason().exitCode());
    }

    @Test
    void listenersHearWhatNobodyCaught() throws IOException {
        Ended ended = run("uncaught.cjs", resource("uncaught.cjs"));
        assertEquals(resource("uncaught.txt"), ended.output());
        assertEquals(0, ended.reason().exitCode());
    }

    @Test
    void enteredStoragesStayInTheirCallback() throws IOException {
        Ended ended = run("enter-with.cjs", resource("enter-with.cjs"));
        assertEquals(resource("enter-with.txt"), ended.output(), ended.errors());
    }

    @Test
    void contextsShowNothingOfTheHost() throws IOException {
        Ended ended = run("contexts.cjs", resource("contexts.cjs"));
        assertEquals(resource("contexts.txt"), ended.output(), ended.errors());
    }

    @Test
    void rejectionsAreToldInTheirOrderAndOnlyIfNobodyCaresInTime() throws IOException {
        Ended ended = run("rejections.cjs", resource("rejections.cjs"));
        assertEquals("in time\nunhandled 1\nunhandled 2\nhandled late\n", ended.output(), ended.errors());
    }

    @Test
    void exitEndsWithExactlyItsCode() throws IOException {
        Ended ended = run("exit.cjs", "exports.start = () => { process.exit(42); console.log('never'); };");
        assertEquals("", ended.output());
        assertEquals(42, ended.reason().exitCode());
    }

    @Test
    void anUncaughtErrorEndsWithOneAndSaysWhere() throws IOException {
        Ended ended =
                run("throws.cjs", "exports.start = () => { setTimeout(() => { throw new TypeError('sad'); }, 1); };");
        assertEquals(1, ended.reason().exitCode());
        assertTrue(ended.errors().contains("TypeError: sad"), ended.errors());
        assertTrue(ended.errors().contains("throws.cjs:1:"), ended.errors());
    }

    private Ended run(String name, String source) throws IOException {
        Path program = Files.writeString(folder.resolve(name), source);
        try (Actor actor = ActorHost.start(program)) {
            TerminationReason reason = actor.terminated().toCompletableFuture().join();
            return new Ended(lines(actor, LogStream.STDOUT), lines(actor, LogStream.STDERR), reason);
        }
    }

    private static String lines(Actor actor, LogStream stream) {
        return actor.logs().snapshot().stream()
                .filter(line -> line.stream() == stream)
                .map(LogEntry::text)
                .map(text -> text + "\n")
                .collect(Collectors.joining());
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ProgramOutputTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private record Ended(String output, String errors, TerminationReason reason) {}
}
