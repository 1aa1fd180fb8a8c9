package dev.troupe.core.host;

import dev.troupe.core.ActorContext;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.ActorPort;
import dev.troupe.core.Script;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What surrounds a program when it starts: its variables and its directory. Stateless. */
final class Environments {
    /** The variable that names the actor's own data folder. */
    private static final String FOLDER = "TROUPE_DATA";

    private Environments() {}

    /**
     * The program's environment: the ports and the data folder win over what the options say, and that over the host's
     * own variables, which only permitted programs see.
     */
    static Map<String, String> of(ActorOptions options, ActorContext context, Optional<Path> folder) {
        Map<String, String> environment = new HashMap<>();
        if (options.permissions().mayReadHostEnvironment()) {
            environment.putAll(System.getenv());
        }
        environment.putAll(options.env());
        for (ActorPort port : context.ports()) {
            environment.put(
                    port.spec().environmentName(),
                    Integer.toString(port.address().getPort()));
        }
        folder.ifPresent(path -> environment.put(FOLDER, path.toString()));
        return Map.copyOf(environment);
    }

    /** The directory that a program's own files are in, links resolved; empty for a program without one. */
    static Optional<Path> codeDirectory(Script script) {
        Optional<Path> directory = Optional.empty();
        if (script instanceof Script.File file) {
            directory = Optional.ofNullable(file.path().getParent());
        } else if (script instanceof Script.Inline inline) {
            directory = inline.directory();
        }
        return directory.map(Environments::resolved);
    }

    private static Path resolved(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            return path.toAbsolutePath().normalize(); // the program will not be found either, and says so
        }
    }
}
