package dev.troupe.node.testing;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.LogEntry;
import dev.troupe.core.LogStream;
import dev.troupe.core.Permissions;
import dev.troupe.core.Script;
import dev.troupe.core.TerminationReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** How a program ended: what it wrote to standard output, and its exit code. */
record Ended(String output, int code) {

    /** Runs the body of {@code start} as an actor of its own until it ends. */
    static Ended of(Path folder, String body) throws IOException {
        try (Actor actor = ActorHost.start(program(folder, body))) {
            return of(actor);
        }
    }

    /** As {@link #of(Path, String)}, with every permission and with flags of Node's. */
    static Ended trusted(Path folder, String body, List<String> flags) throws IOException {
        Script program = Script.file(program(folder, body));
        try (ActorHost host = ActorHost.builder().build();
                Actor actor = host.create(ActorOptions.builder()
                        .script(program)
                        .withoutPorts()
                        .permissions(Permissions.trusted())
                        .runtimeArguments(flags)
                        .build())) {
            return of(actor);
        }
    }

    private static Path program(Path folder, String body) throws IOException {
        return Files.writeString(folder.resolve("program.cjs"), "exports.start = () => {\n" + body + "\n};\n");
    }

    private static Ended of(Actor actor) {
        TerminationReason reason = actor.terminated().toCompletableFuture().join();
        String output = actor.logs().snapshot().stream()
                .filter(line -> line.stream() == LogStream.STDOUT)
                .map(LogEntry::text)
                .collect(Collectors.joining("\n"));
        return new Ended(output, reason.exitCode());
    }
}
