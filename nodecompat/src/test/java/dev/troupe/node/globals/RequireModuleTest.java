package dev.troupe.node.globals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.LogEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RequireModuleTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aModuleThatThrowsThrowsItsOwnErrorEachTimeItIsRequired() throws IOException {
        Files.writeString(folder.resolve("throws.mjs"), "export const a = 1; throw new RangeError('its own');");
        Files.writeString(folder.resolve("imports.mjs"), "import './throws.mjs'; console.log('not reached');");
        assertEquals(List.of("RangeError its own", "RangeError its own", "RangeError its own"), output("""
                for (const name of ['./throws.mjs', './throws.mjs', './imports.mjs']) {
                  try { require(name); } catch (error) { console.log(error.name, error.message); }
                }
                """));
    }

    @Test
    void aModuleThatWaitsCannotBeRequiredAndOneThatDoesNotRunsOnce() throws IOException {
        Files.writeString(folder.resolve("waits.mjs"), "await 0; export const a = 1;");
        Files.writeString(folder.resolve("runs.mjs"), "console.log('runs'); export let a = 1; export default 2;");
        assertEquals(List.of("ERR_REQUIRE_ASYNC_MODULE", "runs", "1 2 true"), output("""
                try { require('./waits.mjs'); } catch (error) { console.log(error.code); }
                const first = require('./runs.mjs');
                import('./runs.mjs').then((second) => console.log(first.a, first.default, first.a === second.a));
                """));
    }

    private List<String> output(String body) throws IOException {
        Path program = Files.writeString(folder.resolve("program.cjs"), "exports.start = () => {\n" + body + "\n};\n");
        try (Actor actor = ActorHost.start(program)) {
            actor.terminated().toCompletableFuture().join();
            return actor.logs().snapshot().stream().map(LogEntry::text).toList();
        }
    }
}
