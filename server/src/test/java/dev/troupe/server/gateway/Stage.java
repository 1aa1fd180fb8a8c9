package dev.troupe.server.gateway;

import dev.troupe.core.Actor;
import dev.troupe.core.ActorHost;
import dev.troupe.core.ActorLogs;
import dev.troupe.core.ActorOptions;
import dev.troupe.core.LogEntry;
import dev.troupe.core.PortSpec;
import dev.troupe.core.Script;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** A gateway and its host, and actors that run the program of these tests. Owned by a test, on its thread. */
final class Stage implements AutoCloseable {
    static final String TOKEN = "the-token";
    private static final int PATIENCE_SECONDS = 30;

    final Gateway gateway;
    final ActorHost host;

    Stage(GatewayOptions options) {
        try {
            gateway = Gateway.bind(options);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        host = ActorHost.builder().gateway(gateway.endpoints()).build();
        gateway.open(host, new PrivateGate(TOKEN), gateway.names());
    }

    Stage() {
        this(GatewayOptions.local());
    }

    /** An actor that anybody reaches, once it listens. */
    Actor actor() {
        return listening(create(options -> options));
    }

    Actor create(UnaryOperator<ActorOptions.Builder> change) {
        ActorOptions.Builder options = ActorOptions.builder()
                .script(Script.inline("program.cjs", program()))
                .port(PortSpec.guarded("http").opened());
        return host.create(change.apply(options).build());
    }

    Actor listening(Actor actor) {
        actor.ready()
                .toCompletableFuture()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        return actor;
    }

    Wire wire() {
        return new Wire(gateway.address());
    }

    /** Waits until the actor has written {@code line}. */
    static void awaitLine(Actor actor, String line) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        try (ActorLogs.Following following = actor.logs().follow(entry -> {
            if (entry.text().contains(line)) {
                written.complete(null);
            }
        })) {
            written.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        }
    }

    static String log(Actor actor) {
        return String.join(
                "\n", actor.logs().snapshot().stream().map(LogEntry::text).toList());
    }

    /** Looks until it is so. */
    static void await(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - until > 0) {
                throw new AssertionError("It did not happen: " + what);
            }
            Thread.onSpinWait();
        }
    }

    static String program() {
        try (InputStream in = Objects.requireNonNull(Stage.class.getResourceAsStream("program.cjs"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Map<String, String> silent() {
        return Map.of("SILENT", "1");
    }

    @Override
    public void close() {
        host.close();
        gateway.close();
    }
}
