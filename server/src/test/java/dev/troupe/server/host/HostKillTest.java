package dev.troupe.server.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorId;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.ActorQuery;
import dev.troupe.core.Build;
import dev.troupe.core.RestartPolicy;
import dev.troupe.core.Script;
import dev.troupe.core.TerminationReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that is killed as the system does it: what it acknowledged is there, and nothing half-made is. */
class HostKillTest {
    /** More with {@code -Dtroupe.kills=…}. */
    private static final int KILLS = Integer.getInteger("troupe.kills", 2);

    @TempDir
    Path directory;

    @Test
    void whatAKilledHostAcknowledgedIsThere() throws Exception {
        Set<String> builds = new HashSet<>();
        Set<ActorId> durable = new HashSet<>();
        Set<ActorId> others = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            killAfter(6 + kill * 5, builds, durable, others);
            try (ActorHost host = ActorHost.builder()
                    .dataDirectory(directory.resolve("data"))
                    .remembered(10_000)
                    .build()) {
                Set<String> kept = host.builds().stream().map(Build::id).collect(Collectors.toSet());
                assertTrue(kept.containsAll(builds), "every acknowledged build is there");
                Set<ActorId> living =
                        host.list(ActorQuery.all()).stream().map(Actor::id).collect(Collectors.toSet());
                assertTrue(living.containsAll(durable), "every acknowledged durable actor came back");
                for (ActorId id : others) {
                    assertEquals(
                            Optional.of(new TerminationReason.Lost()),
                            host.snapshot(id).orElseThrow().reason());
                }
                for (Actor actor : host.list(ActorQuery.all())) {
                    Programs.ask(actor);
                }
                try (Stream<Path> aside = Files.list(directory.resolve("data/builds/.incoming"))) {
                    assertEquals(0, aside.count());
                }
            }
        }
    }

    @Test
    void aDurableActorThatWasBeingDestroyedDoesNotComeBack() throws Exception {
        Process process = start(Stubborn.class);
        ActorId id;
        try (BufferedReader said = process.inputReader()) {
            id = ActorId.of(said.readLine());
            process.toHandle().destroyForcibly();
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (ActorHost host =
                ActorHost.builder().dataDirectory(directory.resolve("data")).build()) {
            assertTrue(host.list(ActorQuery.all()).isEmpty());
            assertEquals(
                    Optional.of(new TerminationReason.Destroyed()),
                    host.snapshot(id).orElseThrow().reason());
        }
    }

    /** Destroys an actor that takes its time, and is killed meanwhile. */
    static final class Stubborn {
        private Stubborn() {}

        public static void main(String[] arguments) {
            ActorHost host =
                    ActorHost.builder().dataDirectory(Path.of(arguments[0])).build();
            Actor actor = host.create(ActorOptions.builder()
                    .script(Script.inline(
                            "stubborn.mjs",
                            "process.on('SIGTERM', () => {}); export default { start: () => new Promise(() => {}) }"))
                    .restart(RestartPolicy.onFailure())
                    .build());
            actor.ready().toCompletableFuture().join();
            actor.retire(Duration.ofHours(1)).toCompletableFuture().join();
            System.out.println(actor.id());
            System.out.flush();
        }
    }

    private Process start(Class<?> program) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        directory.resolve("data").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void killAfter(int lines, Set<String> builds, Set<ActorId> durable, Set<ActorId> others) throws Exception {
        Process process = start(Victim.class);
        try (BufferedReader acknowledged = process.inputReader()) {
            for (int line = 0; line < lines; line++) {
                note(acknowledged.readLine(), builds, durable, others);
            }
            process.toHandle().destroyForcibly();
            for (String line = acknowledged.readLine(); line != null; line = acknowledged.readLine()) {
                if (line.endsWith(".")) {
                    note(line, builds, durable, others);
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void note(String line, Set<String> builds, Set<ActorId> durable, Set<ActorId> others) {
        String[] words = line.substring(0, line.length() - 1).split(" ");
        switch (words[0]) {
            case "build" -> builds.add(words[1]);
            case "durable" -> durable.add(ActorId.of(words[1]));
            case "other" -> others.add(ActorId.of(words[1]));
            case "destroyed" -> durable.remove(ActorId.of(words[1]));
            default -> throw new IllegalStateException(line);
        }
    }

    /** The process that is killed. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) {
            ActorHost host = ActorHost.builder()
                    .dataDirectory(Path.of(arguments[0]))
                    .remembered(10_000)
                    .build();
            for (int number = 0; true; number++) {
                Build build = host.deploy(
                        Script.inline("counter.mjs", Programs.COUNTER + "// " + number % 3), Map.of("name", "counter"));
                say("build " + build.id());
                ActorOptions.Builder options = ActorOptions.builder().buildTags(Map.of("current", "true"));
                say("other " + host.create(options.build()).id());
                Actor durable =
                        host.create(options.restart(RestartPolicy.onFailure()).build());
                say("durable " + durable.id());
                if (number % 2 == 1) {
                    durable.destroy().toCompletableFuture().join();
                    say("destroyed " + durable.id());
                }
            }
        }

        private static void say(String acknowledged) {
            System.out.println(acknowledged + ".");
            System.out.flush();
        }
    }
}
