package dev.troupe.core.host;

import dev.troupe.core.EngineDescription;
import dev.troupe.core.spi.ActorRuntime;
import dev.troupe.core.spi.Isolate;
import dev.troupe.core.spi.IsolateFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/** Makes {@link FakeIsolate}s: a script's name says which program it is. Found by ServiceLoader in tests. */
public final class FakeIsolates implements IsolateFactory {
    private static final Map<String, FakeIsolate.Program> PROGRAMS = new ConcurrentHashMap<>();

    final List<FakeIsolate> made = new CopyOnWriteArrayList<>();
    volatile boolean closed;

    static void program(String name, FakeIsolate.Program program) {
        PROGRAMS.put(name, program);
    }

    @Override
    public void open(Optional<Path> cacheDirectory, Executor blocking) {}

    @Override
    public EngineDescription engine() {
        return new EngineDescription("Fake", true, "It is made for tests.");
    }

    @Override
    public Isolate create(ActorRuntime runtime) {
        FakeIsolate.Program program = PROGRAMS.get(runtime.script().name());
        if (program == null) {
            throw new IllegalStateException(
                    "no fake program " + runtime.script().name());
        }
        FakeIsolate isolate = new FakeIsolate(runtime, program);
        made.add(isolate);
        return isolate;
    }

    @Override
    public void close() {
        closed = true;
    }
}
