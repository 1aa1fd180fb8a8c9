package dev.troupe.core.host;

import dev.troupe.core.ActorId;
import dev.troupe.core.ActorPage;
import dev.troupe.core.ActorSnapshot;
import dev.troupe.core.InvalidOptionsException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cuts actors into pages, newest first. A cursor names the last actor of a page by its place in the order, which never
 * changes, so that actors that come and go between two pages neither hide nor repeat others. Stateless, pure.
 */
final class Paging {
    private static final Comparator<Place> NEWEST_FIRST = Comparator.comparing(Place::createdAt)
            .thenComparing(place -> place.id().value())
            .reversed();

    private Paging() {}

    private record Place(Instant createdAt, ActorId id) {
        static Place of(ActorSnapshot actor) {
            return new Place(actor.createdAt(), actor.id());
        }

        static Place of(String cursor) {
            String[] parts = cursor.split("\\.", -1);
            try {
                if (parts.length == 3) {
                    return new Place(
                            Instant.ofEpochSecond(Long.parseLong(parts[0]), Integer.parseInt(parts[1])),
                            ActorId.of(parts[2]));
                }
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException notOurs) {
                // told below
            }
            throw new InvalidOptionsException("The cursor is not one that a page of actors gave.");
        }
    }

    static ActorPage page(Stream<ActorSnapshot> actors, Optional<String> cursor, int limit) {
        if (limit < 1) {
            throw new InvalidOptionsException("limit is " + limit + ": use 1 or more.");
        }
        Optional<Place> after = cursor.map(Place::of);
        List<ActorSnapshot> found = actors.filter(
                        actor -> after.isEmpty() || NEWEST_FIRST.compare(after.get(), Place.of(actor)) < 0)
                .sorted(Comparator.comparing(Place::of, NEWEST_FIRST))
                .limit(limit + 1L)
                .toList();
        if (found.size() <= limit) {
            return new ActorPage(found, Optional.empty());
        }
        List<ActorSnapshot> page = found.subList(0, limit);
        return new ActorPage(page, Optional.of(ActorPage.cursorAfter(page.get(limit - 1))));
    }
}
