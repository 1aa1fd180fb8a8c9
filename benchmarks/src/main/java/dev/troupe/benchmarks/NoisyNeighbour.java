package dev.troupe.benchmarks;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.Limits;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What an actor in {@code while(true)} does to 100 others on its host: the others' request latency before and
 * meanwhile, and how far past its limit of processor time the endless one comes. One client thread asks the others in
 * turn. Prints a table; ends with the process.
 */
public final class NoisyNeighbour {
    private static final int NEIGHBOURS = 100;
    private static final int WARM_UP_ROUNDS = 200;
    private static final int ROUNDS = 60;
    private static final int KILLS = 10;
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private NoisyNeighbour() {}

    /** Runs the program. */
    public static void main(String[] arguments) {
        try (ActorHost host = ActorHost.builder().build()) {
            List<URI> neighbours = new ArrayList<>();
            for (int i = 0; i < NEIGHBOURS; i++) {
                Actor actor = host.create(
                        ActorOptions.builder().script(Programs.HELLO).build());
                neighbours.add(actor.ready().toCompletableFuture().join().url("http"));
            }
            rounds(neighbours, WARM_UP_ROUNDS);
            long[] quiet = rounds(neighbours, ROUNDS);
            Endless endless = new Endless(host);
            List<Long> noisy = new ArrayList<>();
            while (endless.kills() < KILLS) {
                for (long latency : rounds(neighbours, 1)) {
                    noisy.add(latency);
                }
                endless.restartIfDead();
            }
            System.out.println("| neighbours' latency, µs | p50 | p99 | requests |");
            System.out.println("|---|---|---|---|");
            print("alone", quiet);
            print(
                    "beside while(true)",
                    noisy.stream().mapToLong(Long::longValue).sorted().toArray());
            System.out.println();
            System.out.println("killed past the limit of " + LIMIT.toMillis() + " ms of processor time, ms of it: "
                    + endless.overdue() + ", " + LIMIT.toMillis() + " ms of it and the kill took, ms: "
                    + endless.lifetimes());
            System.out.println("engine: " + host.engine());
        }
    }

    private static long[] rounds(List<URI> urls, int rounds) {
        long[] latencies = new long[rounds * urls.size()];
        for (int i = 0; i < latencies.length; i++) {
            long begin = System.nanoTime();
            Programs.get(urls.get(i % urls.size()));
            latencies[i] = (System.nanoTime() - begin) / 1_000;
        }
        Arrays.sort(latencies);
        return latencies;
    }

    private static void print(String what, long[] sorted) {
        System.out.printf(
                "| %s | %d | %d | %d |%n",
                what, sorted[sorted.length / 2], sorted[sorted.length * 99 / 100], sorted.length);
    }

    /** The endless actor, started anew each time it was killed. */
    private static final class Endless {
        private final ActorHost host;
        private final List<Long> overdue = new ArrayList<>();
        private final List<Long> lifetimes = new ArrayList<>();
        private Actor actor;
        private long started;
        private volatile long ended;

        Endless(ActorHost host) {
            this.host = host;
            this.actor = start();
        }

        private Actor start() {
            ended = 0;
            started = System.nanoTime();
            Actor endless = host.create(ActorOptions.builder()
                    .script(Programs.ENDLESS)
                    .limits(Limits.defaults().withTurn(LIMIT))
                    .build());
            endless.terminated().thenRun(() -> ended = System.nanoTime());
            return endless;
        }

        void restartIfDead() {
            long end = ended;
            if (end != 0) {
                overdue.add(actor.usage().cpu().minus(LIMIT).toMillis());
                lifetimes.add((end - started) / 1_000_000);
                actor = start();
            }
        }

        List<Long> lifetimes() {
            return lifetimes;
        }

        int kills() {
            return overdue.size();
        }

        List<Long> overdue() {
            actor.destroy(Duration.ZERO);
            return overdue;
        }
    }
}
