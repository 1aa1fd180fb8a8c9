package dev.troupe.core.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.troupe.core.RestartPolicy;
import dev.troupe.core.TerminationReason;
import dev.troupe.core.TerminationReason.Destroyed;
import dev.troupe.core.TerminationReason.Exited;
import dev.troupe.core.TerminationReason.Failed;
import dev.troupe.core.TerminationReason.Killed;
import dev.troupe.core.TerminationReason.RestartIntensityExceeded;
import dev.troupe.core.TerminationReason.StartFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupervisionTest {
    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
    private static final TerminationReason FAILED = new Failed(1, "It broke.");

    @ParameterizedTest
    @CsvSource({
        "1, 0.9, 0",
        "2, 0.0, 2000",
        "3, 0.0, 4000",
        "4, 0.5, 8250",
        "9, 0.0, 256000",
        "10, 0.0, 512000",
        "11, 0.0, 512000",
        "1000000, 0.999, 512499"
    })
    void theFirstRetryIsImmediateThenWaitsDoubleUpToTheirBound(int failures, double random, long millis) {
        assertEquals(millis, Supervision.backoff(failures, random).toMillis());
    }

    @Test
    void neverMeansThatEveryReasonIsFinal() {
        for (TerminationReason reason : List.of(FAILED, new StartFailed(1, ""), new Killed("turn", ""))) {
            assertEquals(new Decision.End(reason), decide(RestartPolicy.never(), RestartHistory.NONE, reason, T0));
        }
    }

    @Test
    void onFailureRestartsFailuresAndKillsButNotExitsAndDestroys() {
        for (TerminationReason reason : List.of(FAILED, new StartFailed(1, ""), new Killed("turn", ""))) {
            assertInstanceOf(
                    Decision.Restart.class, decide(RestartPolicy.onFailure(), RestartHistory.NONE, reason, T0));
        }
        for (TerminationReason reason : List.of(new Exited(), new Destroyed())) {
            assertEquals(new Decision.End(reason), decide(RestartPolicy.onFailure(), RestartHistory.NONE, reason, T0));
        }
    }

    @Test
    void failuresInARowBackOff() {
        RestartHistory history = RestartHistory.NONE;
        Instant now = T0;
        for (long expected : new long[] {0, 2, 4, 8}) {
            Decision.Restart restart = (Decision.Restart) decide(RestartPolicy.onFailure(), history, FAILED, now);
            assertEquals(Duration.ofSeconds(expected), restart.after());
            history = restart.history();
            now = now.plusSeconds(1);
        }
    }

    @Test
    void tenQuietMinutesForgetEarlierFailures() {
        RestartHistory many = new RestartHistory(7, List.of());
        Instant now = T0.plus(Duration.ofMinutes(10));
        Decision decision = Supervision.decide(RestartPolicy.onFailure(), many, FAILED, T0, now, 0);
        assertEquals(new Decision.Restart(Duration.ZERO, new RestartHistory(1, List.of())), decision);
        Decision earlier = Supervision.decide(RestartPolicy.onFailure(), many, FAILED, T0, now.minusMillis(1), 0);
        assertEquals(Duration.ofSeconds(128), ((Decision.Restart) earlier).after());
    }

    @Test
    void moreRestartsThanTheIntensityWithinItsWindowEndTheActor() {
        RestartPolicy policy = RestartPolicy.onFailure().intensity(2, Duration.ofSeconds(10));
        Decision.Restart first = (Decision.Restart) decide(policy, RestartHistory.NONE, FAILED, T0);
        Decision.Restart second = (Decision.Restart) decide(policy, first.history(), FAILED, T0.plusSeconds(5));
        Decision third = decide(policy, second.history(), FAILED, T0.plusSeconds(9));
        RestartIntensityExceeded reason = (RestartIntensityExceeded) ((Decision.End) third).reason();
        assertEquals(FAILED, reason.last());
        assertEquals(1, reason.exitCode());
        assertInstanceOf(Decision.Restart.class, decide(policy, second.history(), FAILED, T0.plusSeconds(10)));
    }

    private static Decision decide(
            RestartPolicy policy, RestartHistory history, TerminationReason reason, Instant now) {
        return Supervision.decide(policy, history, reason, now, now, 0);
    }
}
