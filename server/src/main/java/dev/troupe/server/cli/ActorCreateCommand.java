package dev.troupe.server.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code troupe actor create}. Made by picocli, on the main thread, which waits for the answer. */
@Command(
        name = "create",
        description = "Creates an actor of a deployed build and prints its id and addresses.",
        mixinStandardHelpOptions = true)
final class ActorCreateCommand implements Callable<Integer> {
    private static final List<String> WAYS = List.of("guard", "public", "host");

    @Mixin
    ApiTarget api = new ApiTarget();

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "The build's name: its current build is run. Or give --build or --build-tag.")
    @Nullable
    String name;

    @Option(names = "--build", paramLabel = "ID", description = "The build's id.")
    @Nullable
    String build;

    @Option(names = "--build-tag", paramLabel = "KEY=VALUE", description = "A tag that the build must have.")
    Map<String, String> buildTags = new LinkedHashMap<>();

    @Option(names = "--tag", paramLabel = "KEY=VALUE", description = "A tag that the actor is found by.")
    Map<String, String> tags = new LinkedHashMap<>();

    @Option(names = "--env", paramLabel = "NAME=VALUE", description = "An environment variable of the program.")
    Map<String, String> environment = new LinkedHashMap<>();

    @Option(
            names = "--port",
            paramLabel = "NAME[=WAY]",
            description = "An HTTP port, and how it is reached: guard (through the gateway, with the token or a"
                    + " connection URL; the default), public (through the gateway, by everybody) or host (a port of the"
                    + " host's own).")
    List<String> ports = List.of();

    @Option(names = "--durable", description = "Starts it again after a failure, and after one of the host.")
    boolean durable;

    @Option(names = "--kill-timeout", paramLabel = "TIME", description = "Its grace when it is destroyed: 500ms, 5s.")
    @Nullable
    Span killTimeout;

    @Option(names = "--region", paramLabel = "ID", description = "The region. Default: the host's.")
    @Nullable
    String region;

    @Option(names = "--wait", description = "Waits until its ports listen.")
    boolean waits;

    @Override
    public Integer call() {
        Map<?, ?> answer = api.client().send("POST", "/actors", body());
        Map<?, ?> actor = ActorLine.map(answer, "actor");
        api.print(answer, () -> {
            api.out().println(ActorLine.text(actor, "id"));
            ActorLine.ports(actor).forEach(api.out()::println);
        });
        return CommandLine.ExitCode.OK;
    }

    private Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        if (region != null) {
            body.put("region", region);
        }
        body.put("tags", tags);
        if (build != null) {
            body.put("build", build);
        }
        if (name != null) {
            buildTags.put("name", name);
            buildTags.putIfAbsent("current", "true");
        }
        if (build == null || !buildTags.isEmpty()) {
            body.put("build_tags", buildTags);
        }
        body.put("runtime", Map.of("environment", environment));
        Map<String, Object> declared = new LinkedHashMap<>();
        ports.forEach(text -> {
            String[] words = text.split("=", 2);
            declared.put(words[0], port(words.length == 2 ? words[1] : "guard"));
        });
        body.put("network", Map.of("ports", declared, "wait_ready", waits));
        Map<String, Object> lifecycle = new LinkedHashMap<>();
        lifecycle.put("durable", durable);
        if (killTimeout != null) {
            lifecycle.put("kill_timeout", killTimeout.duration().toMillis());
        }
        body.put("lifecycle", lifecycle);
        return body;
    }

    private Map<String, Object> port(String way) {
        if (!WAYS.contains(way)) {
            throw api.wrong("\"" + way + "\" is no way to reach a port: use " + String.join(", ", WAYS) + ".");
        }
        return Map.of(
                "protocol",
                "http",
                "routing",
                way.equals("host")
                        ? Map.of("host", Map.of())
                        : Map.of("guard", Map.of("public", way.equals("public"))));
    }
}
