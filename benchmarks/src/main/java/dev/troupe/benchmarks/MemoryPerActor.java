package dev.troupe.benchmarks;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;

/**
 * What an idle actor costs: heap after a full collection and resident memory, as differences over 1,000 live actors
 * after a warm-up of 200, beside the peer, as many bare engine contexts. Prints a table row each; one thread; ends with
 * the process.
 */
public final class MemoryPerActor {
    private static final int WARM_UP = 200;
    private static final int ACTORS = 1_000;

    private MemoryPerActor() {}

    /** Runs the program. */
    public static void main(String[] arguments) throws Exception {
        System.out.println("| what | heap after GC, KB each | resident, KB each |");
        System.out.println("|---|---|---|");
        try (Engine engine = Engine.newBuilder("js")
                .option("engine.WarnInterpreterOnly", "false")
                .build()) {
            measure("bare engine context (peer)", () -> {
                Context context = Context.newBuilder("js").engine(engine).build();
                context.eval("js", "1");
                return () -> context.close(true);
            });
        }
        try (ActorHost host = ActorHost.builder().build()) {
            measure("empty actor", () -> start(host, Programs.EMPTY, false));
            measure("documented program, idle", () -> start(host, Programs.HELLO, false));
            measure("documented program after one request", () -> start(host, Programs.HELLO, true));
            System.out.println();
            System.out.println("engine: " + host.engine());
        }
    }

    private static AutoCloseable start(ActorHost host, Script script, boolean request) {
        Actor actor = host.create(ActorOptions.builder().script(script).build());
        actor.ready().toCompletableFuture().join();
        if (request) {
            Programs.get(actor.url("http"));
        }
        return actor;
    }

    private static void measure(String what, Starter starter) throws Exception {
        List<AutoCloseable> alive = new ArrayList<>();
        for (int i = 0; i < WARM_UP; i++) {
            alive.add(starter.start());
        }
        long heap = heapAfterCollection();
        long resident = resident();
        for (int i = 0; i < ACTORS; i++) {
            alive.add(starter.start());
        }
        System.out.printf(
                "| %s | %.1f | %.1f |%n",
                what, (heapAfterCollection() - heap) / 1024.0 / ACTORS, (resident() - resident) / 1024.0 / ACTORS);
        for (AutoCloseable one : alive) {
            one.close();
        }
    }

    private static long heapAfterCollection() {
        Runtime runtime = Runtime.getRuntime();
        long used = Long.MAX_VALUE;
        while (true) { // until a collection frees less than 64 KB more: reference processing takes a few
            System.gc();
            long now = runtime.totalMemory() - runtime.freeMemory();
            if (used - now < 64 * 1024) {
                return now;
            }
            used = now;
        }
    }

    /** Linux's own count; zero elsewhere. */
    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        return 0;
    }

    /** Starts one of what is measured; closing what it returns ends it. */
    private interface Starter {
        AutoCloseable start();
    }
}
