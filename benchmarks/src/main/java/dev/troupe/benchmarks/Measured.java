package dev.troupe.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/**
 * What clients measured that all did the same at once. A value.
 *
 * @param sortedNanos how long each step took
 * @param wallNanos how long all took
 */
record Measured(long[] sortedNanos, long wallNanos) {

    /** Makes what one client does again and again. */
    @FunctionalInterface
    interface Client {
        Callable<?> of(int number) throws Exception;
    }

    /** Lets {@code clients} threads do {@code each} steps. */
    static Measured of(int clients, int each, Client client) throws Exception {
        List<FutureTask<long[]>> tasks = new ArrayList<>();
        for (int number = 0; number < clients; number++) {
            Callable<?> step = client.of(number);
            tasks.add(new FutureTask<>(() -> steps(step, each)));
        }
        long begin = System.nanoTime();
        tasks.forEach(task -> new Thread(task, "benchmark-client").start());
        long[] all = new long[clients * each];
        for (int i = 0; i < clients; i++) {
            System.arraycopy(tasks.get(i).get(), 0, all, i * each, each);
        }
        long wall = System.nanoTime() - begin;
        Arrays.sort(all);
        return new Measured(all, wall);
    }

    private static long[] steps(Callable<?> step, int count) throws Exception {
        long[] taken = new long[count];
        for (int i = 0; i < count; i++) {
            long begin = System.nanoTime();
            step.call();
            taken[i] = System.nanoTime() - begin;
        }
        return taken;
    }

    /** Steps a second, median and 99th percentile in microseconds, between bars. */
    @Override
    public String toString() {
        return String.format(
                "%.0f | %.0f | %.0f",
                sortedNanos.length * 1e9 / wallNanos,
                sortedNanos[sortedNanos.length / 2] / 1e3,
                sortedNanos[sortedNanos.length * 99 / 100] / 1e3);
    }
}
