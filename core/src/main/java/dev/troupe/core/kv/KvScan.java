package dev.troupe.core.kv;

import java.util.Optional;

/**
 * A range of keys, in order.
 *
 * @param from the least key, inclusive; empty means from the beginning
 * @param to the end, exclusive; empty means to the end
 * @param reverse greatest key first
 * @param limit the most entries, at least 1
 */
public record KvScan(Optional<KvKey> from, Optional<KvKey> to, boolean reverse, int limit) {

    /** Does no key lie in the range? */
    public boolean isEmpty() {
        return from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) >= 0;
    }
}
