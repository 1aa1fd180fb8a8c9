package dev.troupe.node.context;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.LogEntry;
import dev.troupe.core.RestartPolicy;
import dev.troupe.core.Script;
import dev.troupe.core.TerminationReason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code ctx.kv} as a program sees it; the program holds the assertions. */
class KvTest {

    @Test
    void everyCallAnswersAsDocumented() {
        assertEquals(
                List.of("all held"),
                output(ActorOptions.of(Script.resource(KvTest.class, "dev/troupe/node/context/kv.mjs"))));
    }

    @Test
    void valuesOutliveACrashOfTheirActor() {
        Script script = Script.inline("crash.mjs", """
                export default {
                  async start({ kv }) {
                    const starts = ((await kv.get('starts')) ?? 0) + 1;
                    await kv.put('starts', starts);
                    console.log('start ' + starts);
                    if (starts < 2) process.exit(1);
                  },
                };
                """);
        ActorOptions options = ActorOptions.builder()
                .script(script)
                .restart(RestartPolicy.onFailure())
                .build();
        assertEquals(List.of("start 1", "start 2"), output(options));
    }

    private static List<String> output(ActorOptions options) {
        try (ActorHost host = ActorHost.builder().build();
                Actor actor = host.create(options)) {
            TerminationReason reason = actor.terminated().toCompletableFuture().join();
            List<String> lines =
                    actor.logs().snapshot().stream().map(LogEntry::text).toList();
            assertEquals(0, reason.exitCode(), reason.message() + "\n" + String.join("\n", lines));
            return lines;
        }
    }
}
