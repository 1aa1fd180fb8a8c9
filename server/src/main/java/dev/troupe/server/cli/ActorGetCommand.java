package dev.troupe.server.cli;

import dev.troupe.server.client.ApiClient;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code troupe actor get}. Made by picocli, on the main thread, which waits for the answer. */
@Command(name = "get", description = "Shows an actor and its addresses.", mixinStandardHelpOptions = true)
final class ActorGetCommand implements Callable<Integer> {
    @Mixin
    ApiTarget api = new ApiTarget();

    @Parameters(paramLabel = "ID", description = "The actor's id.")
    @Nullable
    String id;

    @Override
    public Integer call() {
        Map<?, ?> answer =
                api.client().ask("GET", "/actors/" + ApiClient.encoded(Objects.requireNonNull(id)), Map.of());
        Map<?, ?> actor = ActorLine.map(answer, "actor");
        api.print(answer, () -> {
            api.out().println(ActorLine.of(actor, Instant.now()));
            api.out().println("build  " + ActorLine.text(ActorLine.map(actor, "runtime"), "build"));
            ActorLine.ports(actor).forEach(api.out()::println);
        });
        return CommandLine.ExitCode.OK;
    }
}
