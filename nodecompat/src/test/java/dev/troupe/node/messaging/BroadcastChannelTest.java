package dev.troupe.node.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.Entry;
import dev.troupe.core.Limits;
import dev.troupe.core.LogEntry;
import dev.troupe.core.Permissions;
import dev.troupe.core.Script;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code BroadcastChannel} between actors of one host. */
class BroadcastChannelTest {
    private static final Permissions NEWS =
            Permissions.builder().broadcast("news").build();

    /** Answers on the channel until it was answered itself. */
    private static final Script LISTENER = Script.inline("listener.mjs", """
            const channel = new BroadcastChannel('news');
            channel.onmessage = ({ data }) => {
              if (data === 'hello?') return channel.postMessage('here');
              console.log(JSON.stringify([data.map.get('a'), [...data.bytes], data.big.toString(), data.self === data]));
              channel.postMessage('done');
              channel.close();
            };
            """);

    private static final Script SPEAKER = Script.inline("speaker.mjs", """
            const channel = new BroadcastChannel('news');
            const calling = setInterval(() => channel.postMessage('hello?'), 20);
            channel.onmessage = ({ data }) => {
              clearInterval(calling);
              if (data === 'here' && !sent) {
                sent = true;
                const message = { map: new Map([['a', 1]]), bytes: new Uint8Array([1, 2]), big: 3n };
                message.self = message;
                channel.postMessage(message);
              } else if (data === 'done') {
                channel.close();
                console.log('answered');
              }
            };
            let sent = false;
            """);

    @Test
    void aMessageReachesTheOthersWhoMayHearIt() {
        try (ActorHost host = ActorHost.builder().build();
                Actor listener = host.create(options(LISTENER, NEWS, Limits.defaults()));
                Actor speaker = host.create(options(SPEAKER, Permissions.trusted(), Limits.defaults()))) {
            assertEquals(List.of("[1,[1,2],\"3\",true]"), output(listener));
            assertEquals(List.of("answered"), output(speaker));
        }
    }

    @Test
    void withoutPermissionTheNameStaysWithinTheActor() {
        Script alone = Script.inline("alone.mjs", """
                const channel = new BroadcastChannel('news');
                const beside = new BroadcastChannel('news');
                beside.onmessage = ({ data }) => {
                  console.log(data);
                  channel.close();
                  beside.close();
                };
                channel.postMessage(process.env.WHO);
                """);
        try (ActorHost host = ActorHost.builder().build();
                Actor closed = host.create(named("closed", alone, Permissions.standard()));
                Actor other = host.create(named("open", alone, NEWS))) {
            assertEquals(List.of("closed"), output(closed));
            assertEquals(List.of("open"), output(other));
        }
    }

    @Test
    void whatIsTooMuchToWaitIsAnErrorOnBothSides() {
        Script slow = Script.inline("slow.mjs", """
                const channel = new BroadcastChannel('news');
                channel.onmessageerror = () => {
                  console.log('lost');
                  channel.close();
                };
                channel.onmessage = () => {
                  channel.postMessage('ready');
                  const end = Date.now() + 300;
                  while (Date.now() < end);
                };
                """);
        Script fast = Script.inline("fast.mjs", """
                const channel = new BroadcastChannel('news');
                const calling = setInterval(() => channel.postMessage('hello?'), 20);
                channel.onmessage = () => {
                  clearInterval(calling);
                  channel.onmessage = null;
                  for (let i = 0; i < 100; i++) channel.postMessage('x'.repeat(1000));
                  try {
                    channel.postMessage('x'.repeat(200_000));
                  } catch (error) {
                    console.log(error.code ?? error.name);
                  }
                  try {
                    channel.postMessage(() => {});
                  } catch (error) {
                    console.log(error.name);
                  }
                  channel.close();
                };
                """);
        Limits tight = Limits.defaults().withChannelBytes(10_000);
        try (ActorHost host = ActorHost.builder().build();
                Actor receiver = host.create(options(slow, NEWS, tight));
                Actor sender = host.create(options(fast, NEWS, tight))) {
            assertEquals(List.of("lost"), output(receiver));
            assertEquals(List.of("ERR_LIMIT_EXCEEDED", "DataCloneError"), output(sender));
        }
    }

    private static ActorOptions options(Script script, Permissions permissions, Limits limits) {
        return ActorOptions.builder()
                .script(script)
                .entry(Entry.MODULE)
                .permissions(permissions)
                .limits(limits)
                .build();
    }

    private static ActorOptions named(String name, Script script, Permissions permissions) {
        return ActorOptions.builder()
                .script(script)
                .entry(Entry.MODULE)
                .permissions(permissions)
                .env(Map.of("WHO", name))
                .build();
    }

    private static List<String> output(Actor actor) {
        var reason = actor.terminated().toCompletableFuture().join();
        List<String> lines =
                actor.logs().snapshot().stream().map(LogEntry::text).toList();
        assertEquals(0, reason.exitCode(), reason.message() + "\n" + String.join("\n", lines));
        return lines;
    }
}
