package dev.troupe.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Part of a long list of actors.
 *
 * @param actors newest first
 * @param cursor where the next page begins; empty if this is the last one
 */
public record ActorPage(List<ActorSnapshot> actors, Optional<String> cursor) {
    public ActorPage {
        actors = List.copyOf(actors);
    }

    /** The cursor of a page that begins after {@code last}: for who takes part of a page only. */
    public static String cursorAfter(ActorSnapshot last) {
        Instant at = last.createdAt();
        return at.getEpochSecond() + "." + at.getNano() + "." + last.id();
    }
}
