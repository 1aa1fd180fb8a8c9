package dev.troupe.server.cli;

import dev.troupe.server.client.ApiClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code troupe actor connect}. Made by picocli, on the main thread, which waits for the answer. */
@Command(
        name = "connect",
        description = "Prints a temporary address of an actor's port, good without the token.",
        mixinStandardHelpOptions = true)
final class ActorConnectCommand implements Callable<Integer> {
    @Mixin
    ApiTarget api = new ApiTarget();

    @Parameters(index = "0", paramLabel = "ID", description = "The actor's id.")
    @Nullable
    String id;

    @Parameters(index = "1", arity = "0..1", paramLabel = "PORT", description = "The port's name. Default: http.")
    String port = "http";

    @Option(
            names = "--ttl",
            paramLabel = "TIME",
            description = "How long it is good: 30s, 5m, 2h, at most 7d. Default: 1h.")
    Span ttl = new Span(java.time.Duration.ofHours(1));

    @Option(names = "--uses", paramLabel = "COUNT", description = "How many requests. Default: any number.")
    @Nullable
    Integer uses;

    @Option(names = "--path-prefix", paramLabel = "PATH", description = "Where: /a is /a and all below. Default: all.")
    @Nullable
    String pathPrefix;

    @Option(names = "--method", paramLabel = "METHOD", description = "An HTTP method. Default: all.")
    List<String> methods = List.of();

    @Override
    public Integer call() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("ttl", ttl.duration().toMillis());
        body.put("methods", methods);
        if (uses != null) {
            body.put("uses", uses);
        }
        if (pathPrefix != null) {
            body.put("path_prefix", pathPrefix);
        }
        String path = "/actors/" + ApiClient.encoded(Objects.requireNonNull(id)) + "/ports/" + ApiClient.encoded(port)
                + "/connection";
        Map<?, ?> answer = api.client().send("POST", path, body);
        api.print(answer, () -> api.out().println(ActorLine.text(answer, "url")));
        return CommandLine.ExitCode.OK;
    }
}
