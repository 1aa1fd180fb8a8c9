package dev.troupe.core.lifecycle;

import dev.troupe.core.RestartPolicy;
import dev.troupe.core.TerminationReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Decides whether and when a failed actor starts again. Pure: time and chance are parameters. */
public final class Supervision {
    private static final Duration BASE = Duration.ofSeconds(2);
    private static final int LARGEST_EXPONENT = 8;
    private static final Duration JITTER = Duration.ofMillis(500);
    private static final Duration QUIET = Duration.ofMinutes(10);

    private Supervision() {}

    /**
     * What to do about a program that has ended.
     *
     * @param policy the actor's policy
     * @param history what {@link Decision.Restart} gave last time, at first {@link RestartHistory#NONE}
     * @param reason how the program ended
     * @param started when the ended program was started
     * @param now when it ended
     * @param random 0 inclusive to 1 exclusive
     */
    public static Decision decide(
            RestartPolicy policy,
            RestartHistory history,
            TerminationReason reason,
            Instant started,
            Instant now,
            double random) {
        if (!policy.restarts() || !isFailure(reason)) {
            return new Decision.End(reason);
        }
        boolean quiet = Duration.between(started, now).compareTo(QUIET) >= 0;
        int failures = quiet ? 1 : history.failures() == Integer.MAX_VALUE ? Integer.MAX_VALUE : history.failures() + 1;
        List<Instant> recent = recentRestarts(policy, history, now);
        if (recent.size() >= policy.maxRestarts()) {
            return new Decision.End(exceeded(policy, reason));
        }
        return new Decision.Restart(backoff(failures, random), new RestartHistory(failures, with(policy, recent, now)));
    }

    private static boolean isFailure(TerminationReason reason) {
        return reason instanceof TerminationReason.Failed
                || reason instanceof TerminationReason.StartFailed
                || reason instanceof TerminationReason.Killed;
    }

    /** The first retry is immediate, the next wait 2 s · 2^min(i, 8) with i from 0, plus jitter. */
    static Duration backoff(int failures, double random) {
        if (failures <= 1) {
            return Duration.ZERO;
        }
        Duration jitter = Duration.ofNanos((long) (JITTER.toNanos() * random));
        return BASE.multipliedBy(1L << Math.min(failures - 2, LARGEST_EXPONENT)).plus(jitter);
    }

    private static List<Instant> recentRestarts(RestartPolicy policy, RestartHistory history, Instant now) {
        Instant oldest = now.minus(policy.within());
        return history.restarts().stream().filter(time -> time.isAfter(oldest)).toList();
    }

    private static List<Instant> with(RestartPolicy policy, List<Instant> restarts, Instant now) {
        if (policy.maxRestarts() == RestartPolicy.UNLIMITED) {
            return List.of();
        }
        List<Instant> all = new ArrayList<>(restarts);
        all.add(now);
        return all;
    }

    private static TerminationReason exceeded(RestartPolicy policy, TerminationReason last) {
        return new TerminationReason.RestartIntensityExceeded(
                last,
                "The program failed again after " + policy.maxRestarts() + " restarts within " + policy.within()
                        + ", which is all its RestartPolicy allows. Last: " + last.message());
    }
}
