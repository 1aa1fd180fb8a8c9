package dev.troupe.server.gateway;

import java.util.Set;

/** What a {@link Gate} says. A value. */
public sealed interface Admission {

    /**
     * The request comes in.
     *
     * @param target what the actor sees as path and query: {@link Visit#target}, or that without what was for the gate
     * @param hidden names of fields, in lower case, that the actor does not see: actors are hostile, so what opened the
     *     gate never reaches them
     */
    record Admitted(String target, Set<String> hidden) implements Admission {
        public Admitted {
            hidden = Set.copyOf(hidden);
        }
    }

    /**
     * The request is answered by the gateway.
     *
     * @param status of HTTP
     * @param code the API's code
     * @param message what is wrong and what to do about it; it says nothing of secrets
     */
    record Denied(int status, String code, String message) implements Admission {}

    /** Lets {@code visit} in as it is. */
    static Admission as(Visit visit) {
        return new Admitted(visit.target(), Set.of());
    }
}
