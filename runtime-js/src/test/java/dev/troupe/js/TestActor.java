package dev.troupe.js;

import dev.troupe.core.ActorContext;
import dev.troupe.core.ActorId;
import dev.troupe.core.Entry;
import dev.troupe.core.ExitStatus;
import dev.troupe.core.Limits;
import dev.troupe.core.LogStream;
import dev.troupe.core.Permissions;
import dev.troupe.core.Region;
import dev.troupe.core.Script;
import dev.troupe.core.Stdio;
import dev.troupe.core.Usage;
import dev.troupe.core.kv.ActorKv;
import dev.troupe.core.kv.MemoryKvStore;
import dev.troupe.core.spi.ActorRuntime;
import dev.troupe.core.spi.Broadcasts;
import dev.troupe.core.spi.Meter;
import dev.troupe.core.spi.Ports;
import dev.troupe.core.spi.ResourceScope;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What core would give to one isolate, with everything that it did kept for the test. */
final class TestActor implements ActorRuntime {
    private final Script script;
    private final List<String> arguments;
    private final MemoryKvStore kv = new MemoryKvStore();
    private final TestLoop loop = new TestLoop();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private BiConsumer<LogStream, byte[]> echo = (stream, text) -> {};
    private Limits limits = Limits.defaults();
    private volatile @Nullable ExitStatus exit;
    private volatile boolean started;

    TestActor(Script script, List<String> arguments) {
        this.script = script;
        this.arguments = arguments;
    }

    @Override
    public Broadcasts broadcasts() {
        return (name, receiver) -> Optional.empty();
    }

    @Override
    public ActorKv kv() {
        return new ActorKv(kv, context().id(), limits.kv());
    }

    @Override
    public Entry entry() {
        return Entry.START;
    }

    @Override
    public List<String> runtimeArguments() {
        return List.of();
    }

    @Override
    public Optional<Path> directory() {
        return Optional.empty();
    }

    @Override
    public Optional<Stdio> stdio() {
        return Optional.empty();
    }

    void echo(BiConsumer<LogStream, byte[]> sink) {
        echo = sink;
    }

    void limits(Limits chosen) {
        limits = chosen;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    boolean wasStarted() {
        return started;
    }

    @Nullable
    ExitStatus exit() {
        return exit;
    }

    @Override
    public ActorContext context() {
        return new ActorContext(
                ActorId.of("00000000-0000-4000-8000-000000000001"),
                Map.of("room", "lobby"),
                Instant.EPOCH,
                "default",
                "default",
                Region.LOCAL,
                "local",
                "build",
                Map.of(),
                List.of());
    }

    @Override
    public Script script() {
        return script;
    }

    @Override
    public List<String> arguments() {
        return arguments;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("PATH", "/bin");
    }

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public Permissions permissions() {
        return Permissions.trusted();
    }

    @Override
    public TestLoop loop() {
        return loop;
    }

    @Override
    public ResourceScope scope() {
        return resource -> () -> {};
    }

    @Override
    public Ports ports() {
        throw new UnsupportedOperationException("no ports here");
    }

    @Override
    public Meter meter() {
        throw new UnsupportedOperationException("no meter here");
    }

    @Override
    public Usage usage() {
        return new Usage(Duration.ZERO, Duration.ZERO, 0, 0, 0, 0);
    }

    @Override
    public Executor blocking() {
        return Runnable::run;
    }

    @Override
    public synchronized void write(LogStream stream, byte[] utf8) {
        (stream == LogStream.STDOUT ? out : err).writeBytes(utf8);
        echo.accept(stream, utf8);
    }

    @Override
    public void started() {
        started = true;
    }

    @Override
    public void exit(ExitStatus status) {
        if (exit == null) {
            exit = status;
        }
    }
}
