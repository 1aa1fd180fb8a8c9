package dev.troupe.benchmarks;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.LogEntry;
import dev.troupe.core.Script;
import dev.troupe.core.TerminationReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code ctx.kv} carries: actors of {@code benchmarks/programs/kv.mjs}, which put and then get one value after the
 * other on a host with a data directory. The peer is the disk itself: small appends, each forced. Prints a table; ends
 * with the process.
 */
public final class KvThroughput {
    private static final Path PROGRAM =
            Path.of(System.getProperty("troupe.root", ".")).resolve("benchmarks/programs/kv.mjs");
    private static final int[] ACTORS = {1, 10, 100, 1_000};
    private static final int MILLIS = 10_000;
    /** Until when all of them have surely started; one that has not tells no calls. */
    private static final int START_MILLIS = 5_000;

    private static final int START_MILLIS_PER_ACTOR = 40;
    private static final Pattern RESULT =
            Pattern.compile("\"(put|get)\":\\{\"calls\":(\\d+),\"median\":([0-9.]+),\"p99\":([0-9.]+)}");

    private KvThroughput() {}

    private record Calls(int calls, double median, double p99) {}

    private record Results(List<Calls> puts, List<Calls> gets) {}

    /** Runs the program. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createTempDirectory("troupe-kv");
        try (ActorHost host = ActorHost.builder().dataDirectory(directory).build()) {
            System.out.printf(
                    "one forced append of 200 bytes to a file (peer): median %.0f µs%n%n", forcedAppend(directory));
            System.out.println("| actors | call | calls/s | median of an actor, µs | its p99, µs |");
            System.out.println("|---:|---|---:|---:|---:|");
            for (int actors : ACTORS) {
                Results results = run(host, actors);
                print(actors, "put", MILLIS, results.puts());
                print(actors, "get", MILLIS - 1_000, results.gets());
            }
            System.out.println();
            System.out.println("engine: " + host.engine());
        } finally {
            try (Stream<Path> tree = Files.walk(directory)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    private static Results run(ActorHost host, int count) {
        long begin = System.currentTimeMillis() + START_MILLIS + (long) count * START_MILLIS_PER_ACTOR;
        List<Actor> actors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            actors.add(host.create(ActorOptions.builder()
                    .script(Script.file(PROGRAM))
                    .withoutPorts()
                    .env(Map.of("BEGIN", Long.toString(begin), "MILLIS", Integer.toString(MILLIS)))
                    .build()));
        }
        List<Calls> puts = new ArrayList<>();
        List<Calls> gets = new ArrayList<>();
        for (Actor actor : actors) {
            TerminationReason reason = actor.terminated().toCompletableFuture().join();
            String output = String.join(
                    "\n", actor.logs().snapshot().stream().map(LogEntry::text).toList());
            if (reason.exitCode() != 0) {
                throw new IllegalStateException(reason.message() + "\n" + output);
            }
            Matcher results = RESULT.matcher(output);
            while (results.find()) {
                (results.group(1).equals("put") ? puts : gets)
                        .add(new Calls(
                                Integer.parseInt(results.group(2)),
                                Double.parseDouble(results.group(3)),
                                Double.parseDouble(results.group(4))));
            }
        }
        if (puts.size() != count || puts.stream().anyMatch(calls -> calls.calls() == 0)) {
            throw new IllegalStateException("Not all of " + count + " actors took part: the machine is too busy.");
        }
        return new Results(puts, gets);
    }

    private static void print(int actors, String what, int millis, List<Calls> all) {
        double[] medians = all.stream().mapToDouble(Calls::median).sorted().toArray();
        double[] slowest = all.stream().mapToDouble(Calls::p99).sorted().toArray();
        System.out.printf(
                "| %d | %s | %.0f | %.0f | %.0f |%n",
                actors,
                what,
                all.stream().mapToInt(Calls::calls).sum() * 1_000.0 / millis,
                medians[medians.length / 2],
                slowest[slowest.length / 2]);
    }

    private static double forcedAppend(Path directory) throws IOException {
        try (var file =
                FileChannel.open(directory.resolve("peer"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            double[] micros = new double[200];
            for (int i = 0; i < micros.length; i++) {
                long begin = System.nanoTime();
                file.write(ByteBuffer.allocate(200));
                file.force(false);
                micros[i] = (System.nanoTime() - begin) / 1_000.0;
            }
            Arrays.sort(micros);
            return micros[micros.length / 2];
        }
    }
}
