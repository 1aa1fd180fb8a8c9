package dev.troupe.server.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code troupe actor …}: actors of a host that {@code troupe serve} runs. Made by picocli, on the main thread. */
@Command(
        name = "actor",
        description = "Creates, shows, connects to and destroys actors of a host.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ActorCreateCommand.class,
            ActorGetCommand.class,
            ActorListCommand.class,
            ActorLogsCommand.class,
            ActorConnectCommand.class,
            ActorDestroyCommand.class
        })
final class ActorCommand implements Runnable {
    @Spec
    @Nullable
    CommandSpec spec;

    /** Runs when no subcommand was named. */
    @Override
    public void run() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        throw new CommandLine.ParameterException(command, "Say what to do, for example: troupe actor list");
    }
}
