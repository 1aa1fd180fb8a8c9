package dev.troupe.core.host;

import dev.troupe.core.ExitStatus;
import dev.troupe.core.LogStream;
import dev.troupe.core.spi.ActorRuntime;
import dev.troupe.core.spi.Isolate;
import java.nio.charset.StandardCharsets;
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
    /** What a fake program does. */
    interface Program {
        void start(FakeIsolate isolate) throws Exception;

        /** As in Node, a program that does not listen for its signal ends by it. */
        default void signal(FakeIsolate isolate, String signal) {
            isolate.runtime.exit(new ExitStatus(143, signal));
        }
    }

    /** Program code. */
    interface Code {
        void run() throws Exception;
    }

    final ActorRuntime runtime;
    final List<String> calls = new CopyOnWriteArrayList<>();
    /** Is the promise of start pending? */
    volatile boolean pending = true;

    private final Program program;
    private @Nullable Thread running;
    private @Nullable CountDownLatch left;

    FakeIsolate(ActorRuntime runtime, Program program) {
        this.runtime = runtime;
        this.program = program;
    }

    @Override
    public void start() {
        calls.add("start");
        enter(() -> {
            program.start(this);
            runtime.started();
        });
    }

    /** Runs program code; what it throws ends the actor. */
    void enter(Code code) {
        CountDownLatch leaving = new CountDownLatch(1);
        synchronized (this) {
            running = Thread.currentThread();
            left = leaving;
        }
        try {
            code.run();
        } catch (InterruptedException killed) {
            calls.add("interrupted");
        } catch (Exception failure) {
            runtime.exit(new ExitStatus(1, String.valueOf(failure.getMessage())));
        } finally {
            synchronized (this) {
                running = null;
            }
            leaving.countDown();
        }
    }

    void print(String text) {
        runtime.write(LogStream.STDOUT, text.getBytes(StandardCharsets.UTF_8));
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
        CountDownLatch leaving;
        synchronized (this) {
            leaving = left;
            if (running == null || leaving == null) {
                return true;
            }
            running.interrupt();
        }
        try {
            return leaving.await(runtime.limits().kill().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            return false;
        }
    }

    @Override
    public void close() {
        calls.add("close");
    }
}
