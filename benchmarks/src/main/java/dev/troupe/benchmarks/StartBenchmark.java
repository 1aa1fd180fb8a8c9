package dev.troupe.benchmarks;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.Script;
import java.util.concurrent.TimeUnit;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Warm starts: from the create call to RUNNING with the port listening, and to the first HTTP reply on a new
 * connection, beside the peer, a bare engine context that evaluates one line. The destroy of the actor is not timed,
 * but it is awaited. JMH owns the state; one thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 30, time = 10)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class StartBenchmark {
    private static final Source ONE_LINE = Source.create("js", "(function () { return 1; })()");

    private final ActorHost host = ActorHost.builder().build();
    private final Engine engine = Engine.newBuilder("js")
            .option("engine.WarnInterpreterOnly", "false")
            .build();
    private AutoCloseable started = () -> {};

    /** Ends what the last invocation started, outside of the measured time. */
    @TearDown(Level.Invocation)
    public void end() throws Exception {
        started.close();
    }

    /** Ends the host. */
    @TearDown(Level.Trial)
    public void close() {
        host.close();
        engine.close();
    }

    /** Says once which engine mode the figures are of. */
    @Setup(Level.Trial)
    public void announce() {
        System.out.println("engine: " + host.engine());
    }

    private Actor ready(Script script) {
        Actor actor = host.create(ActorOptions.builder().script(script).build());
        started = () -> actor.destroy().toCompletableFuture().join();
        return actor.ready().toCompletableFuture().join();
    }

    /** The isolate alone. */
    @Benchmark
    public Actor emptyActorToRunning() {
        return ready(Programs.EMPTY);
    }

    /** The documented program. */
    @Benchmark
    public Actor documentedActorToRunning() {
        return ready(Programs.HELLO);
    }

    /** The documented program with one request on a new connection. */
    @Benchmark
    public int documentedActorToFirstReply() {
        return Programs.get(ready(Programs.HELLO).url("http"));
    }

    /** The peer: a context of the bare engine, without loop, loader, ports or limits. */
    @Benchmark
    public void bareContext(Blackhole blackhole) {
        Context context = Context.newBuilder("js").engine(engine).build();
        started = () -> context.close(true);
        blackhole.consume(context.eval(ONE_LINE).asInt());
    }
}
