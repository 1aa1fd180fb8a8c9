package dev.troupe.node.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.LogEntry;
import dev.troupe.core.Permissions;
import dev.troupe.core.Script;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The host's names, addresses and owner, for those who may know them. */
class OsTest {
    private static final Script PROGRAM = Script.inline(
            "os.cjs",
            "const os = require('os'); exports.start = () => console.log("
                    + "[os.hostname(), os.homedir(), os.userInfo().username, Object.keys(os.networkInterfaces())].join('|'));");

    @Test
    void aClosedActorLearnsNothingOfItsHost() {
        assertEquals("localhost|/|actor|", told(Permissions.standard()));
    }

    @Test
    void aTrustedOneLearnsWhatTheHostIs() {
        String[] told = told(Permissions.trusted()).split("\\|", -1);
        assertEquals(Machine.hostname(), told[0]);
        assertEquals(System.getProperty("user.name"), told[2]);
    }

    private static String told(Permissions permissions) {
        ActorOptions options = ActorOptions.builder()
                .script(PROGRAM)
                .permissions(permissions)
                .withoutPorts()
                .build();
        try (ActorHost host = ActorHost.builder().build();
                Actor actor = host.create(options)) {
            actor.terminated().toCompletableFuture().join();
            List<String> lines =
                    actor.logs().snapshot().stream().map(LogEntry::text).toList();
            return String.join("\n", lines);
        }
    }
}
