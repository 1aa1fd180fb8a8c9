package dev.troupe.js;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.jspecify.annotations.Nullable;

/** The forced close of a context, bounded in time. Stateless; called by the reaper, never on the loop that it ends. */
final class Closing {

    private Closing() {}

    /**
     * Interrupts what runs, then closes. {@code close(true)} alone waits without bound for a built-in that does not come back (a huge power of a
     * BigInt), and would take the reaper with it.
     *
     * @return false if the running code did not come back in {@code bound}; the context is then still open
     */
    static boolean within(Duration bound, @Nullable Context context) {
        if (context == null) {
            return true;
        }
        try {
            context.interrupt(bound);
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (PolyglotException | IllegalStateException alreadyEnding) {
            // it is being closed by an exit of its own
        }
        quietly(context);
        return true;
    }

    /** Closes; a context whose program was cancelled in the middle is as good as closed. */
    static void quietly(@Nullable Context context) {
        if (context == null) {
            return;
        }
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
