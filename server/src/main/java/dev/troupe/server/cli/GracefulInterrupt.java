package dev.troupe.server.cli;

import dev.troupe.core.Actor;
import dev.troupe.core.TerminationReason;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;

/**
 * Turns the end of the process (Ctrl-C, SIGTERM) into a graceful destroy of one actor. Installed by the main thread;
 * runs on a shutdown hook's thread, which waits for the actor, bounded by its grace and kill limits. It ends when the
 * main thread closes it.
 */
final class GracefulInterrupt implements AutoCloseable {
    private final Actor actor;
    private final PrintWriter err;
    private final CountDownLatch mainFinished = new CountDownLatch(1);

    private GracefulInterrupt(Actor actor, PrintWriter err) {
        this.actor = actor;
        this.err = err;
    }

    static GracefulInterrupt install(Actor actor, PrintWriter err) {
        GracefulInterrupt interrupt = new GracefulInterrupt(actor, err);
        Runtime.getRuntime().addShutdownHook(new Thread(interrupt::run, "troupe-interrupt"));
        return interrupt;
    }

    private void run() {
        if (mainFinished.getCount() == 0) {
            return; // the actor has ended by itself and the process is on its way out with the actor's exit code
        }
        err.println("troupe: stopping the actor");
        err.flush();
        TerminationReason reason = actor.destroy().toCompletableFuture().join();
        try {
            mainFinished.await(); // the last log lines
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        // within a hook the exit code of the signal (130, 143) can be replaced in no other way
        Runtime.getRuntime().halt(reason.exitCode());
    }

    /** The main thread has printed everything. */
    @Override
    public void close() {
        mainFinished.countDown();
    }
}
