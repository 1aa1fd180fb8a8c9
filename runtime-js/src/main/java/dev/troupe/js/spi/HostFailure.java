package dev.troupe.js.spi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What JS sees of a Java failure that a binding did not translate: that it happened, and where, but nothing of Java. Stateless; loop thread. */
final class HostFailure {
    private static final Logger LOG = System.getLogger(HostFailure.class.getName());

    private HostFailure() {}

    /** Gives the guest exception to throw; the failure itself goes to the host's log, since it is a fault of ours. */
    static RuntimeException translate(Realm realm, String function, Throwable failure) {
        LOG.log(
                Level.WARNING,
                () -> "Binding function " + function + " failed in actor "
                        + realm.actor().context().id(),
                failure);
        return realm.error("Error", "ERR_INTERNAL_ASSERTION", "The operation " + function + " failed inside the host");
    }
}
