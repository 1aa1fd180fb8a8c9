package dev.troupe.core.host;

import dev.troupe.core.ExitStatus;
import dev.troupe.core.spi.ActorRuntime;
import dev.troupe.core.spi.Isolate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An isolate whose program is Java. It behaves as the contract asks: a kill interrupts the thread that runs program
 * code, an idle loop ends the program unless its start is pending, and it notes what was asked of it.
 */
class FakeIsolate implements Isolate {
    /** What the fake program does. */
    interface Program {
        void start(FakeIsolate isolate) throws Exception;

        default void signal(FakeIsolate isolate, String signal) {}
    }

    final ActorRuntime runtime;
    final List<String> calls = new CopyOnWriteArrayList<>();
    private final Program program;
    private final CountDownLatch left = new CountDownLatch(1);
    private volatile @Nullable Thread running;
    volatile boolean pending;

    FakeIsolate(ActorRuntime runtime, Program program) {
        this.runtime = runtime;
        this.program = program;
    }

    @Override
    public void start() {
        calls.add("start");
        running = Thread.currentThread();
        try {
            program.start(this);
            runtime.started();
        } catch (InterruptedException killed) {
            calls.add("interrupted");
        } catch (Exception failure) {
            runtime.exit(new ExitStatus(1, String.valueOf(failure.getMessage())));
        } finally {
            running = null;
            left.countDown();
        }
    }

    @Override
    public void idle() {
        calls.add("idle");
        if (!pending) {
            runtime.exit(ExitStatus.SUCCESS);
        }
    }

    @Override
    public void signal(String signal) {
        calls.add(signal);
        program.signal(this, signal);
    }

    @Override
    public boolean kill() {
        calls.add("kill");
        Thread thread = running;
        if (thread == null) {
            return true;
        }
        thread.interrupt();
        try {
            return left.await(runtime.limits().kill().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            return false;
        }
    }

    @Override
    public void close() {
        calls.add("close");
    }
}
