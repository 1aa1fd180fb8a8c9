package dev.troupe.server.cli;

import dev.troupe.server.client.ClientException;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The {@code troupe} command: parses the command line and runs a subcommand. Owned by the process, on its main thread;
 * it ends the process with the subcommand's exit code: 0 well, 1 failed (or the actor's own code), 2 wrong usage.
 */
@Command(
        name = "troupe",
        description = "Hosts JavaScript and TypeScript actors in the JVM.",
        mixinStandardHelpOptions = true,
        versionProvider = Versions.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            NodeCommand.class,
            ServeCommand.class,
            DeployCommand.class,
            ActorCommand.class,
            TypesCommand.class,
            DoctorCommand.class
        })
public final class Troupe implements Runnable {

    @Spec
    @Nullable
    CommandSpec spec;

    /** Held here, as the JDK's logging forgets what nobody holds. */
    private static final Logger ENGINE_LOG = Logger.getLogger("dev.troupe.host.engine");

    private final Map<String, String> environment;

    private Troupe(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The variables that the command was given. */
    Map<String, String> environment() {
        return environment;
    }

    /** Runs when no subcommand was named. */
    @Override
    public void run() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        throw new CommandLine.ParameterException(command, "Say what to do, for example: troupe run actor.ts");
    }

    /** Runs the command and ends the process. */
    public static void main(String[] arguments) {
        ENGINE_LOG.setLevel(
                Level.OFF); // run shows the engine itself, doctor tells more, and node's output is the program's
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return commandLine(System.getenv());
    }

    /** The command line, for the process and for tests. */
    static CommandLine commandLine(Map<String, String> environment) {
        CommandLine command = new CommandLine(new Troupe(environment))
                .registerConverter(Span.class, new Span.Converter())
                .setExecutionExceptionHandler(Troupe::report);
        // what follows a program's name is the program's own, whatever it looks like
        Objects.requireNonNull(command.getSubcommands().get("node"))
                .setStopAtPositional(true)
                .setUnmatchedOptionsArePositionalParams(true);
        return command;
    }

    /** A failure of ours is one clear line; its stack is there for who asks with {@code -Dtroupe.debug=true}. */
    private static int report(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        if (last(parsed).hasMatchedOption("--json")) {
            String code = failure instanceof ClientException known ? known.code() : "COMMAND_FAILED";
            command.getErr().println(ApiTarget.text(Map.of("code", code, "message", message)));
        } else {
            command.getErr().println("troupe: " + message);
        }
        if (Boolean.getBoolean("troupe.debug")) {
            failure.printStackTrace(command.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static CommandLine.ParseResult last(CommandLine.ParseResult parsed) {
        return parsed.hasSubcommand() ? last(parsed.subcommand()) : parsed;
    }
}
