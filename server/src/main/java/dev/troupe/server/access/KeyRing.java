package dev.troupe.server.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys of a host: the first signs, all verify. A value: whoever owns it replaces it.
 *
 * @param keys newest first
 */
public record KeyRing(List<SigningKey> keys) {
    /** Keys that are kept beside the current one, at most. */
    public static final int MOST_OLD = 3;

    /** No key: nothing verifies. */
    public static final KeyRing EMPTY = new KeyRing(List.of());

    public KeyRing {
        keys = List.copyOf(keys);
        if (keys.size() > MOST_OLD + 1) {
            throw new IllegalArgumentException(
                    "There are " + keys.size() + " keys; the limit is " + (MOST_OLD + 1) + ".");
        }
        if (keys.stream().map(SigningKey::id).distinct().count() != keys.size()) {
            throw new IllegalArgumentException("Two keys have one id.");
        }
    }

    /** The key that signs. */
    public Optional<SigningKey> current() {
        return keys.stream().findFirst();
    }

    Optional<SigningKey> find(long id) {
        return keys.stream().filter(key -> key.id() == id).findFirst();
    }

    /**
     * A ring whose current key is {@code next}. What was signed by a key that is not kept is refused from then on.
     *
     * @param old how many of the keys before go on verifying; 0 revokes all that was ever handed out
     */
    public KeyRing rotated(SigningKey next, int old) {
        if (old < 0 || old > MOST_OLD) {
            throw new IllegalArgumentException("Keep 0 to " + MOST_OLD + " old keys, not " + old + ".");
        }
        List<SigningKey> all = new ArrayList<>(List.of(next));
        all.addAll(keys.subList(0, Math.min(old, keys.size())));
        return new KeyRing(all);
    }

    @Override
    public String toString() {
        return keys.size() + " keys";
    }
}
