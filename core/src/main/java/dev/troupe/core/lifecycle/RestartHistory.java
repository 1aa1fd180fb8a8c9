package dev.troupe.core.lifecycle;

import java.time.Instant;
import java.util.List;

/**
 * The failures of one actor that still count.
 *
 * @param failures failures since the last quiet time
 * @param restarts when it was restarted, oldest first; only those that the intensity looks at
 */
public record RestartHistory(int failures, List<Instant> restarts) {
    /** Nothing happened yet. */
    public static final RestartHistory NONE = new RestartHistory(0, List.of());

    public RestartHistory {
        restarts = List.copyOf(restarts);
    }
}
