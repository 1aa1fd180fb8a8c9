package dev.troupe.server.cli;

import dev.troupe.server.client.ApiClient;
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

/** {@code troupe actor destroy}. Made by picocli, on the main thread, which waits for the answers. */
@Command(
        name = "destroy",
        description = "Destroys actors: they are asked to end, and killed after their grace.",
        mixinStandardHelpOptions = true)
final class ActorDestroyCommand implements Callable<Integer> {
    @Mixin
    ApiTarget api = new ApiTarget();

    @Parameters(arity = "1..*", paramLabel = "ID", description = "The actors' ids.")
    List<String> ids = List.of();

    @Option(names = "--grace", paramLabel = "TIME", description = "Instead of theirs: 500ms, 5s; 0s kills at once.")
    @Nullable
    Span grace;

    @Override
    public Integer call() {
        ApiClient client = api.client();
        Map<String, String> query = new LinkedHashMap<>();
        if (grace != null) {
            query.put("override_kill_timeout", Long.toString(grace.duration().toMillis()));
        }
        ids.forEach(id -> client.ask("DELETE", "/actors/" + ApiClient.encoded(id), query));
        api.print(Map.of("destroyed", ids), () -> ids.forEach(id -> api.out().println("destroyed  " + id)));
        return CommandLine.ExitCode.OK;
    }
}
