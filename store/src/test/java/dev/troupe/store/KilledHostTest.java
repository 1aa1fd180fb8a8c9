package dev.troupe.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorId;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.ActorQuery;
import dev.troupe.core.HostBuilder;
import dev.troupe.core.RestartPolicy;
import dev.troupe.core.Script;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hosts that are killed at random moments, opening included, while they deploy, create and destroy and while their
 * actors put and delete: everything acknowledged is there, nothing half-made is, and the next host opens by itself.
 */
class KilledHostTest {
    /** A JVM each; more with {@code -Dtroupe.kill.cycles=500}. */
    private static final int CYCLES = Integer.getInteger("troupe.kill.cycles", 6);
    /** Data directories at the same time. */
    private static final int LINES = 2;
    /** Room for the numbers that one process writes. */
    private static final int NUMBERS_PER_CYCLE = 1_000_000;
    /** Longer than a host takes to open, so that some are killed while they do. */
    private static final int LONGEST_MILLIS = 1_500;

    @TempDir
    Path directory;

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES) // 500 cycles take five on a quiet machine
    void nothingAcknowledgedIsLost() throws Exception {
        ExecutorService lines = Executors.newFixedThreadPool(LINES);
        try {
            List<Future<Integer>> results = new ArrayList<>();
            for (int line = 0; line < LINES; line++) {
                Path data = directory.resolve("data-" + line);
                long seed = System.nanoTime();
                results.add(lines.submit(() -> killed(data, new Random(seed))));
            }
            for (Future<Integer> result : results) {
                assertTrue(result.get() >= CYCLES / LINES, "the hosts got somewhere");
            }
        } finally {
            lines.shutdownNow();
        }
    }

    private static int killed(Path data, Random random) throws Exception {
        Acknowledged acknowledged = new Acknowledged();
        for (int cycle = 0; cycle < CYCLES / LINES; cycle++) {
            runAndKill(data, cycle, random, acknowledged);
            try (ActorHost host = settings(data).build()) {
                acknowledged.check(host);
                try (Stream<Path> aside = Files.list(data.resolve("builds/.incoming"))) {
                    assertEquals(0, aside.count(), "no half-made build");
                }
            }
        }
        return acknowledged.lines();
    }

    private static HostBuilder settings(Path data) {
        return ActorHost.builder().dataDirectory(data).remembered(10_000).carriers(2);
    }

    private static void runAndKill(Path data, int cycle, Random random, Acknowledged acknowledged)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        data.toString(),
                        Long.toString((long) cycle * NUMBERS_PER_CYCLE))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = process.inputReader()) {
            if (cycle % 2 == 1) {
                process.waitFor(random.nextInt(LONGEST_MILLIS), TimeUnit.MILLISECONDS);
            } else {
                for (int line = 1 + random.nextInt(300); line > 0; line--) {
                    String text = said.readLine();
                    assertTrue(text != null, "the host ended by itself, in cycle " + cycle);
                    acknowledged.note(text.substring(0, text.length() - 1));
                }
            }
            process.toHandle()
                    .destroyForcibly(); // the process's own method would close the pipe that is still to be read
            for (String text = said.readLine(); text != null; text = said.readLine()) {
                if (text.endsWith(".")) {
                    acknowledged.note(text.substring(0, text.length() - 1));
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** The process that is killed. */
    static final class Victim {
        private static final int MOST_ACTORS = 6;

        private Victim() {}

        public static void main(String[] arguments) {
            WritingIsolates.first = Long.parseLong(arguments[1]);
            WritingIsolates.journal = Optional.of((what, actor, number) -> say(what + " " + actor + " " + number));
            ActorHost host = settings(Path.of(arguments[0])).build();
            for (int round = 0; true; round++) {
                String text = "// " + arguments[1] + " " + round % 5;
                say("build "
                        + host.deploy(Script.inline("a.mjs", text), Map.of("name", "a"))
                                .id());
                ActorOptions.Builder options = ActorOptions.builder()
                        .buildTags(Map.of("current", "true"))
                        .withoutPorts();
                Actor durable =
                        host.create(options.restart(RestartPolicy.onFailure()).build());
                say("durable " + durable.id() + " 0");
                options.restart(RestartPolicy.never());
                say("other " + host.create(options.build()).id() + " 0");
                List<Actor> living = host.list(ActorQuery.all());
                living.stream().skip(MOST_ACTORS).forEach(Victim::destroy);
            }
        }

        private static void destroy(Actor actor) {
            ActorId id = actor.id();
            say("destroying " + id + " 0");
            actor.destroy().toCompletableFuture().join();
            say("destroyed " + id + " 0");
        }

        private static synchronized void say(String line) {
            System.out.println(line + ".");
            System.out.flush();
        }
    }
}
