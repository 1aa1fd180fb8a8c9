package dev.troupe.node.globals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.LogEntry;
import dev.troupe.core.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The function around a CommonJS module begins on the module's first line, and no place that is shown counts it. */
class FirstLineTest {
    @TempDir
    Path folder;

    private List<String> output(String main) throws IOException {
        Path file = Files.writeString(folder.resolve("main.cjs"), main);
        try (ActorHost host = ActorHost.builder().build();
                Actor actor = host.create(ActorOptions.of(Script.file(file)))) {
            actor.terminated().toCompletableFuture().join();
            return actor.logs().snapshot().stream().map(LogEntry::text).toList();
        }
    }

    @Test
    void syntaxErrorOfTheFirstLineHasTheFilesColumn() throws IOException {
        List<String> output = output("let a = ;\n");
        Path file = folder.resolve("main.cjs").toRealPath();
        assertEquals(List.of(file + ":1:9", "let a = ;", "        ^"), output.subList(0, 3));
        assertTrue(output.get(4).startsWith("SyntaxError: " + file + ":1:8 "), output.get(4));
        assertEquals(List.of("let a = ;", "        ^"), output.subList(5, 7));
    }

    @Test
    void syntaxErrorThatIsCaughtHasTheFilesColumn() throws IOException {
        Files.writeString(folder.resolve("broken.cjs"), "let a = ;\n");
        List<String> output = output("try { require('./broken.cjs') } catch (error) { console.log(error.message) }");
        assertTrue(output.get(0).contains("broken.cjs:1:8 "), output.get(0));
        assertEquals(List.of("let a = ;", "        ^"), output.subList(1, 3));
    }

    @Test
    void lineOfAnErrorIsShownAsTheFileHasIt() throws IOException {
        List<String> output = output("throw new Error('here');\n");
        assertEquals(List.of("throw new Error('here');", "      ^"), output.subList(1, 3));
    }
}
