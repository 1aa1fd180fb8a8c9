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
    private final Runnable announce;
    private final CountDownLatch mainFinished = new CountDownLatch(1);

    private GracefulInterrupt(Actor actor, Runnable announce) {
        this.actor = actor;
        this.announce = announce;
    }

    /** Says on {@code err} that it begins. */
    static GracefulInterrupt install(Actor actor, PrintWriter err) {
        return install(actor, () -> {
            err.println("troupe: stopping the actor");
            err.flush();
        });
    }

    /** Says nothing: the program alone writes to the console. */
    static GracefulInterrupt install(Actor actor) {
        return install(actor, () -> {});
    }

    private static GracefulInterrupt install(Actor actor, Runnable announce) {
        GracefulInterrupt interrupt = new GracefulInterrupt(actor, announce);
        Runtime.getRuntime().addShutdownHook(new Thread(interrupt::run, "troupe-interrupt"));
        return interrupt;
    }

    /** For a command with more than one actor: asks it to end, and waits until it has. */
    static void install(CountDownLatch asked, CountDownLatch ended) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            asked.countDown();
                            try {
                                ended.await();
                            } catch (InterruptedException interrupted) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "troupe-interrupt"));
    }

    private void run() {
        if (mainFinished.getCount() == 0) {
            return; // the actor has ended by itself and the process is on its way out with the actor's exit code
        }
        announce.run();
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
