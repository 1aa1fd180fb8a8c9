package dev.troupe.benchmarks;

import java.lang.management.ManagementFactory;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;

/**
 * The least that a fresh JVM takes to run JavaScript: an engine, a context and one line, without loop, loader, ports or
 * limits. Prints how long after the JVM's start; one thread; ends with the process.
 */
public final class BareEngine {
    private BareEngine() {}

    /** Runs the program. */
    public static void main(String[] arguments) {
        try (Engine engine = Engine.newBuilder("js")
                        .option("engine.WarnInterpreterOnly", "false")
                        .build();
                Context context = Context.newBuilder("js").engine(engine).build()) {
            context.eval("js", "1");
            long begin = ManagementFactory.getRuntimeMXBean().getStartTime();
            System.out.println("first evaluation after " + (System.currentTimeMillis() - begin) + " ms");
        }
    }
}
