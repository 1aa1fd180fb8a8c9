package dev.troupe.core.host;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.GatewayAddress;
import dev.troupe.core.HostSettings;
import dev.troupe.core.Region;
import dev.troupe.core.Script;
import dev.troupe.core.TerminationReason;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A real host with fake isolates, and the few words that its tests need. */
final class FakeHost implements AutoCloseable {
    private static final AtomicInteger NAMES = new AtomicInteger();

    static final GatewayAddress GATEWAY = new GatewayAddress(URI.create("http://gateway:7080"), Optional.empty());

    final FakeIsolates isolates = new FakeIsolates();
    final LocalHost host;

    FakeHost() {
        this(2, Optional.empty());
    }

    FakeHost(int carriers, Optional<Path> dataDirectory) {
        HostSettings settings = new HostSettings(
                Region.LOCAL,
                dataDirectory,
                Optional.empty(),
                InetAddress.getLoopbackAddress(),
                Optional.of(GATEWAY),
                carriers,
                4,
                dataDirectory.isPresent() ? 100 : 0,
                Optional.empty());
        host = new LocalHost(settings, isolates);
    }

    /** A script that runs {@code program}. */
    static Script script(FakeIsolate.Program program) {
        String name = "program-" + NAMES.incrementAndGet() + ".js";
        FakeIsolates.program(name, program);
        return Script.inline(name, "");
    }

    Actor create(FakeIsolate.Program program) {
        return create(program, options -> {});
    }

    Actor create(FakeIsolate.Program program, Consumer<ActorOptions.Builder> change) {
        ActorOptions.Builder options =
                ActorOptions.builder().script(script(program)).withoutPorts();
        change.accept(options);
        return host.create(options.build());
    }

    /** An actor that is running. */
    Actor running(FakeIsolate.Program program, Consumer<ActorOptions.Builder> change) throws Exception {
        return create(program, change).ready().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** The isolate made last. */
    FakeIsolate isolate() {
        return isolates.made.get(isolates.made.size() - 1);
    }

    static TerminationReason reason(Actor actor) throws Exception {
        return actor.terminated().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** Waits for what no stage tells. The test's own timeout is the bound. */
    static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        host.close();
    }
}
