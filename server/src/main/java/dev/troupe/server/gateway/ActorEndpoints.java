package dev.troupe.server.gateway;

import dev.troupe.core.ActorId;
import java.util.Locale;
import java.util.Optional;

/**
 * The names that every port has without a route: the host {@code {actor_id}-{port}.{domain}} and the path
 * {@code /{actor_id}-{port}/…}. Immutable, any thread.
 */
public final class ActorEndpoints implements Destinations {
    private static final int ID_LENGTH = 36;
    private static final int LONGEST_NAME = 16;
    private static final Destination UNKNOWN = new Destination.Unknown();

    private final Optional<String> suffix;

    /** @param domain what follows an actor's name in a host; empty if there are path endpoints only */
    public ActorEndpoints(Optional<String> domain) {
        suffix = domain.map(name -> "." + name.toLowerCase(Locale.ROOT));
    }

    @Override
    public Destination find(String authority, String target) {
        Optional<String> label = suffix.filter(authority::endsWith)
                .map(end -> authority.substring(0, authority.length() - end.length()));
        if (label.isPresent()) {
            return named(label.get(), "", target);
        }
        int end = endOfSegment(target);
        if (end < 1) {
            return UNKNOWN;
        }
        String rest = target.substring(end);
        return named(target.substring(1, end), target.substring(0, end), rest.startsWith("/") ? rest : "/" + rest);
    }

    /** Where the first segment of the path ends; -1 if no path begins. */
    private static int endOfSegment(String target) {
        if (!target.startsWith("/")) {
            return -1;
        }
        int end = 1;
        while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
            end++;
        }
        return end;
    }

    private static Destination named(String name, String prefix, String target) {
        if (name.length() < ID_LENGTH + 2
                || name.length() > ID_LENGTH + 1 + LONGEST_NAME
                || name.charAt(ID_LENGTH) != '-') {
            return UNKNOWN;
        }
        try {
            String spelled = name.substring(0, ID_LENGTH);
            ActorId actor = ActorId.of(spelled);
            return actor.toString().equals(spelled)
                    ? new Destination.Port(actor, name.substring(ID_LENGTH + 1), prefix, target)
                    : UNKNOWN;
        } catch (IllegalArgumentException noUuid) {
            return UNKNOWN;
        }
    }
}
