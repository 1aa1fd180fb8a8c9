package dev.troupe.server.access;

import dev.troupe.core.ActorId;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What the holder of a connection URL may do. A value, made by whoever hands out URLs; it says nothing about whether it
 * was signed.
 *
 * @param serial unlike that of any other grant; what is counted is counted by it
 * @param actor whose port it is
 * @param port the port's name
 * @param methods the HTTP methods, in the letters they are sent in; empty means all
 * @param paths where on the port
 * @param notBefore when it begins
 * @param expiresAt when it ends: at that instant it is over
 * @param uses how many requests, a WebSocket being one; empty means any number
 */
public record Grant(
        UUID serial,
        ActorId actor,
        String port,
        Set<String> methods,
        PathPrefix paths,
        Instant notBefore,
        Instant expiresAt,
        OptionalInt uses) {
    static final int MOST_METHODS = 16;
    static final int MOST_USES = 1_000_000;
    /** RFC 9110 §5.6.2, a token, and no longer than any registered method. */
    private static final Pattern METHOD = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,32}");

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException naming the first thing that is wrong
     */
    public Grant {
        if (methods.size() > MOST_METHODS) {
            throw new IllegalArgumentException(
                    methods.size() + " methods are given; the limit is " + MOST_METHODS + ".");
        }
        for (String method : methods) {
            if (!METHOD.matcher(method).matches()) {
                throw new IllegalArgumentException("A method is not an HTTP method: use GET, POST and the like.");
            }
        }
        methods = java.util.Collections.unmodifiableSet(new TreeSet<>(methods)); // one order, so one encoding
        if (!notBefore.isBefore(expiresAt)) {
            throw new IllegalArgumentException("It would expire before it begins.");
        }
        if (uses.isPresent() && (uses.getAsInt() < 1 || uses.getAsInt() > MOST_USES)) {
            throw new IllegalArgumentException(
                    "It has " + uses.getAsInt() + " uses: give 1 to " + MOST_USES + ", or leave them out.");
        }
    }

    /** May a request with that method be made? */
    boolean allows(String method) {
        return methods.isEmpty() || methods.contains(method);
    }
}
