package dev.troupe.core;

import java.time.Duration;

/**
 * When an actor that failed is started again. A clean exit (code 0) and a destroyed actor are never restarted. The
 * first retry is immediate; the next ones wait 2 s, 4 s, 8 s … up to 512 s, each plus up to 500 ms of jitter; after ten
 * quiet minutes the count starts anew.
 *
 * @param restarts whether failures lead to restarts at all
 * @param maxRestarts the intensity: more restarts than this {@code within} the window end the actor (Erlang's rule,
 *     erlang.org/doc/system/sup_princ#maximum-restart-intensity); {@link #UNLIMITED} by default
 * @param within the window of the intensity
 */
public record RestartPolicy(boolean restarts, int maxRestarts, Duration within) {
    /** No intensity: the backoff alone slows a crash loop. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final int LARGEST_INTENSITY = 1_000;
    private static final RestartPolicy NEVER = new RestartPolicy(false, UNLIMITED, Duration.ofSeconds(1));
    private static final RestartPolicy ON_FAILURE = new RestartPolicy(true, UNLIMITED, Duration.ofSeconds(1));

    public RestartPolicy {
        if (maxRestarts < 0 || (maxRestarts > LARGEST_INTENSITY && maxRestarts != UNLIMITED)) {
            throw new IllegalArgumentException("Intensity " + maxRestarts + " is out of range: use 0 to "
                    + LARGEST_INTENSITY + " restarts, or RestartPolicy.UNLIMITED.");
        }
        if (within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException("Intensity window " + within + " is not positive.");
        }
    }

    /** A failure ends the actor. The default. */
    public static RestartPolicy never() {
        return NEVER;
    }

    /** A failure leads to a restart with the same id, without end. */
    public static RestartPolicy onFailure() {
        return ON_FAILURE;
    }

    /** The same with an intensity: more than {@code maxRestarts} restarts {@code within} the window end the actor. */
    public RestartPolicy intensity(int maxRestarts, Duration within) {
        return new RestartPolicy(restarts, maxRestarts, within);
    }
}
