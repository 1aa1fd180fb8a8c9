package dev.troupe.core.host;

import dev.troupe.core.ActorContext;
import dev.troupe.core.ActorException;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.ActorPort;
import dev.troupe.core.Build;
import dev.troupe.core.Permissions;
import dev.troupe.core.port.ReservedPort;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every start of one actor is made from. A value, fixed when the actor is created.
 *
 * @param options what was asked for
 * @param build the program
 * @param context what the program is told
 * @param reserved its ports
 * @param folder its data folder
 * @param environment its variables
 */
record Blueprint(
        ActorOptions options,
        Build build,
        ActorContext context,
        List<ReservedPort> reserved,
        Optional<Path> folder,
        Map<String, String> environment) {

    Blueprint(
            ActorOptions options,
            Build build,
            ActorContext context,
            List<ReservedPort> reserved,
            Optional<Path> folder) {
        this(options, build, context, reserved, folder, Environments.of(options, context, folder));
    }

    /** The same actor with another program. */
    Blueprint with(Build another) {
        ActorContext told = new ActorContext(
                context.id(),
                context.tags(),
                context.createdAt(),
                context.project(),
                context.environment(),
                context.region(),
                context.cluster(),
                another.id(),
                another.tags(),
                context.ports());
        return new Blueprint(options, another, told, reserved, folder);
    }

    /** The permissions, bound to the program's directory and the data folder. */
    Permissions permissions() {
        return options.permissions().forActor(Environments.codeDirectory(build.script()), folder);
    }

    URI url(String portName) {
        for (ActorPort port : context.ports()) {
            if (port.spec().name().equals(portName)) {
                return port.url();
            }
        }
        throw new ActorException("Actor " + context.id() + " has no port \"" + portName + "\": it declares "
                + context.ports().stream().map(port -> port.spec().name()).toList() + ".");
    }
}
