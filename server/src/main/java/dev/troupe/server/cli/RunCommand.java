package dev.troupe.server.cli;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorLogs;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.ActorPort;
import dev.troupe.core.EngineDescription;
import dev.troupe.core.Limits;
import dev.troupe.core.LogEntry;
import dev.troupe.core.LogStream;
import dev.troupe.core.Permissions;
import dev.troupe.core.PortSpec;
import dev.troupe.core.Protocol;
import dev.troupe.core.Routing;
import dev.troupe.core.Script;
import dev.troupe.core.TerminationReason;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code troupe run FILE}: hosts one actor, prints its URL and streams its log until it ends. Made by picocli, on the
 * main thread, which waits; Ctrl-C destroys the actor with its grace, and the process ends with the actor's exit code.
 */
@Command(
        name = "run",
        description = "Runs one actor, prints its URL and streams its log; Ctrl-C stops it gracefully.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The program: .ts .mts .cts .js .mjs or .cjs.")
    @Nullable
    Path file;

    @Parameters(index = "1..*", paramLabel = "ARG", description = "Arguments for the program (process.argv).")
    List<String> arguments = List.of();

    @Option(
            names = "--port",
            paramLabel = "NAME=NUMBER",
            description = "Declares an HTTP port; 0 picks a free one. Default: http=0.")
    Map<String, Integer> ports = new LinkedHashMap<>();

    @Option(names = "--env", paramLabel = "NAME=VALUE", description = "An environment variable of the program.")
    Map<String, String> environment = new LinkedHashMap<>();

    @Option(names = "--trusted", description = "Lets the program touch files, network and environment as Node does.")
    boolean trusted;

    @Option(
            names = "--turn-limit",
            paramLabel = "MS",
            description = "How long one turn of the event loop may run before the actor is killed. Default: 10000.")
    long turnLimit = Limits.defaults().turn().toMillis();

    @Option(
            names = "--requests",
            hidden = true,
            description = "Sends the actor that many requests, says how long after the JVM's start the first was"
                    + " answered, then destroys it: for recording class-data caches and for measuring cold starts.")
    int requests;

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        PrintWriter out = command.getOut();
        PrintWriter err = command.getErr();
        try (ActorHost host =
                ActorHost.builder().cacheDirectory(CacheDirectory.ofThisUser()).build()) {
            err.println(banner(host.engine()));
            Actor actor = host.create(options());
            try (GracefulInterrupt interrupt = GracefulInterrupt.install(actor, err)) {
                ActorLogs.Following log = actor.logs().follow(line -> print(line, out, err));
                actor.ready().thenAccept(ready -> announce(ready, out));
                if (requests > 0) {
                    OwnRequests.send(actor, requests, out);
                }
                TerminationReason reason =
                        actor.terminated().toCompletableFuture().join();
                log.finished().toCompletableFuture().join();
                return exitCode(reason, err);
            }
        }
    }

    private ActorOptions options() {
        ActorOptions.Builder options = ActorOptions.builder()
                .script(Script.file(Objects.requireNonNull(file)))
                .arguments(arguments)
                .env(environment)
                .limits(Limits.defaults().withTurn(Duration.ofMillis(turnLimit)))
                .permissions(trusted ? Permissions.trusted() : Permissions.standard());
        ports.forEach((name, number) -> options.port(new PortSpec(
                name, Protocol.HTTP, Routing.HOST, number == 0 ? OptionalInt.empty() : OptionalInt.of(number))));
        return options.build();
    }

    private static String banner(EngineDescription engine) {
        return "troupe " + Versions.command() + ", " + engine.name() + " "
                + (engine.optimised() ? "optimised" : "interpreter only (troupe doctor says why)") + ", JDK "
                + Runtime.version();
    }

    private static void print(LogEntry line, PrintWriter out, PrintWriter err) {
        PrintWriter target = line.stream() == LogStream.STDOUT ? out : err;
        target.println(line.text());
        target.flush();
    }

    private static void announce(Actor actor, PrintWriter out) {
        for (ActorPort port : actor.ports()) {
            out.println(port.spec().name() + "  " + port.url());
        }
        out.flush();
    }

    /** The actor's own exit code; a kill for a limit is a failure like any other for the caller of this command. */
    private static int exitCode(TerminationReason reason, PrintWriter err) {
        if (reason instanceof TerminationReason.Killed killed) {
            err.println("troupe: " + killed.message());
            err.flush();
            return CommandLine.ExitCode.SOFTWARE;
        }
        return reason.exitCode();
    }
}
