package dev.troupe.js;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;

/**
 * The end of one context, bounded in time. Owned by one {@link JsIsolate}; any thread. It ends when the context is
 * closed; until then a program that came back late from a long operation of the engine is cancelled at its next step.
 */
final class Closing {
    private final Context context;
    private final AtomicBoolean cancelling = new AtomicBoolean();

    Closing(Context context) {
        this.context = context;
    }

    /**
     * Ends what runs, then closes. {@code close(true)} alone waits without bound, whatever interrupts it, for an
     * operation that does not come back (a huge power of a BigInt), and would take the reaper with it.
     *
     * @return false if the running code did not come back within {@code bound}; it is then cancelled as soon as it does
     */
    boolean within(Duration bound) {
        try {
            context.interrupt(bound);
        } catch (TimeoutException stillRunning) {
            cancelInTheBackground();
            return false;
        } catch (PolyglotException | IllegalStateException alreadyEnding) {
            // closed by an exit of its own
        }
        now();
        return true;
    }

    /**
     * An interrupt that timed out is forgotten by the engine, and the program would go on. One more daemon for each
     * thread that core has given up: it ends when that one does.
     */
    private void cancelInTheBackground() {
        if (cancelling.compareAndSet(false, true)) {
            Thread canceller = new Thread(this::quietly, "troupe-canceller");
            canceller.setDaemon(true);
            canceller.start();
        }
    }

    /**
     * Closes; from the program's own thread too, where it throws the cancellation through the program's frames.
     * Idempotent.
     */
    void now() {
        if (!cancelling.get()) {
            quietly();
        }
    }

    /** A program that was cancelled in the middle is as good as closed. */
    private void quietly() {
        try {
            context.close(true);
        } catch (PolyglotException ending) {
            if (!ending.isCancelled() && !ending.isInterrupted()) {
                System.getLogger(Closing.class.getName())
                        .log(System.Logger.Level.WARNING, "A context failed while it was closed", ending);
            }
        }
    }
}
