package dev.troupe.server.access;

import dev.troupe.core.ActorId;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes tokens and decides about them. The code is checked before anything of a token is believed, in a time that does
 * not depend on how much of it is right; a use is spent last, so that a request that is refused costs none. Pure but
 * for its {@link UseCounts}; any thread.
 */
public final class GrantCheck {
    /**
     * How much earlier than its begin a grant is taken: clocks of machines that set them by the network differ by less.
     * Its end is exact, since it was promised to somebody.
     */
    static final Duration SKEW = Duration.ofSeconds(30);

    private final UseCounts counts;

    /** @param counts where uses are counted; the same that the grants were begun with */
    public GrantCheck(UseCounts counts) {
        this.counts = counts;
    }

    /** The token of {@code grant}. */
    public static String token(Grant grant, SigningKey key) {
        return GrantText.write(grant, key);
    }

    /**
     * Decides about a request.
     *
     * @param token what the client sent, of any length
     * @param actor whose port is asked for
     * @param port its name
     * @param method as it was sent
     * @param path as it was sent, without the token and the query
     */
    public Verdict decide(
            String token, KeyRing keys, ActorId actor, String port, String method, String path, Instant now) {
        Optional<GrantText.Sealed> sealed = GrantText.open(token);
        if (sealed.isEmpty()) {
            return refused(Refusal.MALFORMED);
        }
        Optional<SigningKey> key = keys.find(sealed.get().keyId());
        if (key.isEmpty()) {
            return refused(Refusal.UNKNOWN_KEY);
        }
        byte[] code = GrantText.code(sealed.get(), key.get(), actor, port);
        if (!MessageDigest.isEqual(code, sealed.get().code())) {
            return refused(Refusal.FORGED);
        }
        return GrantText.read(sealed.get(), actor, port)
                .map(grant -> decide(grant, method, path, now))
                .orElseGet(() -> refused(Refusal.MALFORMED));
    }

    private Verdict decide(Grant grant, String method, String path, Instant now) {
        if (now.isBefore(grant.notBefore().minus(SKEW))) {
            return refused(Refusal.NOT_YET_VALID);
        }
        if (!now.isBefore(grant.expiresAt())) {
            return refused(Refusal.EXPIRED);
        }
        if (!grant.allows(method)) {
            return refused(Refusal.METHOD);
        }
        if (!grant.paths().covers(path)) {
            return refused(Refusal.PATH);
        }
        return counts.spend(grant) ? new Verdict.Granted(grant) : refused(Refusal.USED_UP);
    }

    private static Verdict refused(Refusal refusal) {
        return new Verdict.Refused(refusal);
    }
}
