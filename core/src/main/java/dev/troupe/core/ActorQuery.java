package dev.troupe.core;

import java.util.Map;

/**
 * Which actors of a host are meant.
 *
 * @param tags tags that an actor must have, with these values; it may have more
 */
public record ActorQuery(Map<String, String> tags) {
    private static final ActorQuery ALL = new ActorQuery(Map.of());

    public ActorQuery {
        tags = Map.copyOf(tags);
    }

    /** Every actor. */
    public static ActorQuery all() {
        return ALL;
    }

    /** The actors that have all of {@code tags}. */
    public static ActorQuery tags(Map<String, String> tags) {
        return new ActorQuery(tags);
    }

    /** Is {@code actor} meant? */
    public boolean matches(Actor actor) {
        return actor.tags().entrySet().containsAll(tags.entrySet());
    }
}
