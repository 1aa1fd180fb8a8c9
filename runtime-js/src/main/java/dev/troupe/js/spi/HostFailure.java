package dev.troupe.js.spi;

import dev.troupe.core.LimitExceededException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * What JS sees of a Java failure that a binding did not translate: that it happened, and where, but nothing of Java.
 * Stateless; loop thread.
 */
final class HostFailure {
    private static final Logger LOG = System.getLogger(HostFailure.class.getName());

    private HostFailure() {}

    /** Gives the guest exception to throw; the failure itself goes to the host's log. */
    static RuntimeException translate(Realm realm, String function, Throwable failure) {
        if (failure instanceof StackOverflowError) {
            return realm.error("RangeError", "", "Maximum call stack size exceeded");
        }
        if (failure instanceof LimitExceededException limit) { // its text is for the program's author
            return realm.error("RangeError", "ERR_LIMIT_EXCEEDED", String.valueOf(limit.getMessage()));
        }
        // a program can make this happen as often as it likes: no more than DEBUG
        LOG.log(
                Level.DEBUG,
                () -> "Binding function " + function + " failed in actor "
                        + realm.actor().context().id(),
                failure);
        return realm.error("Error", "ERR_INTERNAL_ASSERTION", "The operation " + function + " failed inside the host");
    }
}
