package dev.troupe.core.host;

import dev.troupe.core.ActorId;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.ActorSnapshot;
import dev.troupe.core.ActorState;
import dev.troupe.core.Entry;
import dev.troupe.core.Limits;
import dev.troupe.core.PermissionText;
import dev.troupe.core.Permissions;
import dev.troupe.core.PortSpec;
import dev.troupe.core.Protocol;
import dev.troupe.core.Region;
import dev.troupe.core.Resources;
import dev.troupe.core.RestartPolicy;
import dev.troupe.core.Routing;
import dev.troupe.core.TerminationReason;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An actor as a record of the {@link Ledger}, and back. Stateless, any thread. */
final class ActorRecords {
    private ActorRecords() {}

    /** Can an actor with these options come back from its record? */
    static boolean isWritable(ActorOptions options) {
        return options.stdio().isEmpty()
                && PermissionText.write(options.permissions()).isPresent();
    }

    static Fields write(ActorSnapshot actor) {
        ActorOptions options = actor.options();
        Fields fields = new Fields()
                .put("id", actor.id().toString())
                .put("build", actor.buildId())
                .put("region", actor.region().id())
                .put("generation", Integer.toString(actor.generation()))
                .put("created", actor.createdAt().toString())
                .putAll("tag", options.tags())
                .putAll("env", options.env())
                .putAll(
                        "ports",
                        options.ports().stream().map(ActorRecords::port).toList())
                .put("implicit", Boolean.toString(options.implicitPort()))
                .putAll("arguments", options.arguments())
                .putAll("flags", options.runtimeArguments())
                .putAll(
                        "permissions",
                        PermissionText.write(options.permissions()).orElse(List.of()))
                .putAll("limit", LimitText.write(options.limits()))
                .put("restart", restart(options.restart()))
                .put("entry", options.entry().name())
                .put("cpu", Integer.toString(options.resources().cpu()))
                .put("memory", Integer.toString(options.resources().memory()));
        options.directory().ifPresent(directory -> fields.put("directory", directory.toString()));
        actor.startedAt().ifPresent(at -> fields.put("started", at.toString()));
        actor.endedAt().ifPresent(at -> fields.put("ended", at.toString()));
        actor.reason().ifPresent(reason -> write(reason, fields));
        return fields;
    }

    /** The actor as it was written, in the region where it is read. */
    static ActorSnapshot read(Fields fields, Region region) {
        Optional<Instant> ended = fields.find("ended").map(Instant::parse);
        return new ActorSnapshot(
                ActorId.of(fields.text("id")),
                options(fields),
                region,
                fields.text("build"),
                List.of(),
                ended.isPresent() ? ActorState.TERMINATED : ActorState.STARTING,
                Integer.parseInt(fields.text("generation")),
                Instant.parse(fields.text("created")),
                fields.find("started").map(Instant::parse),
                ended,
                fields.find("reason").map(kind -> reason(kind, fields)));
    }

    private static ActorOptions options(Fields fields) {
        Limits limits = LimitText.read(fields.map("limit"));
        Permissions permissions = PermissionText.read(fields.list("permissions"));
        ActorOptions.Builder builder = ActorOptions.builder()
                .buildId(fields.text("build"))
                .tags(fields.map("tag"))
                .env(fields.map("env"))
                .arguments(fields.list("arguments"))
                .runtimeArguments(fields.list("flags"))
                .permissions(permissions)
                .limits(limits)
                .restart(restart(fields.text("restart")))
                .entry(Entry.valueOf(fields.text("entry")))
                .resources(
                        new Resources(Integer.parseInt(fields.text("cpu")), Integer.parseInt(fields.text("memory"))));
        fields.find("directory").map(Path::of).ifPresent(builder::directory);
        List<String> ports = new ArrayList<>(fields.list("ports"));
        if (ports.isEmpty()) {
            builder.withoutPorts();
        } else if (!Boolean.parseBoolean(fields.text("implicit"))) {
            ports.forEach(port -> builder.port(port(port)));
        }
        return builder.build();
    }

    private static String port(PortSpec port) {
        return String.join(
                " ",
                port.name(),
                port.protocol().name(),
                port.routing().name(),
                Integer.toString(port.number().orElse(0)),
                port.open() ? "open" : "");
    }

    private static PortSpec port(String text) {
        String[] words = text.split(" ", -1);
        int number = Integer.parseInt(words[3]);
        return new PortSpec(
                words[0],
                Protocol.valueOf(words[1]),
                Routing.valueOf(words[2]),
                number == 0 ? OptionalInt.empty() : OptionalInt.of(number),
                words.length > 4 && words[4].equals("open"));
    }

    private static String restart(RestartPolicy policy) {
        return policy.restarts() + " " + policy.maxRestarts() + " " + policy.within();
    }

    private static RestartPolicy restart(String text) {
        String[] words = text.split(" ", -1);
        return new RestartPolicy(Boolean.parseBoolean(words[0]), Integer.parseInt(words[1]), Duration.parse(words[2]));
    }

    private static void write(TerminationReason reason, Fields fields) {
        fields.put("reason", reason.getClass().getSimpleName())
                .put("exit", Integer.toString(reason.exitCode()))
                .put("message", reason.message());
        if (reason instanceof TerminationReason.Killed killed) {
            fields.put("killed", killed.limit());
        }
    }

    private static TerminationReason reason(String kind, Fields fields) {
        int exit = Integer.parseInt(fields.text("exit"));
        String message = fields.text("message");
        return switch (kind) {
            case "Exited" -> new TerminationReason.Exited();
            case "Destroyed" -> new TerminationReason.Destroyed();
            case "Lost" -> new TerminationReason.Lost();
            case "Suspended" -> new TerminationReason.Suspended();
            case "Killed" -> new TerminationReason.Killed(fields.text("killed"), message);
            case "StartFailed" -> new TerminationReason.StartFailed(exit, message);
            case "RestartIntensityExceeded" ->
                new TerminationReason.RestartIntensityExceeded(new TerminationReason.Failed(exit, message), message);
            default -> new TerminationReason.Failed(exit, message);
        };
    }
}
