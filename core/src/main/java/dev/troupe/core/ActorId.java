package dev.troupe.core;

import java.util.UUID;

/**
 * The identity of an actor: a random UUID that it keeps for life, across restarts and upgrades.
 *
 * @param value the UUID
 */
public record ActorId(UUID value) {

    /** Returns a new random id. */
    public static ActorId random() {
        return new ActorId(UUID.randomUUID());
    }

    /**
     * Returns the id that {@code text} spells.
     *
     * @throws IllegalArgumentException if {@code text} is not a UUID in its canonical form
     */
    public static ActorId of(String text) {
        return new ActorId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
