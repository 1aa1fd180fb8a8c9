package dev.troupe.server.cli;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.Entry;
import dev.troupe.core.Limits;
import dev.troupe.core.Permissions;
import dev.troupe.core.Script;
import dev.troupe.core.TerminationReason;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code troupe node [FLAG…] FILE [ARG…]}: runs a plain Node program, which exports no {@code start}, as {@code node}
 * would: trusted, with this process's standard streams, directory and environment. Made by picocli, on the main thread,
 * which waits; the process ends with the program's exit code.
 */
@Command(
        name = "node",
        description = "Runs a plain Node program with everything that this process may do.",
        mixinStandardHelpOptions = true)
final class NodeCommand implements Callable<Integer> {
    /** A program in a terminal of its own harms no neighbour: it may compute for as long as it likes. */
    private static final Duration UNBOUNDED = Duration.ofDays(1);

    /** nodejs.org/api/process.html#exit-codes: invalid argument. */
    private static final int BAD_OPTION = 9;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE ARG",
            description = "Node's own flags, the program, and its arguments (process.argv).")
    List<String> words = List.of();

    @Override
    public Integer call() {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        NodeLine line;
        try {
            line = NodeLine.of(words);
            NodeLine.checkEnvironment(System.getenv().getOrDefault("NODE_OPTIONS", ""));
        } catch (NodeLine.BadOptionException refused) {
            err.println("troupe node: " + refused.getMessage());
            return BAD_OPTION;
        }
        if (line.text().isEmpty() && line.file().isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "No program is given, for example: troupe node script.js");
        }
        try (ActorHost host =
                ActorHost.builder().cacheDirectory(CacheDirectory.ofThisUser()).build()) {
            Actor actor = host.create(ActorOptions.builder()
                    .script(script(line))
                    .entry(Entry.MODULE)
                    .runtimeArguments(line.flags())
                    .arguments(line.arguments())
                    .directory(Path.of(""))
                    .stdio(new ConsoleStdio())
                    .withoutPorts()
                    .limits(Limits.defaults().withTurn(UNBOUNDED))
                    .permissions(Permissions.trusted())
                    .build());
            try (GracefulInterrupt interrupt = GracefulInterrupt.install(actor)) {
                TerminationReason reason =
                        actor.terminated().toCompletableFuture().join();
                if (reason instanceof TerminationReason.Killed killed) {
                    err.println("troupe: " + killed.message());
                }
                return reason.exitCode();
            }
        }
    }

    private static Script script(NodeLine line) {
        return line.text()
                .<Script>map(text -> new Script.Inline(
                        "[eval]", text, Optional.of(Path.of("").toAbsolutePath())))
                .orElseGet(() -> Script.file(Path.of(line.file().orElseThrow())));
    }
}
