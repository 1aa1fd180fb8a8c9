package dev.troupe.node.testing;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.LogEntry;
import dev.troupe.core.LogStream;
import dev.troupe.core.TerminationReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** How a program ended: what it wrote to standard output, and its exit code. */
record Ended(String output, int code) {

    /** Runs the body of {@code start} as an actor of its own until it ends. */
    static Ended of(Path folder, String body) throws IOException {
        Path program = Files.writeString(folder.resolve("program.cjs"), "exports.start = () => {\n" + body + "\n};\n");
        try (Actor actor = ActorHost.start(program)) {
            TerminationReason reason = actor.terminated().toCompletableFuture().join();
            String output = actor.logs().snapshot().stream()
                    .filter(line -> line.stream() == LogStream.STDOUT)
                    .map(LogEntry::text)
                    .collect(Collectors.joining("\n"));
            return new Ended(output, reason.exitCode());
        }
    }
}
