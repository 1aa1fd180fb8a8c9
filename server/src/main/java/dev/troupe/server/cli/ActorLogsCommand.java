package dev.troupe.server.cli;

import dev.troupe.server.client.ApiClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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

/**
 * {@code troupe actor logs}: what an actor wrote, each line to the stream that it wrote it to. Made by picocli, on the
 * main thread, which waits for the answers; following ends with the actor or with Ctrl-C.
 */
@Command(name = "logs", description = "Prints what an actor wrote.", mixinStandardHelpOptions = true)
final class ActorLogsCommand implements Callable<Integer> {
    @Mixin
    ApiTarget api = new ApiTarget();

    @Parameters(paramLabel = "ID", description = "The actor's id.")
    @Nullable
    String id;

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on with what it writes, until it ends.")
    boolean follow;

    @Option(names = "--stream", paramLabel = "STREAM", description = "std_out, std_err or all. Default: all.")
    String stream = "all";

    @Option(names = "--search", paramLabel = "TEXT", description = "Lines that have it, in upper or lower case.")
    @Nullable
    String search;

    @Option(names = "--regex", description = "The text is a regular expression.")
    boolean regex;

    @Override
    public Integer call() {
        ApiClient client = api.client();
        String actor = Objects.requireNonNull(id);
        Map<String, String> query = new LinkedHashMap<>();
        query.put("actor_ids_json", ApiTarget.text(List.of(actor)));
        query.put("stream", stream);
        if (search != null) {
            query.put("search_text", search);
            query.put("search_enable_regex", Boolean.toString(regex));
        }
        boolean more = true;
        while (more) {
            // asked before: what it wrote until it ended is there when it has ended
            boolean ended = !follow || hasEnded(client, actor);
            Map<?, ?> answer = client.ask("GET", "/actors/logs", query);
            print(answer);
            query.put("watch_index", ActorLine.text(ActorLine.map(answer, "watch"), "index"));
            more = !ended;
        }
        return CommandLine.ExitCode.OK;
    }

    private static boolean hasEnded(ApiClient client, String actor) {
        Map<?, ?> answer = client.ask("GET", "/actors/" + ApiClient.encoded(actor), Map.of());
        return ActorLine.map(answer, "actor").containsKey("destroyed_at");
    }

    private void print(Map<?, ?> answer) {
        if (!(answer.get("lines") instanceof List<?> lines)
                || !(answer.get("streams") instanceof List<?> streams)
                || !(answer.get("timestamps") instanceof List<?> times)) {
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = new String(Base64.getDecoder().decode(lines.get(i).toString()), StandardCharsets.UTF_8);
            boolean error = streams.get(i).equals(1L);
            if (api.json) {
                Map<String, Object> text = new LinkedHashMap<>();
                text.put("timestamp", times.get(i));
                text.put("stream", error ? "std_err" : "std_out");
                text.put("line", line);
                api.out().println(ApiTarget.text(text));
            } else {
                (error ? api.err() : api.out()).println(line);
            }
        }
        api.out().flush();
        api.err().flush();
    }
}
