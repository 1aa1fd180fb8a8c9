package dev.troupe.server.cli;

import dev.troupe.core.ActorHost;
import dev.troupe.core.EngineDescription;
import dev.troupe.js.launch.EngineAdvice;
import dev.troupe.js.launch.Jvm;
import dev.troupe.js.launch.PrintFlags;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code troupe doctor}: says which JVM and which engine mode run, why, and the flags that would help. Made by picocli,
 * on the main thread; it opens a host to see the mode that really runs, and closes it.
 */
@Command(
        name = "doctor",
        description = "Shows the JVM, the engine mode and why, and the flags that would help.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--compiler",
            paramLabel = "FOLDER",
            description = "The folder with the optimising compiler's jars, for the flags that would help.")
    @Nullable
    Path compiler;

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        Optional<Path> jars = Optional.ofNullable(compiler).map(Path::toAbsolutePath);
        if (jars.filter(folder -> !Files.isDirectory(folder)).isPresent()) {
            throw new CommandLine.ParameterException(command, "--compiler " + jars.get() + " is not a folder.");
        }
        PrintWriter out = command.getOut();
        Jvm jvm = Jvm.current();
        EngineDescription engine = runningEngine();
        out.println("command    troupe " + Versions.command());
        out.println("jvm        " + jvm.vm() + " " + jvm.version() + ", " + jvm.vendorVersion() + ", "
                + System.getProperty("java.home"));
        out.println("machine    " + Runtime.getRuntime().availableProcessors() + " processors, "
                + Runtime.getRuntime().maxMemory() / (1024 * 1024) + " MiB heap at most, "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        out.println("engine     " + engine.name());
        out.println("mode       " + (engine.optimised() ? "optimised" : "interpreter only"));
        out.println("because    " + engine.cause());
        printMissingFlags(out, EngineAdvice.of(jvm, PrintFlags.engineVersion(), jars));
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private static EngineDescription runningEngine() {
        try (ActorHost host = ActorHost.builder().build()) {
            return host.engine();
        }
    }

    private static void printMissingFlags(PrintWriter out, EngineAdvice advice) {
        List<String> given = ManagementFactory.getRuntimeMXBean().getInputArguments();
        List<String> missing =
                advice.flags().stream().filter(flag -> !given.contains(flag)).toList();
        out.println(missing.isEmpty() ? "flags      all that help are set" : "flags      these would help:");
        missing.forEach(flag -> out.println("           " + flag));
        if (!advice.optimised()) {
            out.println("peak speed " + advice.cause());
        }
    }
}
