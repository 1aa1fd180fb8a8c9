package dev.troupe.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code troupe types}: writes the type definitions of {@code ActorContext} into a project, where editors and
 * {@code tsc} find them under both names. Made by picocli, on the main thread.
 */
@Command(
        name = "types",
        description = "Writes " + TypesCommand.NAME + ", which declares the modules @troupe/actor and @rivet-gg/actor"
                + " for editors and tsc.",
        mixinStandardHelpOptions = true)
final class TypesCommand implements Callable<Integer> {
    static final String NAME = "troupe-env.d.ts";

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The project's folder. Default: the one here.")
    Path folder = Path.of("");

    @Option(names = "--json", description = "Prints where as JSON.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        Path file = folder.resolve(NAME);
        try (InputStream in =
                Objects.requireNonNull(TypesCommand.class.getResourceAsStream(NAME), NAME + " is missing in the jar")) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING); // it is ours, and generated
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(json ? ApiTarget.text(Map.of("file", file)) : "wrote " + file);
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
