package dev.troupe.store;

import dev.troupe.core.ActorId;
import dev.troupe.core.EngineDescription;
import dev.troupe.core.ExitStatus;
import dev.troupe.core.kv.KvEntry;
import dev.troupe.core.kv.KvFormat;
import dev.troupe.core.kv.KvKey;
import dev.troupe.core.kv.TupleElement;
import dev.troupe.core.kv.TupleEncoding;
import dev.troupe.core.spi.ActorRuntime;
import dev.troupe.core.spi.Isolate;
import dev.troupe.core.spi.IsolateFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Isolates without an engine, found by ServiceLoader in this module's tests. In the process that is killed each writes
 * and removes numbers for as long as it lives, and says what was acknowledged; where nothing is said they do nothing
 * and can be asked for their storage.
 */
public final class WritingIsolates implements IsolateFactory {
    /** How many numbers an actor keeps. */
    private static final int KEPT = 20;

    /** Told what happens, from several threads; none here, in the process that checks. */
    static volatile Optional<Journal> journal = Optional.empty();

    /** Where the numbers of this process begin, so that none is written twice. */
    static volatile long first;

    /** The actors that started in this process. */
    static final Map<ActorId, ActorRuntime> STARTED = new ConcurrentHashMap<>();

    /** Says what was asked for, and then that it was acknowledged. */
    interface Journal {
        void say(String what, ActorId actor, long number);
    }

    static KvKey key(long number) {
        return TupleEncoding.encode(List.of(new TupleElement.Number(number)));
    }

    @Override
    public void open(Optional<Path> cacheDirectory, Executor blocking) {}

    @Override
    public EngineDescription engine() {
        return new EngineDescription("None", true, "It is made for tests.");
    }

    @Override
    public Isolate create(ActorRuntime runtime) {
        return new Writing(runtime);
    }

    @Override
    public void close() {}

    /** One actor. */
    private static final class Writing implements Isolate {
        private final ActorRuntime runtime;
        private final ActorId id;

        Writing(ActorRuntime runtime) {
            this.runtime = runtime;
            this.id = runtime.context().id();
        }

        @Override
        public void start() {
            STARTED.put(id, runtime); // before anybody can see it running
            runtime.loop().ref();
            runtime.started();
            journal.ifPresent(says -> {
                says.say("clearing", id, 0);
                runtime.kv().deleteAll().thenRun(() -> {
                    says.say("cleared", id, 0);
                    write(says, first);
                });
            });
        }

        private void write(Journal says, long number) {
            byte[] value = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
            runtime.kv()
                    .put(List.of(new KvEntry(key(number), KvFormat.VALUE, value)))
                    .thenRun(() -> says.say("put", id, number))
                    .thenCompose(done -> removeOldest(says, number - KEPT))
                    .thenRunAsync(() -> write(says, number + 1), runtime.blocking());
        }

        private CompletionStage<Void> removeOldest(Journal says, long number) {
            if (number < first) {
                return CompletableFuture.completedStage(null);
            }
            says.say("removing", id, number);
            return runtime.kv().delete(List.of(key(number))).thenRun(() -> says.say("removed", id, number));
        }

        @Override
        public void idle() {}

        @Override
        public void signal(String signal) {
            runtime.exit(new ExitStatus(143, signal));
        }

        @Override
        public boolean kill() {
            return true;
        }

        @Override
        public void close() {
            STARTED.remove(id, runtime);
        }
    }
}
