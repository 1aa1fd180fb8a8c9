package dev.troupe.core.lifecycle;

import dev.troupe.core.TerminationReason;
import java.time.Duration;

/** What a supervisor does about a program that has ended. */
public sealed interface Decision {

    /** Starts it again. */
    record Restart(Duration after, RestartHistory history) implements Decision {}

    /** Lets it go. */
    record End(TerminationReason reason) implements Decision {}
}
