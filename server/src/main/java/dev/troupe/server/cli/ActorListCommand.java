package dev.troupe.server.cli;

import dev.troupe.server.client.ApiClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code troupe actor list}, page after page. Made by picocli, on the main thread, which waits for the answers. */
@Command(
        name = "list",
        description = "Lists actors, newest first: id, state, age and tags.",
        mixinStandardHelpOptions = true)
final class ActorListCommand implements Callable<Integer> {
    @Mixin
    ApiTarget api = new ApiTarget();

    @Option(names = "--tag", paramLabel = "KEY=VALUE", description = "A tag that they must have.")
    Map<String, String> tags = new LinkedHashMap<>();

    @Option(names = "--all", description = "Ended ones too.")
    boolean ended;

    @Override
    public Integer call() {
        ApiClient client = api.client();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("tags_json", ApiTarget.text(tags));
        query.put("include_destroyed", Boolean.toString(ended));
        List<Object> actors = new ArrayList<>();
        boolean more = true;
        while (more) {
            Map<?, ?> page = client.ask("GET", "/actors", query);
            if (page.get("actors") instanceof List<?> some) {
                actors.addAll(some);
            }
            String cursor = ActorLine.text(ActorLine.map(page, "pagination"), "cursor");
            query.put("cursor", cursor);
            more = !cursor.isEmpty();
        }
        api.print(Map.of("actors", actors), () -> {
            Instant now = Instant.now();
            actors.forEach(actor -> {
                if (actor instanceof Map<?, ?> map) {
                    api.out().println(ActorLine.of(map, now));
                }
            });
        });
        return CommandLine.ExitCode.OK;
    }
}
