package dev.troupe.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.LogEntry;
import dev.troupe.core.TerminationReason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExamplesTest {

    @ParameterizedTest
    @CsvSource({"hello.ts, Hello from actor ", "hello-class.ts, \"actor\":\"", "counter.ts, 0"})
    void eachActorAnswers(String file, String expected) throws Exception {
        try (Actor actor = ActorHost.start(Path.of(file))) {
            actor.ready().toCompletableFuture().join();
            assertTrue(get(actor).contains(expected), file);
        }
    }

    @Test
    void theCounterSaysGoodbyeWhenItIsDestroyed() throws Exception {
        Actor actor = ActorHost.start(Path.of("counter.ts"));
        actor.ready().toCompletableFuture().join();
        CompletableFuture<String> firstTick = new CompletableFuture<>();
        actor.logs().follow(line -> firstTick.complete(line.text()));
        assertEquals("count is 1", firstTick.join());
        TerminationReason reason = actor.destroy().toCompletableFuture().join();
        assertEquals(0, reason.exitCode(), reason.message());
        List<String> lines =
                actor.logs().snapshot().stream().map(LogEntry::text).toList();
        assertTrue(lines.get(lines.size() - 1).startsWith("goodbye at "), lines.toString());
    }

    @Test
    void theEmbeddingProgramsPrintWhatTheyPromise() throws Exception {
        String classPath = System.getProperty("java.class.path");
        Path here = Path.of("").toAbsolutePath();
        assertTrue(JavaProcess.run(here, List.of("-cp", classPath, Hello.class.getName(), "hello.ts"))
                .startsWith("Hello from actor "));
        String rooms = JavaProcess.run(here, List.of("-cp", classPath, Rooms.class.getName(), "counter.ts"));
        assertTrue(rooms.contains("lobby http://127.0.0.1:"), rooms);
        assertTrue(rooms.endsWith("The actor was destroyed on request.\n"), rooms);
    }

    private static String get(Actor actor) throws java.io.IOException {
        try (var body = actor.url("http").toURL().openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
