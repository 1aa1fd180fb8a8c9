package dev.troupe.server.gateway;

import dev.troupe.core.Actor;
import dev.troupe.core.PortSpec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;

/**
 * The gate that is closed: the host's token opens it, and a port that its actor was created with as public is open. Any
 * thread; the token is compared in constant time, never printed, and never shown to an actor.
 */
public final class PrivateGate implements Gate {
    private static final String SCHEME = "Bearer ";

    private final byte[] secret;

    /** @param token the host's */
    public PrivateGate(String token) {
        if (token.isEmpty()) {
            throw new IllegalArgumentException("The token is empty: anybody would be let in.");
        }
        secret = token.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Admission admit(Visit visit, Actor actor, PortSpec port) {
        if (visit.fields("authorization").stream().anyMatch(this::isToken)) {
            return new Admission.Admitted(visit.target(), Set.of("authorization"));
        }
        return port.open()
                ? Admission.as(visit)
                : new Admission.Denied(
                        401,
                        "API_UNAUTHORIZED",
                        "This port is private: send the host's token in the field \"Authorization: Bearer …\".");
    }

    private boolean isToken(String field) {
        boolean bearer = field.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        String given = bearer ? field.substring(SCHEME.length()).strip() : "";
        return MessageDigest.isEqual(secret, given.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "PrivateGate";
    }
}
